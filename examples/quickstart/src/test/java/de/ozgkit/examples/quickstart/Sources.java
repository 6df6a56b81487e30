// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of all modules, to look up what the documents speak of. */
final class Sources {

    private static final List<String> MODULES = List.of(
            "core",
            "xoev-fim",
            "identity",
            "payment",
            "postbox",
            "testkit",
            "examples/serviceportal",
            "examples/transfer-code");
    private static final Map<Path, String> FILES = MODULES.stream()
            .flatMap(module -> javaFiles(Checkout.file(module + "/src/main/java")))
            .collect(toMap(file -> file, Checkout::text));

    /** A type and maybe one of its members, such as {@code Ars}, {@code Ars.ags()} or {@code Jobs.on(..).build()}. */
    private static final Pattern NAME = Pattern.compile("@?([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?(?:[.(].*)?");

    private Sources() {}

    /** Whether a text between backticks looks like a name of ours. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether there is a type of that name, and what is named behind the point in the same file. */
    static boolean declare(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return false;
        }
        Pattern type = Pattern.compile("\\b(?:class|record|interface|enum) " + matcher.group(1) + "\\b");
        String member = matcher.group(2);
        Pattern inside = Pattern.compile("\\b" + (member == null ? "" : member) + "\\b");
        return FILES.values().stream()
                .anyMatch(source ->
                        type.matcher(source).find() && inside.matcher(source).find());
    }

    /** Whether some source holds this text as a whole string. */
    static boolean haveString(String text) {
        return FILES.values().stream().anyMatch(source -> source.contains('"' + text + '"'));
    }

    /** What stands between backticks, outside blocks of code. */
    static Stream<String> quotedIn(String markdown) {
        String prose = Pattern.compile("^ *```.*?^ *```", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(markdown)
                .replaceAll("");
        return Pattern.compile("`([^`\n]+)`").matcher(prose).results().map(found -> found.group(1));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
