// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.SessionLimit;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** The form in which {@link SignedIn} travels between nodes. */
record FrozenSignedIn(
        FrozenIdentity identity,
        TrustLevel level,
        Instant authenticatedAt,
        Instant endsAt,
        Duration idle,
        String logout,
        String account)
        implements Serializable {

    private Object readResolve() {
        return new SignedIn(identity.thaw(), level, authenticatedAt, new SessionLimit(endsAt, idle), logout, account);
    }

    @Override
    public String toString() {
        return "FrozenSignedIn[" + level + "]";
    }
}
