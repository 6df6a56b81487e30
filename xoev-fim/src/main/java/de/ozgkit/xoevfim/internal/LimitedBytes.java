// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts bytes, and remembers a failure of the source apart from a failure of the parser. */
final class LimitedBytes extends FilterInputStream {

    private final long maxObject;
    private final long maxStep;
    private long read;
    private long objectEnd;
    private long stepEnd = Long.MAX_VALUE;
    private boolean tooMany;
    private @Nullable IOException failure;

    /** {@code maxObject} for what may be kept of one object, {@code maxStep} for one tag, of which the parser keeps everything. */
    LimitedBytes(InputStream in, long maxObject, long maxStep) {
        super(in);
        this.maxObject = maxObject;
        this.maxStep = maxStep;
        this.objectEnd = maxObject;
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
        int got;
        try {
            got = super.read(buffer, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        read += Math.max(got, 0);
        tooMany = read > Math.min(objectEnd, stepEnd);
        if (tooMany) {
            throw new IOException("too many bytes");
        }
        return got;
    }
}
