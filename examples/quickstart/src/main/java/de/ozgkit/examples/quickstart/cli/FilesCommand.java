// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What all commands have in common: files one after the other, two languages, text or JSON. */
@Command(mixinStandardHelpOptions = true, version = Ozgkit.VERSION)
abstract class FilesCommand implements Callable<Integer> {

    private static final String NO_FILE = "cli.file";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "files, folders with an index.txt, or - for the standard input")
    private List<String> files = List.of();

    @Option(names = "--lang", paramLabel = "de|en", description = "the language of messages, de if not said")
    private Language language = Language.de;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    private final List<Object> results = new ArrayList<>();

    /** The languages of messages. */
    enum Language {
        de,
        en
    }

    /** One file: its name as it was given, and where it lies. */
    record Input(String name, Path path) {}

    /** Handles one file and returns an exit code. */
    abstract int handle(Input input) throws IOException;

    @Override
    public Integer call() throws IOException {
        int worst = Ozgkit.OK;
        for (String file : files) {
            worst = Math.max(worst, one(file));
        }
        if (json && !results.isEmpty()) {
            reports().println(JSON.writeValueAsString(files.size() == 1 ? results.get(0) : results));
        }
        return worst;
    }

    private int one(String file) throws IOException {
        Path copy = null;
        try {
            if (file.equals("-")) {
                copy = Files.createTempFile("ozgkit-", ".xml");
                Files.copy(streams().in(), copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Path path = copy == null ? Path.of(file) : copy;
            if (!Files.isReadable(path)) {
                return failed(
                        file,
                        NO_FILE,
                        say("Die Datei ist nicht da oder nicht lesbar.", "The file is not there or cannot be read."));
            }
            if (Files.isDirectory(path) && !takesFolders()) {
                return failed(
                        file,
                        NO_FILE,
                        say(
                                "Das ist ein Ordner; hier geht nur eine Datei.",
                                "This is a folder; a file is needed here."));
            }
            return handle(new Input(file, path));
        } catch (RejectedException e) {
            refused(file, copy, e);
            return Ozgkit.FINDINGS;
        } catch (OzgException e) {
            return failed(file, e.code(), String.valueOf(e.getMessage()));
        } catch (IOException | InvalidPathException e) {
            return failed(file, NO_FILE, String.valueOf(e.getMessage()));
        } finally {
            if (copy != null) {
                Files.delete(copy);
            }
        }
    }

    private void refused(String file, @Nullable Path copy, RejectedException e) {
        // The name of the file is said already, and nobody knows that of the copy of the standard input.
        String name = String.valueOf((copy == null ? Path.of(file) : copy).getFileName());
        String message = String.valueOf(e.getMessage()).replace(name + ": ", "");
        problem(file, "refused", e.code(), message, say("zurückgewiesen", "refused") + ", " + message);
    }

    private int failed(String file, String code, String why) {
        problem(file, "failed", code, why, why);
        return Ozgkit.FAILED;
    }

    /** What went wrong with a file: never on the standard output as text, where a schema or a table may be expected. */
    private void problem(String file, String kind, String code, String message, String text) {
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("file", file);
            result.put(kind, code);
            result.put("message", message);
            results.add(result);
        } else {
            streams().err().println(file + ": " + text);
        }
    }

    /** Whether a folder with an index is something to handle. */
    boolean takesFolders() {
        return false;
    }

    /** Where JSON goes. */
    PrintStream reports() {
        return streams().out();
    }

    Ozgkit.Streams streams() {
        return ((Ozgkit) spec.root().userObject()).streams();
    }

    boolean json() {
        return json;
    }

    void result(Map<String, Object> result) {
        results.add(result);
    }

    void line(String text) {
        streams().out().println(text);
    }

    String say(String german, String english) {
        return language == Language.de ? german : english;
    }

    Locale locale() {
        return language == Language.de ? Locale.GERMAN : Locale.ENGLISH;
    }

    /** A finding for people: how bad, where, which rule, what. */
    String text(Finding finding) {
        String line = finding.line().isPresent()
                ? say("Zeile ", "line ") + finding.line().getAsInt() + "  "
                : "";
        String path = finding.path().isEmpty() ? "" : finding.path() + "  ";
        return severity(finding.severity()) + "  " + line + finding.rule() + "  " + path + finding.text(locale());
    }

    private String severity(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> say("Fehler", "error");
            case METHOD -> say("Methode", "method");
            case WARNING -> say("Warnung", "warning");
            case INFO -> say("Hinweis", "note");
        };
    }

    /** A finding for programs. */
    Map<String, Object> map(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("severity", finding.severity().name());
        map.put("rule", finding.rule());
        map.put("path", finding.path());
        finding.line().ifPresent(line -> map.put("line", line));
        map.put("text", finding.text());
        map.put("english", finding.english());
        return map;
    }

    static ConfigurationException cannotWrite(Path file, IOException e) {
        return new ConfigurationException("cli.write", "cannot write " + file + "; its folder must be there", e);
    }
}
