// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.validation.Validation.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of an editorial system: {@code index.txt} names the files of a full export, one a line. Source: PVOG Sammlerdienst, as
 * noted in chapter 1.1.
 */
final class DumpFolder {

    private static final int MAX_INDEX_BYTES = 4 << 20;
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}");

    private final Path folder;
    private final Consumer<Finding> findings;

    DumpFolder(Path folder, Consumer<Finding> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** Validates every file of the index. */
    Outcome validate(BiFunction<Path, Consumer<Finding>, Outcome> file) {
        Path index = folder.resolve("index.txt");
        if (!Files.isRegularFile(index)) {
            findings.accept(Finding.error(
                    "xzufi.index",
                    "index.txt",
                    "Im Ordner fehlt index.txt. Geben Sie eine Datei an, oder einen Ordner mit index.txt.",
                    "The folder has no index.txt. Name a file, or a folder with an index.txt."));
            return new Outcome(false, false);
        }
        try {
            return validate(names(index), file);
        } catch (IOException e) {
            findings.accept(Run.unreadable());
            return new Outcome(false, false);
        }
    }

    private Outcome validate(Set<String> names, BiFunction<Path, Consumer<Finding>, Outcome> validator)
            throws IOException {
        boolean ran = true;
        boolean whole = true;
        for (String name : names) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                findings.accept(Finding.error(
                        "xzufi.index_missing_file",
                        name,
                        "Die Datei steht in index.txt, liegt aber nicht im Ordner.",
                        "The file is in index.txt, but not in the folder."));
                continue;
            }
            Outcome outcome = validator.apply(folder.resolve(name), f -> findings.accept(inFile(name, f)));
            ran &= outcome.ran();
            whole &= outcome.whole();
        }
        notListed(names);
        return new Outcome(ran, whole);
    }

    /** What is not in the index is deleted by the receiver. */
    private void notListed(Set<String> names) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            all.map(p -> String.valueOf(p.getFileName()))
                    .filter(n -> n.endsWith(".xml") && !names.contains(n))
                    .sorted()
                    .forEach(n -> findings.accept(Finding.warning(
                            "xzufi.index_extra_file",
                            FILE_NAME.matcher(n).matches() ? n : "",
                            "Die Datei steht nicht in index.txt; ihre Objekte werden beim Empfänger gelöscht.",
                            "The file is not in index.txt; the receiver will delete its objects.")));
        }
    }

    private Set<String> names(Path index) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(index)) {
            bytes = in.readNBytes(MAX_INDEX_BYTES);
        }
        List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replace("\ufeff", "").strip())
                .toList();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (FILE_NAME.matcher(lines.get(i)).matches()) {
                names.add(lines.get(i));
            } else if (!lines.get(i).isEmpty()) {
                findings.accept(Finding.error(
                                "xzufi.index_name",
                                "index.txt",
                                "In dieser Zeile steht kein einfacher Dateiname.",
                                "This line holds no plain file name.")
                        .atLine(i + 1));
            }
        }
        if (names.isEmpty()) {
            findings.accept(Finding.error(
                    "xzufi.index_empty",
                    "index.txt",
                    "index.txt nennt keine Datei; der Empfänger bricht den Import ab.",
                    "index.txt names no file; the receiver aborts the import."));
        }
        return names;
    }

    private static Finding inFile(String name, Finding f) {
        return new Finding(f.severity(), f.rule(), name + f.path(), f.line(), f.text(), f.english());
    }
}
