// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import java.time.Instant;

/**
 * A log-out that has begun here: what must be known again when the account answers.
 *
 * @param handle the RelayState, unguessable
 * @param requestId id of the LogoutRequest
 * @param serviceProvider entity id of the service that asked
 * @param identityProvider entity id of the account that was asked
 * @param returnTo path of the portal
 * @param expiresAt from when on the answer comes too late
 * @since 0.1
 */
public record PendingLogout(
        String handle,
        String requestId,
        String serviceProvider,
        String identityProvider,
        String returnTo,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "PendingLogout[" + requestId + "]";
    }
}
