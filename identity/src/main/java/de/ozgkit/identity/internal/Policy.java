// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.PendingLogin;
import java.time.Instant;
import java.util.Optional;

/**
 * How messages are judged that were recorded elsewhere, long ago: only for tests, reachable through {@code RecordedLogins} of testkit alone.
 * Everything that is not named here is judged as in production.
 *
 * @param sha1 whether signatures over SHA-1 count
 * @param plain whether the assertion may come unencrypted
 * @param anyRequest whether the request that was answered is unknown
 * @param anyLevel whether an unknown level counts as the lowest
 */
public record Policy(boolean sha1, boolean plain, boolean anyRequest, boolean anyLevel) {

    static final Policy STRICT = new Policy(false, false, false, false);

    /**
     * The verdict on a recorded message.
     *
     * @param registration whose state is asked for used assertions alone
     * @param requestId the request that was answered; anything if {@link #anyRequest}
     * @param askedAt when it was made
     */
    public LoginOutcome judge(Registration registration, String samlResponse, String requestId, Instant askedAt) {
        PendingLogin login = new PendingLogin(
                "recorded",
                requestId,
                registration.entityId(),
                registration.idp().entityId(),
                "",
                "/",
                TrustLevel.BASIC,
                true,
                Optional.empty(),
                askedAt,
                Instant.MAX,
                Optional.empty());
        return new Completion(registration, this).judge(samlResponse, login);
    }
}
