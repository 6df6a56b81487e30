// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** A code list that is made while it is read, so that a test needs no large file and no memory. */
final class EndlessList extends InputStream {

    static final String HEAD = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE
            + "'><Identification><ShortName>groß</ShortName><Version>1</Version><CanonicalUri>urn:x</CanonicalUri>"
            + "<CanonicalVersionUri>urn:x_1</CanonicalVersionUri></Identification><ColumnSet>"
            + "<Column Id='code' Use='required'/><Column Id='name' Use='required'/>"
            + "<Key Id='codeKey'><ColumnRef Ref='code'/></Key></ColumnSet><SimpleCodeList>";
    static final String END = "</SimpleCodeList></g:CodeList>";

    private final LongFunction<String> part;
    private final long parts;
    private final String end;
    private long made;
    private byte[] bytes;
    private int at;

    /** Head, then this many parts, then the end. */
    EndlessList(String head, long parts, LongFunction<String> part, String end) {
        this.part = part;
        this.parts = parts;
        this.end = end;
        this.bytes = head.getBytes(StandardCharsets.UTF_8);
    }

    static EndlessList ofRows(long rows) {
        return new EndlessList(
                HEAD,
                rows,
                i -> "<Row><Value ColumnRef='code'><SimpleValue>" + i + "</SimpleValue></Value>"
                        + "<Value ColumnRef='name'><SimpleValue>Eintrag Nummer " + i + "</SimpleValue></Value></Row>\n",
                END);
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
