// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes on their way to the parser: hashed, limited, and kept as long as they may be needed again. */
final class Input extends FilterInputStream {

    // What is held several times must not fill the heap, however small that is.
    private static final long SHARE = Runtime.getRuntime().maxMemory() / 16;

    /** Of one text or tag, which a parser holds several times. A file inside XProzess is one text. */
    private static final long TOKEN_BYTES = Math.min(24L << 20, SHARE);

    private static final long STREAMED_TOKEN_BYTES = Math.min(4L << 20, SHARE);

    /** More than the largest real schema has. */
    private static final long RECORDED_BYTES = Math.min(16L << 20, SHARE);

    private final MessageDigest digest;
    private @Nullable ByteArrayOutputStream recording;
    private long limit = XmlInput.DOCUMENT_BYTES;
    private long count;
    private long tokenLimit = TOKEN_BYTES;
    private long tokenCount;
    private boolean ended;

    /** @param record whether the bytes will be needed again, because they cannot be read again */
    Input(InputStream in, MessageDigest digest, boolean record) {
        super(in);
        this.digest = digest;
        this.recording = record ? new ByteArrayOutputStream() : null;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read < 0) {
            ended = true;
            return read;
        }
        digest.update(target, offset, read);
        if (recording != null) {
            recording = recording.size() + read > RECORDED_BYTES ? null : recording;
        }
        if (recording != null) {
            recording.write(target, offset, read);
        }
        count += read;
        tokenCount += read;
        if (count > limit || tokenCount > tokenLimit) {
            throw new RejectedException("xml.too_large", "larger than is allowed");
        }
        return read;
    }

    /** From now on the limit holds for each object, and nothing is kept. */
    void streamed() {
        recording = null;
        limit = XmlInput.OBJECT_BYTES;
        tokenLimit = STREAMED_TOKEN_BYTES;
        startObject();
    }

    void startObject() {
        count = 0;
    }

    /** A text or tag has been read. */
    void startToken() {
        tokenCount = 0;
    }

    /** All that was read; empty if it was not kept, or is too much to be kept. */
    Optional<byte[]> recorded() {
        return Optional.ofNullable(recording).map(ByteArrayOutputStream::toByteArray);
    }

    /** Reads what is left, for the hash; gives up on an input without end. Returns whether the end was reached. */
    boolean drain() {
        recording = null;
        startObject();
        limit = XmlInput.DOCUMENT_BYTES;
        byte[] buffer = new byte[1 << 16];
        try {
            while (!ended) {
                startToken();
                read(buffer, 0, buffer.length);
            }
        } catch (IOException | RejectedException e) {
            return false;
        }
        return true;
    }
}
