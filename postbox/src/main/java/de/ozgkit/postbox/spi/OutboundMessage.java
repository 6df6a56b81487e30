// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.spi;

import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.delivery.Submission;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Function;

/**
 * What a channel has to deliver. The same at every try, but for the number of the try.
 *
 * @param submission what was enqueued; personal
 * @param createdAt when it was enqueued
 * @param attempt 1 for the first try; after more, the peer may have it already
 * @param contents opens the content of an attachment
 * @since 0.1
 */
public record OutboundMessage(
        Submission submission, Instant createdAt, int attempt, Function<Attachment, InputStream> contents) {

    /** The id that the peer shall know it by. */
    public MessageId id() {
        return submission.id();
    }

    /** The content of one of the attachments, read as it is needed; the channel closes it. */
    public InputStream open(Attachment attachment) {
        return contents.apply(attachment);
    }

    @Override
    public String toString() {
        return "OutboundMessage[" + id() + ", attempt " + attempt + "]";
    }
}
