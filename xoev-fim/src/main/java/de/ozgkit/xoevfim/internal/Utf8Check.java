// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks bytes for UTF-8 as RFC 3629 has it, piece by piece: no longer form than needed, no surrogates, nothing above U+10FFFF. The parser
 * takes longer forms too, in which a text could pass by whoever looked at the bytes before.
 */
final class Utf8Check {

    // Eight bytes at a time: each byte of a large file passes here.
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NO_ASCII = 0x8080808080808080L;
    private static final int LOW = 0x80;
    private static final int HIGH = 0xbf;

    private int missing;
    private int low = LOW;
    private int high = HIGH;

    /** Takes more bytes; gives the place of the first one that cannot stand there, or {@code end}. Nothing is to come behind such one. */
    int firstWrong(byte[] bytes, int begin, int end) {
        int at = begin;
        while (at < end) {
            int next = bytes[at] & 0xff;
            if (missing > 0) {
                if (next < low || next > high) {
                    return at;
                }
                low = LOW;
                high = HIGH;
                missing--;
            } else if (next >= LOW && !begins(next)) {
                return at;
            }
            at++;
            if (missing == 0) {
                at = behindAscii(bytes, at, end);
            }
        }
        return end;
    }

    private static int behindAscii(byte[] bytes, int begin, int end) {
        int at = begin;
        while (at <= end - Long.BYTES) {
            long others = (long) EIGHT.get(bytes, at) & NO_ASCII;
            if (others != 0) {
                return at + Long.numberOfTrailingZeros(others) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private boolean begins(int lead) {
        if (lead < 0xc2 || lead > 0xf4) {
            return false;
        }
        missing = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        switch (lead) {
            case 0xe0 -> low = 0xa0;
            case 0xed -> high = 0x9f;
            case 0xf0 -> low = 0x90;
            case 0xf4 -> high = 0x8f;
            default -> {}
        }
        return true;
    }
}
