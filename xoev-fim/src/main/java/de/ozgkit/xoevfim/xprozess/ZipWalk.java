// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.core.RejectedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Walks through a ZIP in base64 from front to end and counts what comes out of it. */
final class ZipWalk {

    private static final int MAX_ENTRIES = 1000;
    private static final long MAX_ENTRY = 64L << 20;
    private static final long MAX_TOTAL = 256L << 20;
    private static final long ALWAYS_FINE = 1L << 20;
    private static final int MAX_RATIO = 200;
    private static final int MAX_NAME = 200;

    private final ZipInputStream zip;
    private final long maxTotal;
    private long total;
    private int number = -1;

    ZipWalk(String base64) {
        // Names that are not marked as UTF-8 are of no known encoding; this one takes every byte.
        this.zip = new ZipInputStream(decoded(base64), StandardCharsets.ISO_8859_1);
        this.maxTotal = Math.min(MAX_TOTAL, Math.max(ALWAYS_FINE, MAX_RATIO * (base64.length() / 4L * 3)));
    }

    /** Moves to the next file; its name, or empty behind the last. Folders are passed by. */
    Optional<String> next() {
        try {
            ZipEntry entry;
            do {
                if (number >= 0) {
                    drain(content());
                }
                entry = zip.getNextEntry();
                number++;
                if (number >= MAX_ENTRIES && entry != null) {
                    throw new RejectedException(
                            "xprozess.zip.entries", "the ZIP has more than " + MAX_ENTRIES + " entries");
                }
            } while (entry != null && entry.isDirectory());
            if (entry == null) {
                zip.close();
                return Optional.empty();
            }
            return Optional.of(safeName(entry.getName(), number));
        } catch (IOException | IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /** The number of the file that it stands at, from 0. */
    int number() {
        return number;
    }

    /** The content of the file that it stands at. */
    InputStream content() {
        return new InputStream() {
            private long count;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                try {
                    int read = zip.read(buffer, offset, length);
                    count += Math.max(read, 0);
                    total += Math.max(read, 0);
                    if (count > MAX_ENTRY || total > maxTotal) {
                        throw new RejectedException(
                                "xprozess.zip.size",
                                "the ZIP holds more than " + Math.min(MAX_ENTRY, maxTotal) + " bytes");
                    }
                    return read;
                } catch (IOException e) {
                    throw malformed(e);
                }
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }

    private static void drain(InputStream content) {
        byte[] buffer = new byte[8192];
        try {
            while (content.read(buffer) >= 0) {
                // only counted
            }
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The first bytes, as many as there are up to this number; closes the stream. */
    static byte[] first(InputStream content, int count) {
        try (content) {
            return content.readNBytes(count);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    static InputStream decoded(String base64) {
        return new FilterInputStream(Base64.getDecoder().wrap(new Characters(base64))) {
            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                try {
                    return super.read(buffer, offset, length);
                } catch (IOException e) {
                    throw new RejectedException("xprozess.base64", "the content of a file is not base64", e);
                }
            }
        };
    }

    static String safeName(String name, int number) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]", "_")
                .strip();
        String bounded = last.length() > MAX_NAME ? last.substring(last.length() - MAX_NAME) : last;
        return bounded.replace(".", "").isBlank() ? "datei-" + (number + 1) : bounded;
    }

    private static RejectedException malformed(Exception e) {
        return new RejectedException("xprozess.zip.malformed", "the ZIP of a file cannot be unpacked", e);
    }

    /** Characters as bytes, without the white space that base64 in XML may have. */
    private static final class Characters extends InputStream {

        private final String text;
        private int at;

        Characters(String text) {
            this.text = text;
        }

        @Override
        public int read() {
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
            return at == text.length() ? -1 : Math.min(text.charAt(at++), 0x7f);
        }
    }
}
