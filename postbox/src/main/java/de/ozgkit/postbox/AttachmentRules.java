// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which files are accepted.
 *
 * @param maxBytes the largest file
 * @param maxFiles how many files one message or application may have
 * @param types the kinds that are accepted
 * @since 0.1
 */
public record AttachmentRules(long maxBytes, int maxFiles, Set<FileType> types) {

    private static final long MEBIBYTE = 1 << 20;

    public AttachmentRules {
        types = Set.copyOf(types);
        if (maxBytes < 1 || maxFiles < 0) {
            throw new IllegalArgumentException(
                    "A file may have at least 1 byte, and the number of files is not negative");
        }
    }

    /** 10 files of 10 MB, of every type that {@link FileType} knows. */
    public static AttachmentRules defaults() {
        return new AttachmentRules(10 * MEBIBYTE, 10, EnumSet.allOf(FileType.class));
    }
}
