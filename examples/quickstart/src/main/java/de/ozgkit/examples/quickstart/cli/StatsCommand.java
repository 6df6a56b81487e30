// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.form.FormElement;
import de.ozgkit.xoevfim.form.FormField;
import de.ozgkit.xoevfim.form.FormGroup;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.form.FormRule;
import de.ozgkit.xoevfim.genericode.CodeListStream;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import de.ozgkit.xoevfim.xprozess.XProzess;
import de.ozgkit.xoevfim.xprozess.XProzessMessage;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code ozgkit stats}: what is in a file, and how much of it. */
@Command(name = "stats", description = "Counts what is in files.")
final class StatsCommand extends FilesCommand {

    @Override
    boolean takesFolders() {
        return true;
    }

    @Override
    int handle(Input input) throws IOException {
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("file", input.name());
        Standard standard = Standard.of(input.path());
        stats.put("standard", standard.name());
        stats.put("bytes", bytes(input.path()));
        switch (standard) {
            case XZUFI -> transfer(input.path(), stats);
            case XDATENFELDER -> schema(XDatenfelder.read(input.path()), stats);
            case XPROZESS -> processes(XProzess.read(input.path()), stats);
            case GENERICODE -> list(input.path(), stats);
            case UNKNOWN -> throw new RejectedException(
                    "cli.standard", "the root element is of no standard that is known here");
        }
        if (json()) {
            result(stats);
        } else {
            stats.forEach((name, value) -> line(name.equals("file") ? value + ":" : "  " + name + ": " + value));
        }
        return Ozgkit.OK;
    }

    private void transfer(Path path, Map<String, Object> stats) {
        Map<String, Long> objects = new TreeMap<>();
        Map<String, Long> languages = new TreeMap<>();
        long[] findings = {0};
        ProgressBar bar = new ProgressBar(streams());
        try (Stream<Transfer> changes = XZuFi.reader().findings(finding -> findings[0]++).progress(bar).stream(path)) {
            changes.forEach(change -> {
                objects.merge(
                        change.fold(
                                write -> write.objekt().getClass().getSimpleName(),
                                delete -> "loesche " + delete.klasse()),
                        1L,
                        Long::sum);
                change.fold(write -> languages(write, languages), delete -> languages);
            });
        } finally {
            bar.clear();
        }
        stats.put("objects", objects);
        stats.put("languages", languages);
        stats.put("findings", findings[0]);
    }

    private static Map<String, Long> languages(Transfer.Schreibe write, Map<String, Long> languages) {
        if (write.objekt() instanceof Leistung leistung) {
            leistung.modulText.stream()
                    .flatMap(module -> module.inhalt.stream())
                    .forEach(text -> languages.merge(String.valueOf(text.languageCode), 1L, Long::sum));
        }
        return languages;
    }

    private static void schema(XDatenfelderMessage message, Map<String, Object> stats) {
        FormModel form = FormModel.of(message);
        Map<String, Long> counts = new TreeMap<>();
        count(form.elements(), counts);
        stats.put("version", message.fold(v2 -> "2.0", v3 -> "3.0.0"));
        stats.put("id", form.id());
        stats.put("elements", counts);
        stats.put("rules", form.rules().size());
        stats.put(
                "rulesUnderstood",
                form.rules().stream().filter(FormRule::understood).count());
        stats.put("findings", message.findings().size() + form.findings().size());
    }

    private static void count(List<FormElement> elements, Map<String, Long> counts) {
        for (FormElement element : elements) {
            counts.merge(element instanceof FormGroup ? "groups" : "fields", 1L, Long::sum);
            if (element instanceof FormGroup group) {
                count(group.children(), counts);
            } else if (element instanceof FormField field) {
                counts.merge("choices", (long) field.choices().size(), Long::sum);
            }
        }
    }

    private static void processes(XProzessMessage message, Map<String, Object> stats) {
        stats.put("prozessklassen", message.prozessklassen().size());
        stats.put("prozesse", message.prozesse().size());
        stats.put("findings", message.findings().size());
    }

    private static void list(Path path, Map<String, Object> stats) {
        try (CodeListStream list = Genericode.stream(path)) {
            stats.put("uri", list.list().canonicalUri());
            stats.put("version", list.list().version());
            stats.put("columns", list.list().columns().size());
            stats.put("keys", list.list().keys().size());
            stats.put("rows", list.rows().count());
        }
    }

    private static long bytes(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.size(path);
        }
        long bytes = 0;
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
