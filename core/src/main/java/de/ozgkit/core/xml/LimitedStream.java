// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import de.ozgkit.core.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Passes on so many bytes and no more. Its failures are unchecked, so that no parser takes them for faults of the document. */
final class LimitedStream extends InputStream {

    private final InputStream source;
    private final long limit;
    private long left;

    LimitedStream(InputStream source, long limit) {
        this.source = source;
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        try {
            // One byte more than is left tells a document that just fits from one that does not.
            int count = source.read(target, offset, (int) Math.min(length, left + 1));
            if (count > left) {
                throw new RejectedException(
                        "xml.too_large",
                        "The document has more than the " + limit
                                + " bytes allowed here; raise the limit if it is wanted");
            }
            left -= Math.max(count, 0);
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
