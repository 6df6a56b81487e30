// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

/**
 * A stored file: checked, named harmlessly, its content unchanged. Its name may be personal and is not in {@link #toString}.
 *
 * @param id what to open it by
 * @param fileName safe as a file name on every system, with the extension of its type
 * @param type what it is by its own first bytes
 * @param size bytes
 * @param sha256 hash of the content, hexadecimal
 * @since 0.1
 */
public record Attachment(AttachmentId id, String fileName, FileType type, long size, String sha256) {

    @Override
    public String toString() {
        return "Attachment[" + id + ", " + type + ", " + size + " bytes]";
    }
}
