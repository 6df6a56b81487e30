// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.xoevfim.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The list of files in a dump of an editorial system (1.1): one name a line. Only files of the same folder count. */
final class Index {

    static final String NAME = "index.txt";

    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_NAME = 255;
    private static final String FORBIDDEN = "/\\:*?\"<>|";

    private Index() {}

    /** The files to read in their order; what does not fit together is reported. */
    static List<Path> files(Path folder, Consumer<Finding> findings) {
        Map<String, Integer> listed = names(text(folder.resolve(NAME)), findings);
        if (listed.isEmpty()) {
            throw new RejectedException(
                    "xzufi.index", NAME + " names no file; a sender that has nothing writes no index");
        }
        try {
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, Integer> name : listed.entrySet()) {
                Path file = folder.resolve(name.getKey());
                if (Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())) {
                    files.add(file);
                } else {
                    findings.accept(missing(name.getKey()).atLine(name.getValue()));
                }
            }
            reportUnlisted(folder, listed, findings);
            return files;
        } catch (IOException | InvalidPathException e) {
            throw new TransportException("xzufi.index", "the folder of " + NAME + " could not be read", false, e);
        }
    }

    private static void reportUnlisted(Path folder, Map<String, Integer> listed, Consumer<Finding> findings)
            throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            there.map(file -> file.getFileName().toString())
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".xml") && !listed.containsKey(name))
                    .sorted()
                    .forEach(name -> findings.accept(unlisted(name)));
        }
    }

    private static Finding missing(String name) {
        return Finding.error(
                "xzufi.index.missing",
                name,
                "Die Datei steht in index.txt, fehlt aber im Ordner.",
                "The file is listed in index.txt, but it is not in the folder.");
    }

    private static Finding unlisted(String name) {
        return Finding.warning(
                "xzufi.index.unlisted",
                name,
                "Die Datei steht nicht in index.txt und bleibt ungelesen. Der Portalverbund löscht, was in ihr stand.",
                "The file is not listed in index.txt and stays unread. The Portalverbund deletes what was in it.");
    }

    private static Map<String, Integer> names(String text, Consumer<Finding> findings) {
        Map<String, Integer> names = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            String name = line.strip();
            if (name.isEmpty()) {
                continue;
            }
            if (!isFileName(name)) {
                throw new RejectedException("xzufi.index", "line " + number + " of " + NAME + " is no name of a file");
            }
            if (names.putIfAbsent(name, number) != null) {
                findings.accept(Finding.warning(
                                "xzufi.index.twice",
                                name,
                                "Die Datei steht mehrmals in index.txt und wird einmal gelesen.",
                                "The file is listed in index.txt more than once and is read once.")
                        .atLine(number));
            }
        }
        return names;
    }

    /** A plain name that stays in its folder on every system. */
    static boolean isFileName(String name) {
        return name.length() <= MAX_NAME
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0);
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException("xzufi.index", "the folder has no " + NAME + ", which names its files");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new RejectedException("xzufi.index", NAME + " is larger than " + MAX_BYTES + " bytes");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RejectedException("xzufi.index", NAME + " is not written in UTF-8", e);
        } catch (IOException e) {
            throw new TransportException("xzufi.index", NAME + " could not be read", false, e);
        }
    }
}
