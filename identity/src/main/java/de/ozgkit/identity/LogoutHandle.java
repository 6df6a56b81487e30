// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.identity.internal.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be kept in the portal's session to log out at the account later: the account, its name for this log-in, and its session. A
 * portal stores it as {@link #asText()} and looks at nothing in it. It names a person, so keep it as safe as the session. Immutable. Source:
 * SAML 2.0 core 2.2.2 and 3.7.1.
 *
 * @param identityProvider entity id of the account
 * @param nameId the account's name for the person in this log-in
 * @param format of the name, if given
 * @param nameQualifier of the name, if given: within what it is unique
 * @param spNameQualifier of the name, if given: for whom
 * @param sessionIndex the account's session, if given
 * @since 0.1
 */
public record LogoutHandle(
        String identityProvider,
        String nameId,
        Optional<String> format,
        Optional<String> nameQualifier,
        Optional<String> spNameQualifier,
        Optional<String> sessionIndex) {

    private static final int PARTS = 6;

    /** The handle as a text of letters, digits and the characters {@code - _ .}; {@link #parse} reads it again. */
    public String asText() {
        return Stream.of(
                        Optional.of(identityProvider),
                        Optional.of(nameId),
                        format,
                        nameQualifier,
                        spNameQualifier,
                        sessionIndex)
                .map(part -> part.map(LogoutHandle::encode).orElse(""))
                .collect(Collectors.joining("."));
    }

    /**
     * The handle that {@link #asText()} wrote.
     *
     * @throws IllegalArgumentException if the text is none of ours
     */
    public static LogoutHandle parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a handle for logging out");
        }
        return new LogoutHandle(
                decode(parts[0]).orElse(""),
                decode(parts[1]).orElse(""),
                decode(parts[2]),
                decode(parts[3]),
                decode(parts[4]),
                decode(parts[5]));
    }

    /**
     * What all sessions of this name at the account have in common, as a hash of 64 characters: to find the sessions that a
     * {@link LogoutOrder} may mean.
     */
    public String lookup() {
        return Hash.of(identityProvider, nameId);
    }

    @Override
    public String toString() {
        return "LogoutHandle[" + identityProvider + "]";
    }

    private static String encode(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decode(String part) {
        return part.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
