// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts bytes, checks their encoding, and remembers a failure of the source apart from a failure of the parser. */
final class LimitedBytes extends FilterInputStream {

    /** What the parser looks at to guess the encoding. */
    private static final int WHILE_UNKNOWN = 4;

    private final long maxObject;
    private final long maxStep;
    private long read;
    private long objectEnd;
    private long stepEnd = Long.MAX_VALUE;
    private boolean tooMany;
    private boolean begun;
    private @Nullable Utf8Check utf8 = new Utf8Check();
    private boolean wrong;
    private @Nullable IOException failure;

    /** {@code maxObject} for what may be kept of one object, {@code maxStep} for one tag, of which the parser keeps everything. */
    LimitedBytes(InputStream in, long maxObject, long maxStep) {
        super(in);
        this.maxObject = maxObject;
        this.maxStep = maxStep;
        this.objectEnd = maxObject;
    }

    /** The parser has found out the encoding. Until then it gets a few bytes at a time, so that no more pass by unchecked. */
    void begin(boolean isUtf8) {
        begun = true;
        utf8 = isUtf8 ? utf8 : null;
    }

    /** From now on the bytes belong to another object. */
    void startObject() {
        objectEnd = read + maxObject;
    }

    /** The parser goes on to the next tag. */
    void startStep() {
        stepEnd = read + maxStep;
    }

    void endStep() {
        stepEnd = Long.MAX_VALUE;
    }

    long count() {
        return read;
    }

    boolean tooMany() {
        return tooMany;
    }

    /** Why the source could not be read. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (wrong && utf8 != null) {
            throw new IOException("no UTF-8");
        }
        int got;
        try {
            got = super.read(buffer, offset, begun ? length : Math.min(length, WHILE_UNKNOWN));
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        read += Math.max(got, 0);
        tooMany = read > Math.min(objectEnd, stepEnd);
        if (tooMany) {
            throw new IOException("too many bytes");
        }
        return utf8 == null ? got : checked(utf8, buffer, offset, got);
    }

    private static boolean hasZero(byte[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** What stands before a wrong byte is still handed out, so that the parser can name the line. */
    private int checked(Utf8Check check, byte[] buffer, int offset, int got) throws IOException {
        if (got <= 0 || wrong) {
            return got;
        }
        if (!begun && hasZero(buffer, offset, got)) {
            // UTF-16 or UTF-32, of which the parser wants to have more at once.
            begin(false);
            return got;
        }
        int good = check.firstWrong(buffer, offset, offset + got) - offset;
        wrong = good < got;
        if (good == 0 && begun) {
            throw new IOException("no UTF-8");
        }
        return begun ? good : got;
    }
}
