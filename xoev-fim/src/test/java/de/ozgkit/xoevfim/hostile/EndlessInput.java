// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** Bytes that nobody keeps: a beginning, then pieces made one after the other until so many bytes were read, then an end. */
final class EndlessInput extends InputStream {

    private final LongFunction<String> pieces;
    private final long bytes;
    private final String end;
    private byte[] current;
    private int at;
    private long number;
    private long given;
    private boolean ended;

    EndlessInput(String begin, LongFunction<String> pieces, long bytes, String end) {
        this.current = begin.getBytes(StandardCharsets.UTF_8);
        this.pieces = pieces;
        this.bytes = bytes;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int done = 0;
        while (done < length && refill()) {
            int count = Math.min(length - done, current.length - at);
            System.arraycopy(current, at, buffer, offset + done, count);
            at += count;
            done += count;
        }
        given += done;
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean refill() {
        while (at == current.length && !ended) {
            ended = given >= bytes;
            current = (ended ? end : pieces.apply(number++)).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return at < current.length;
    }
}
