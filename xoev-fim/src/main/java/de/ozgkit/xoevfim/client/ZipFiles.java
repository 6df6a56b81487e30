// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.RejectedException;

/** Tells a whole ZIP from anything else without unpacking it. */
final class ZipFiles {

    // "End of central directory": the last record of every ZIP, with a comment of up to 65535 bytes behind it.
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    private ZipFiles() {}

    /** The content itself, if it begins and ends as a ZIP does. */
    static byte[] check(byte[] content) {
        int last = content.length - END_LENGTH;
        if (last < 0 || content[0] != 'P' || content[1] != 'K') {
            throw broken();
        }
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            boolean record =
                    content[at] == 'P' && content[at + 1] == 'K' && content[at + 2] == 5 && content[at + 3] == 6;
            int comment = (content[at + 20] & 0xff) | (content[at + 21] & 0xff) << 8;
            if (record && at + END_LENGTH + comment == content.length) {
                return content;
            }
        }
        throw broken();
    }

    private static RejectedException broken() {
        return new RejectedException("zip.malformed", "no ZIP, or not the whole of it");
    }
}
