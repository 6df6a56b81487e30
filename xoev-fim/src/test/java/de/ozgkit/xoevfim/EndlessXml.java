// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** A document that is made while it is read, so that a test needs no large file and no memory. */
public final class EndlessXml extends InputStream {

    private final LongFunction<String> part;
    private final long parts;
    private final String end;
    private long made;
    private byte[] bytes;
    private int at;

    /** Head, then this many parts, then the end. */
    public EndlessXml(String head, long parts, LongFunction<String> part, String end) {
        this.part = part;
        this.parts = parts;
        this.end = end;
        this.bytes = head.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int copied = 0;
        while (copied < length && fill()) {
            int count = Math.min(length - copied, bytes.length - at);
            System.arraycopy(bytes, at, buffer, offset + copied, count);
            at += count;
            copied += count;
        }
        return copied == 0 && length > 0 ? -1 : copied;
    }

    private boolean fill() {
        while (at == bytes.length && made <= parts) {
            bytes = (made < parts ? part.apply(made) : end).getBytes(StandardCharsets.UTF_8);
            at = 0;
            made++;
        }
        return at < bytes.length;
    }
}
