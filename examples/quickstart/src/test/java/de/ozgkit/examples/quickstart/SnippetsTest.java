// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and guide print is what is compiled and run here, or in the example with Spring Boot. */
class SnippetsTest {

    private static final String FENCE = "```";
    private static final Pattern MARKER = Pattern.compile("<!-- snippet: (\\w+)#([\\w-]+) -->");
    private static final List<String> SOURCES = List.of(
            "examples/quickstart/src/main/java/de/ozgkit/examples/quickstart",
            "examples/quickstart/src/test/java/de/ozgkit/examples/quickstart",
            "examples/spring-boot/src/main/java/de/ozgkit/examples/springboot");

    /** A block of code and the line above it. */
    record Block(Path document, int line, String marker, List<String> code) {
        @Override
        public String toString() {
            return document.getFileName() + ":" + line + " " + marker;
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void is_what_the_quickstart_does(Block block) {
        Matcher marker = MARKER.matcher(block.marker());
        assertThat(marker.matches())
                .as("%s: a java block stands right below a line <!-- snippet: Class#region -->", block)
                .isTrue();

        assertThat(withoutIndentation(block.code()))
                .as("%s", block)
                .isEqualTo(withoutIndentation(region(marker.group(1), marker.group(2))));
    }

    @Test
    void finds_blocks_in_every_document() {
        assertThat(blocks().map(Block::document).distinct()).containsAll(documents());
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void notices_a_block_without_a_marker_and_one_that_differs() {
        List<Block> found = blocks(Path.of("x.md"), List.of("text", "", "  ```java", "  a();", "    b();", "  ```"));

        assertThat(found).singleElement().satisfies(block -> {
            assertThat(block.marker()).isEmpty();
            assertThat(withoutIndentation(block.code())).isEqualTo("a();\n  b();");
            assertThat(withoutIndentation(block.code())).isNotEqualTo(withoutIndentation(List.of("a();", "b();")));
        });
    }

    private static Stream<Block> blocks() {
        return documents().stream()
                .flatMap(document ->
                        blocks(document, Checkout.text(document).lines().toList()).stream());
    }

    private static List<Path> documents() {
        try (Stream<Path> guide = Files.list(Checkout.file("docs/guide"))) {
            return Stream.concat(Stream.of(Checkout.file("README.md")), guide)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("guide/README.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(Path document, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(FENCE)) {
                int end = i + 1;
                while (!lines.get(end).strip().equals(FENCE)) {
                    end++;
                }
                if (lines.get(i).strip().startsWith(FENCE + "java")) {
                    String above = i == 0 ? "" : lines.get(i - 1).strip();
                    blocks.add(new Block(document, i + 1, above, lines.subList(i + 1, end)));
                }
                i = end;
            }
        }
        return blocks;
    }

    private static List<String> region(String type, String name) {
        Path source = SOURCES.stream()
                .map(folder -> Checkout.file(folder + "/" + type + ".java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no class " + type + " in the examples"));
        List<String> lines = Checkout.text(source).lines().toList();
        List<String> trimmed = lines.stream().map(String::strip).toList();
        int begin = trimmed.indexOf("// tag::" + name);
        int end = trimmed.indexOf("// end::" + name);
        assertThat(begin).as("// tag::%s in %s", name, type).isNotNegative();
        assertThat(end).as("// end::%s in %s", name, type).isGreaterThan(begin);
        return lines.subList(begin + 1, end);
    }

    /** The same lines moved to the left as far as all of them can go. */
    private static String withoutIndentation(List<String> lines) {
        return String.join("\n", lines).stripIndent().strip();
    }
}
