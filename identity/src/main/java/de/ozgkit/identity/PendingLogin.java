// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.TrustLevel;
import java.time.Instant;
import java.util.Optional;

/**
 * A log-in that has begun: what must be known again when the response comes, whatever node it comes to.
 *
 * @param handle the RelayState, unguessable
 * @param requestId id of the AuthnRequest
 * @param serviceProvider entity id of the service that asked
 * @param identityProvider entity id of the account that was asked
 * @param browser hash of the {@link BrowserKey}
 * @param returnTo path of the portal
 * @param level the level asked for
 * @param guests whether a person without a key may log in
 * @param samePerson hash of the key of the only person who may log in, see {@link Login#stepUp}; empty for anybody
 * @param begunAt when the request was made
 * @param expiresAt from when on the row may be deleted
 * @param usedAt when a response was judged; only once
 * @since 0.1
 */
public record PendingLogin(
        String handle,
        String requestId,
        String serviceProvider,
        String identityProvider,
        String browser,
        String returnTo,
        TrustLevel level,
        boolean guests,
        Optional<String> samePerson,
        Instant begunAt,
        Instant expiresAt,
        Optional<Instant> usedAt) {

    @Override
    public String toString() {
        return "PendingLogin[" + requestId + "]";
    }
}
