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
import org.jspecify.annotations.Nullable;

/** The bytes on their way to the parser: hashed, limited, and kept as long as they may be needed again. */
final class Input extends FilterInputStream {

    private final MessageDigest digest;
    private @Nullable ByteArrayOutputStream recording = new ByteArrayOutputStream();
    private long limit = XmlInput.DOCUMENT_BYTES;
    private long count;
    private boolean ended;

    Input(InputStream in, MessageDigest digest) {
        super(in);
        this.digest = digest;
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
            recording.write(target, offset, read);
        }
        count += read;
        if (count > limit) {
            throw new RejectedException("xml.too_large", "larger than " + limit + " bytes");
        }
        return read;
    }

    /** From now on the limit holds for each object, and nothing is kept. */
    void streamed() {
        recording = null;
        limit = XmlInput.OBJECT_BYTES;
        startObject();
    }

    void startObject() {
        count = 0;
    }

    /** All that was read. */
    byte[] recorded() {
        return recording == null ? new byte[0] : recording.toByteArray();
    }

    /** Reads what is left, for the hash; gives up on an input without end. Returns whether the end was reached. */
    boolean drain() {
        recording = null;
        startObject();
        limit = XmlInput.DOCUMENT_BYTES;
        byte[] buffer = new byte[1 << 16];
        try {
            while (!ended) {
                read(buffer, 0, buffer.length);
            }
        } catch (IOException | RejectedException e) {
            return false;
        }
        return true;
    }
}
