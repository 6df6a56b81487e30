// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is inside a file of a process model. It is decoded and unpacked only as far as it is read, never to disk, and never beyond
 * limits: 1000 entries, 64 MiB for one, 256 MiB and 200 times the packed size for all. Immutable and thread-safe; the streams are not.
 *
 * <p>Whatever breaks these limits, or cannot be unpacked, is a {@link RejectedException} from the method or stream that met it:
 * {@code xprozess.base64}, {@code xprozess.zip.malformed}, {@code xprozess.zip.entries}, {@code xprozess.zip.size}.
 *
 * @since 0.1
 */
public final class FileContent {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final int ROOT_BYTES = 1 << 20;

    private final String name;
    private final String base64;

    FileContent(String name, String base64) {
        this.name = name;
        this.base64 = base64;
    }

    /** One file of the ZIP, or the content itself if it is no ZIP. */
    public final class Entry {

        private final int number;
        private final String entryName;

        private Entry(int number, String entryName) {
            this.number = number;
            this.entryName = entryName;
        }

        /** Its name without folders and without characters that a file system or a log could take amiss. */
        public String name() {
            return entryName;
        }

        /** The content, from the start each time. */
        public InputStream open() {
            if (!isZip()) {
                return decoded();
            }
            ZipWalk walk = new ZipWalk(base64);
            while (walk.number() < number) {
                walk.next();
            }
            return walk.content();
        }

        /** What its first bytes say that it is: a PDF, PNG, JPEG, XML or ZIP, otherwise {@code application/octet-stream}. */
        public String mediaType() {
            return FileContent.mediaType(start(open()));
        }

        /** Whether it is a BPMN 2.0 model. */
        public boolean isBpmn() {
            try (XmlInput xml = new XmlInput(open(), ROOT_BYTES)) {
                xml.toRoot();
                return xml.namespace().equals(BPMN) && xml.name().equals("definitions");
            } catch (RejectedException e) {
                if (e.code().startsWith("xml.")) {
                    return false;
                }
                throw e;
            }
        }
    }

    /** The decoded content as it is, a ZIP not unpacked. */
    public InputStream decoded() {
        return ZipWalk.decoded(base64);
    }

    /** Whether it is a ZIP. */
    public boolean isZip() {
        byte[] start = start(decoded());
        return start.length >= 2 && start[0] == 'P' && start[1] == 'K';
    }

    /** The files inside, found one after the other while the stream is read. */
    public Stream<Entry> entries() {
        if (!isZip()) {
            return Stream.of(new Entry(0, ZipWalk.safeName(name, 0)));
        }
        ZipWalk walk = new ZipWalk(base64);
        var entries =
                new Spliterators.AbstractSpliterator<Entry>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Entry> action) {
                        Optional<String> next = walk.next();
                        next.ifPresent(found -> action.accept(new Entry(walk.number(), found)));
                        return next.isPresent();
                    }
                };
        return StreamSupport.stream(entries, false);
    }

    /** The first BPMN 2.0 model in it; empty if there is none. */
    public Optional<InputStream> bpmn() {
        return entries().filter(Entry::isBpmn).findFirst().map(Entry::open);
    }

    private static byte[] start(InputStream content) {
        return ZipWalk.first(content, 64);
    }

    private static String mediaType(byte[] start) {
        if (starts(start, '%', 'P', 'D', 'F')) {
            return "application/pdf";
        } else if (starts(start, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        } else if (starts(start, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        } else if (starts(start, 'P', 'K')) {
            return "application/zip";
        } else if (starts(start, '<') || starts(start, 0xef, 0xbb, 0xbf, '<')) {
            return "application/xml";
        }
        return "application/octet-stream";
    }

    private static boolean starts(byte[] bytes, int... expected) {
        byte[] wanted = new byte[expected.length];
        for (int i = 0; i < expected.length; i++) {
            wanted[i] = (byte) expected[i];
        }
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }
}
