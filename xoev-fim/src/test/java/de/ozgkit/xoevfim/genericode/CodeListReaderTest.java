// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Progress;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.TickingClock;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeListReaderTest {

    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    record Told(long bytes, OptionalLong total, long rows, Optional<Duration> left) {}

    private final List<Told> told = new ArrayList<>();
    private final Progress listener = (bytes, total, rows, left) -> told.add(new Told(bytes, total, rows, left));

    private static String list(int rows) {
        return "<g:CodeList xmlns:g='" + Genericode.NAMESPACE
                + "'><Identification><ShortName>x</ShortName><Version>1</Version><CanonicalUri>urn:x</CanonicalUri>"
                + "<CanonicalVersionUri>urn:x_1</CanonicalVersionUri></Identification><ColumnSet>"
                + "<Column Id='code' Use='required'/><Column Id='name' Use='optional'/>"
                + "<Key Id='codeKey'><ColumnRef Ref='code'/></Key></ColumnSet><SimpleCodeList>"
                + IntStream.range(0, rows)
                        .mapToObj(
                                i -> "<Row><Value ColumnRef='code'><SimpleValue>" + i + "</SimpleValue></Value></Row>")
                        .collect(Collectors.joining("<Annotation/>"))
                + "</SimpleCodeList></g:CodeList>";
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("list.xml"), list(ROWS));
    }

    private static List<String> codes(CodeListStream list) {
        return list.entries().map(CodeList.Entry::code).toList();
    }

    @Test
    void tells_how_far_it_is_and_at_the_end_the_whole_size() throws IOException {
        Path file = file();
        long size = Files.size(file);
        CodeListReader reader = Genericode.reader().progress(listener, new TickingClock(Duration.ofMillis(1)));
        try (CodeListStream list = reader.stream(file)) {
            assertThat(list.rows().count()).isEqualTo(ROWS);
            assertThat(list.rowsRead()).isEqualTo(ROWS);
        }
        assertThat(told).hasSizeBetween(50, 100);
        assertThat(told).extracting(Told::bytes).isSorted();
        assertThat(told).extracting(Told::rows).isSorted();
        assertThat(told).allSatisfy(t -> assertThat(t.total()).hasValue(size));
        assertThat(told.get(0).bytes()).isLessThan(size / 2);
        assertThat(told.get(told.size() / 2).left().orElseThrow())
                .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(14));
        assertThat(told.get(told.size() - 1))
                .isEqualTo(new Told(size, OptionalLong.of(size), ROWS, Optional.of(Duration.ZERO)));
    }

    @Test
    void tells_of_the_rows_that_it_passes_over_and_does_not_know_the_size_of_a_stream() {
        CodeListReader reader = Genericode.reader().progress(listener, new TickingClock(Duration.ofMillis(100)));
        try (CodeListStream list = reader.from(90).stream(Samples.stream(list(100)))) {
            assertThat(told).extracting(Told::rows).hasSizeGreaterThan(20).allMatch(rows -> rows <= 90);
            assertThat(list.rows().count()).isEqualTo(10);
        }
        assertThat(told).allSatisfy(t -> assertThat(t.total()).isEmpty());
        assertThat(told.get(0).left()).isEmpty();
        assertThat(told.get(told.size() - 1).rows()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 49, 50})
    void goes_on_behind_any_row(int rows) {
        List<String> expected =
                IntStream.range(rows, 50).mapToObj(Integer::toString).toList();
        try (CodeListStream list = Genericode.reader().from(rows).stream(Samples.stream(list(50)))) {
            assertThat(list.list().columns()).hasSize(2);
            assertThat(list.rowsRead()).isEqualTo(rows);
            assertThat(codes(list)).isEqualTo(expected);
            assertThat(list.rowsRead()).isEqualTo(50);
        }
    }

    @Test
    void an_import_that_broke_off_in_any_row_goes_on_with_that_row() throws IOException {
        Path file = Files.writeString(folder.resolve("list.xml"), list(30));
        Map<String, Integer> stored = new HashMap<>();
        long done = 0;
        for (int failures = 0; failures < 30; failures++) {
            done = importUntilItFails(file, done, stored);
        }
        assertThat(done).isEqualTo(30);
        assertThat(stored).hasSize(30);
        assertThat(stored.values()).containsOnly(1);
    }

    /** One row is stored each time; the next one fails. */
    private static long importUntilItFails(Path file, long from, Map<String, Integer> stored) {
        long[] done = {from};
        try (CodeListStream list = Genericode.reader().from(from).stream(file)) {
            list.rows().forEach(row -> {
                if (done[0] > from) {
                    throw new IllegalStateException("the database is away");
                }
                stored.merge(row.get("code"), 1, Integer::sum);
                done[0] = list.rowsRead();
            });
        } catch (IllegalStateException e) {
            assertThat(done[0]).isEqualTo(from + 1);
        }
        return done[0];
    }

    @Test
    void refuses_a_position_behind_the_end_and_closes_the_input() {
        boolean[] closed = {false};
        var in = new FilterInputStream(Samples.stream(list(3))) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        CodeListReader reader = Genericode.reader().from(4);
        assertThatThrownBy(() -> reader.stream(in))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("genericode.position"));
        assertThat(closed[0]).isTrue();
        assertThatThrownBy(() -> reader.from(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void meets_broken_xml_among_the_rows_that_it_passes_over() {
        String xml = list(9).replace("<SimpleValue>5", "<SimpleValue>&b;");
        assertThatThrownBy(() -> Genericode.reader().from(8).stream(Samples.stream(xml)))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xml.malformed"));
    }

    @Test
    void has_findings_of_the_rows_that_it_hands_out_only() {
        String xml = list(10).replaceAll("<SimpleValue>[38]</SimpleValue>", "");
        List<Finding> findings = new ArrayList<>();
        try (CodeListStream list = Genericode.reader().findings(findings::add).from(5).stream(Samples.stream(xml))) {
            assertThat(codes(list)).containsExactly("5", "6", "7", "9");
        }
        assertThat(findings).extracting(Finding::rule).containsExactly("genericode.value_missing");
    }

    @Test
    void has_no_row_to_go_on_from_if_a_document_has_no_rows() {
        String xml = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE + "'/>";
        try (CodeListStream list = Genericode.reader().progress(listener).stream(Samples.stream(xml))) {
            assertThat(list.rows()).isEmpty();
        }
        assertThat(told).containsExactly(new Told(xml.length(), OptionalLong.empty(), 0, Optional.of(Duration.ZERO)));
    }

    @Test
    void says_that_a_file_is_not_there() {
        assertThatThrownBy(() -> Genericode.reader().stream(folder.resolve("none.xml")))
                .isInstanceOf(ConfigurationException.class);
    }
}
