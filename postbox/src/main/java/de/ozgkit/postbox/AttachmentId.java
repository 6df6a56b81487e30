// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import java.util.UUID;

/**
 * One stored file.
 *
 * @since 0.1
 */
public record AttachmentId(UUID value) {

    /**
     * Reads an id as it stands in addresses and forms.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static AttachmentId of(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
