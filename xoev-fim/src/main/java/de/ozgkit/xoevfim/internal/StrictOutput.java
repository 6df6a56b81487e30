// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets no control character into an XML file: JAXB would write it, and no reader would accept the file. Closes nothing. */
public final class StrictOutput extends FilterOutputStream {

    public StrictOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        check((byte) b);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            check(bytes[i]);
        }
        out.write(bytes, offset, length);
    }

    /** In UTF-8 a byte below 0x20 is always that very character. */
    private static void check(byte b) {
        if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
            throw new IllegalArgumentException("a text holds a control character, which XML cannot carry");
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
