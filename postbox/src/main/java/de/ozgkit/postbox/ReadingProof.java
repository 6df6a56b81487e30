// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import java.time.Instant;

/**
 * That the applicant opened a message: recorded once, at the first time, and never changed.
 *
 * @param messageId the message
 * @param readAt when it was opened first
 * @param readerKey by whom, opaque
 * @param contentHash SHA-256 over subject, text and the hashes of the attachments, hexadecimal: what it was that was opened
 * @since 0.1
 */
public record ReadingProof(MessageId messageId, Instant readAt, String readerKey, String contentHash) {

    @Override
    public String toString() {
        return "ReadingProof[" + messageId + ", " + readAt + "]";
    }
}
