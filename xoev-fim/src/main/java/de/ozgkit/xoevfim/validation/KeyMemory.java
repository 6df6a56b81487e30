// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

/**
 * Remembers which keys a code list had, in 8 to 16 bytes for each: 64 bits of a hash stand for a key. Two different keys are taken for
 * the same in one of some ten million lists of a million rows.
 */
final class KeyMemory {

    /** With it the table has 16 MiB. */
    private static final int MAX = 1_500_000;

    private long[] table = new long[1 << 10];
    private int size;

    boolean isFull() {
        return size >= MAX;
    }

    /** Returns whether it is new. */
    boolean add(CharSequence key) {
        if (size * 4L > table.length * 3L) {
            grow();
        }
        boolean added = put(table, hash(key));
        size += added ? 1 : 0;
        return added;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        table = larger;
    }

    private static boolean put(long[] table, long hash) {
        int mask = table.length - 1;
        for (int i = (int) (hash ^ hash >>> 32) & mask; ; i = i + 1 & mask) {
            if (table[i] == hash) {
                return false;
            }
            if (table[i] == 0) {
                table[i] = hash;
                return true;
            }
        }
    }

    /** FNV-1a over the characters, mixed at the end; 0 stands for an empty place. */
    private static long hash(CharSequence key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
