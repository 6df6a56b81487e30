// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.identity.internal.Hash;
import java.util.Optional;
import java.util.Set;

/**
 * A proven request of the account to end sessions: those that {@link #means} accepts. Immutable. Source: SAML 2.0 core 3.7.1 and 3.7.3.2.
 *
 * @param identityProvider entity id of the account
 * @param nameId the account's name for the person
 * @param format of the name, if given
 * @param nameQualifier of the name, if given
 * @param sessionIndexes the account's sessions that end; empty for all of this name
 * @since 0.1
 */
public record LogoutOrder(
        String identityProvider,
        String nameId,
        Optional<String> format,
        Optional<String> nameQualifier,
        Set<String> sessionIndexes) {

    public LogoutOrder {
        sessionIndexes = Set.copyOf(sessionIndexes);
    }

    /** Whether the session with this handle must end. */
    public boolean means(LogoutHandle handle) {
        return identityProvider.equals(handle.identityProvider())
                && nameId.equals(handle.nameId())
                && fits(format, handle.format())
                && fits(nameQualifier, handle.nameQualifier())
                && (sessionIndexes.isEmpty()
                        || handle.sessionIndex().map(sessionIndexes::contains).orElse(false));
    }

    /** Equals {@link LogoutHandle#lookup()} of every session that may be meant. */
    public String lookup() {
        return Hash.of(identityProvider, nameId);
    }

    /** Names the account only, not the person. */
    @Override
    public String toString() {
        return "LogoutOrder[" + identityProvider + "]";
    }

    private static boolean fits(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
