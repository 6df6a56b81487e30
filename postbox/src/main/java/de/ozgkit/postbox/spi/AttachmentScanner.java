// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.spi;

import de.ozgkit.postbox.FileType;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks into a file before it is kept, usually by asking a malware scanner. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AttachmentScanner {

    /** What was found. */
    enum Verdict {
        CLEAN,
        MALWARE
    }

    /**
     * Reads a file whose size, name and type have been checked.
     *
     * @param content to read to the end or not; the caller closes it
     * @throws IOException if the content cannot be read or the scanner cannot be asked: the file is then not accepted, and the citizen
     *     is asked to try later
     */
    Verdict scan(FileType type, InputStream content) throws IOException;

    /** Accepts everything: for tests, and where files are scanned on the way in. */
    static AttachmentScanner none() {
        return (type, content) -> Verdict.CLEAN;
    }
}
