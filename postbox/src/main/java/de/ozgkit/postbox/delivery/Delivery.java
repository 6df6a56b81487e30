// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.CaseId;
import de.ozgkit.postbox.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one message to an office has come, for operators: nothing of its content.
 *
 * @param id the message
 * @param caseId the application
 * @param channel the way it goes
 * @param state how far
 * @param attempts tries since it was enqueued or replayed
 * @param createdAt when it was enqueued
 * @param changedAt when its state changed last
 * @param nextAt when it is tried next, while it waits after a failure
 * @param remoteId what the peer calls it
 * @param lastError the code of the last failure
 * @param lastReason what the peer said when it rejected the message; may be personal and is not in {@link #toString}
 * @since 0.1
 */
public record Delivery(
        MessageId id,
        CaseId caseId,
        String channel,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> nextAt,
        Optional<String> remoteId,
        Optional<String> lastError,
        Optional<String> lastReason) {

    @Override
    public String toString() {
        return "Delivery[" + id + ", " + channel + ", " + state + ", " + attempts + " attempts"
                + lastError.map(e -> ", " + e).orElse("") + "]";
    }
}
