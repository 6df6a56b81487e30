// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTest {

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private void file(String name, int first, int count) throws IOException {
        StringBuilder xml = new StringBuilder("<r xmlns='" + XZuFi.NAMESPACE + "'><nachrichtenkopf/>");
        for (int id = first; id < first + count; id++) {
            xml.append("<schreibe><leistung><id>").append(id).append("</id></leistung></schreibe>");
        }
        Files.writeString(folder.resolve(name), xml.append("</r>"));
    }

    private void index(String text) throws IOException {
        Files.writeString(folder.resolve("index.txt"), text);
    }

    private static String id(Transfer change) {
        return String.valueOf(((Leistung) ((Transfer.Schreibe) change).objekt()).id.value);
    }

    private List<String> ids() {
        try (Stream<Transfer> changes = XZuFi.reader().findings(findings::add).stream(folder)) {
            return changes.map(FolderTest::id).toList();
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    @Test
    void reads_files_in_the_order_of_the_index() throws IOException {
        file("XZUFI2.xml", 0, 2);
        file("XZUFI1 ä.xml", 2, 1);
        file("leer.xml", 0, 0);
        file("XZUFI10.xml", 3, 2);
        index("\uFEFFXZUFI2.xml\r\n\r\n  XZUFI1 ä.xml \r\nleer.xml\nXZUFI10.xml");
        assertThat(ids()).isEqualTo(numbers(0, 5));
        assertThat(findings).isEmpty();
    }

    @Test
    void reports_what_folder_and_index_do_not_share() throws IOException {
        file("a.xml", 0, 1);
        file("vergessen.xml", 5, 1);
        Files.createDirectory(folder.resolve("ordner.xml"));
        index("a.xml\nfehlt.xml\na.xml\nordner.xml\n");
        assertThat(ids()).containsExactly("0");
        assertThat(findings)
                .extracting(Finding::rule, Finding::path, f -> f.line().orElse(0))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("xzufi.index.twice", "a.xml", 3),
                        org.assertj.core.groups.Tuple.tuple("xzufi.index.missing", "fehlt.xml", 2),
                        org.assertj.core.groups.Tuple.tuple("xzufi.index.missing", "ordner.xml", 4),
                        org.assertj.core.groups.Tuple.tuple("xzufi.index.unlisted", "vergessen.xml", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n \r\n",
                "../a.xml",
                "..",
                ".",
                "/etc/passwd",
                "unter/a.xml",
                "unter\\a.xml",
                "C:a.xml",
                "a\u0000.xml",
                "a\u0007.xml",
                "*.xml"
            })
    void rejects_an_index_that_is_empty_or_leads_elsewhere(String text) throws IOException {
        file("a.xml", 0, 1);
        index(text);
        assertThatThrownBy(this::ids)
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xzufi.index"))
                .hasMessageNotContaining("passwd");
    }

    @Test
    void rejects_an_index_of_another_encoding_or_of_great_size_or_with_endless_names() throws IOException {
        Files.write(folder.resolve("index.txt"), "ä.xml".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(this::ids).isInstanceOf(RejectedException.class);
        Files.write(folder.resolve("index.txt"), new byte[(16 << 20) + 1]);
        assertThatThrownBy(this::ids).isInstanceOf(RejectedException.class);
        index("a".repeat(300));
        assertThatThrownBy(this::ids).isInstanceOf(RejectedException.class);
    }

    @Test
    void asks_for_an_index_where_there_is_none() {
        assertThatThrownBy(this::ids).isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.code())
                .isEqualTo("xzufi.index"));
    }

    @Test
    void does_not_follow_a_link_out_of_the_folder() throws IOException {
        Path dump = Files.createDirectory(folder.resolve("dump"));
        file("aussen.xml", 0, 1);
        Files.createSymbolicLink(dump.resolve("link.xml"), folder.resolve("aussen.xml"));
        Files.writeString(dump.resolve("index.txt"), "link.xml");
        try (Stream<Transfer> changes = XZuFi.reader().findings(findings::add).stream(dump)) {
            assertThat(changes).isEmpty();
        }
        assertThat(findings).extracting(Finding::rule).containsExactly("xzufi.index.missing");
    }

    @Test
    void names_the_file_that_is_broken_and_ends_there() throws IOException {
        file("a.xml", 0, 1);
        Files.writeString(folder.resolve("b.xml"), "<r xmlns='" + XZuFi.NAMESPACE + "'>\n<schreibe></r>");
        Files.writeString(folder.resolve("c.xml"), "<html/>");
        file("d.xml", 1, 1);
        index("a.xml\nb.xml\nd.xml\n");
        List<String> seen = new ArrayList<>();
        try (Stream<Transfer> changes = XZuFi.stream(folder)) {
            assertThatThrownBy(() -> changes.forEach(c -> seen.add(id(c))))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageStartingWith("xml.malformed: b.xml: ")
                    .hasMessageContaining("line 2");
        }
        assertThat(seen).containsExactly("0");
        index("c.xml");
        assertThatThrownBy(this::ids).hasMessageStartingWith("xzufi.version: c.xml: ");
    }

    @Test
    void puts_the_name_of_the_file_into_findings() throws IOException {
        Files.writeString(folder.resolve("a.xml"), "<r xmlns='" + XZuFi.NAMESPACE + "'>\n<schreibe/></r>");
        index("a.xml");
        assertThat(ids()).isEmpty();
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.path()).isEqualTo("a.xml");
            assertThat(f.line()).hasValue(2);
        });
    }

    @Test
    void opens_files_one_at_a_time_and_closes_them_when_the_reader_stops() throws IOException {
        int files = 3_000;
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < files; i++) {
            file(i + ".xml", i, 1);
            names.append(i).append(".xml\n");
        }
        index(names.toString());
        long before = openFiles();
        try (Stream<Transfer> changes = XZuFi.stream(folder)) {
            Iterator<Transfer> all = changes.iterator();
            for (int i = 0; i < files; i++) {
                assertThat(id(all.next())).isEqualTo(Integer.toString(i));
                if (i % 500 == 0) {
                    assertThat(openFiles() - before).isLessThan(50);
                }
            }
            assertThat(all.hasNext()).isFalse();
        }
        Stream<Transfer> stopped = XZuFi.stream(folder);
        Iterator<Transfer> some = stopped.iterator();
        some.next();
        stopped.close();
        for (int i = 0; i < files; i++) {
            Files.delete(folder.resolve(i + ".xml"));
        }
    }

    /** Where the system tells; otherwise only the deletes count, which fail on Windows for an open file. */
    private static long openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.count();
        }
    }

    @Test
    void goes_on_where_it_was_interrupted_and_leaves_nothing_out() throws IOException {
        file("a.xml", 0, 7);
        file("b.xml", 7, 0);
        file("c.xml", 7, 5);
        index("a.xml\nb.xml\nc.xml");
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            List<String> done = new ArrayList<>();
            String stored = "";
            while (done.size() < 12) {
                stored = readUntilKilled(stored, done, 1 + random.nextInt(5));
            }
            assertThat(done).isEqualTo(numbers(0, 12));
        }
    }

    /** Reads as a process does that stores the position with each object, and dies after some of them. */
    private String readUntilKilled(String stored, List<String> done, int objects) {
        XZuFiReader reader = stored.isEmpty() ? XZuFi.reader() : XZuFi.reader().from(Position.parse(stored));
        String position = stored;
        try (Stream<Placed> changes = reader.placed(folder)) {
            Iterator<Placed> all = changes.iterator();
            for (int i = 0; i < objects && all.hasNext(); i++) {
                Placed next = all.next();
                done.add(id(next.change()));
                position = next.next().toString();
            }
        }
        return position;
    }

    @Test
    void goes_on_in_a_single_file_and_in_a_stream() throws IOException {
        file("a.xml", 0, 4);
        Path file = folder.resolve("a.xml");
        try (Stream<Transfer> rest = XZuFi.reader().from(Position.parse("3@a.xml")).stream(file)) {
            assertThat(rest.map(FolderTest::id)).containsExactly("3");
        }
        try (Stream<Transfer> rest = XZuFi.reader().from(new Position("", 1)).stream(Files.newInputStream(file))) {
            assertThat(rest.map(FolderTest::id)).containsExactly("1", "2", "3");
        }
        try (Stream<Transfer> rest = XZuFi.reader().from(Position.parse("4@a.xml")).stream(file)) {
            assertThat(rest).isEmpty();
        }
    }

    @Test
    void comes_again_with_a_write_of_two_objects_of_which_one_is_done() throws IOException {
        Files.writeString(
                folder.resolve("a.xml"),
                "<r xmlns='" + XZuFi.NAMESPACE + "'><schreibe><leistung><id>0</id></leistung>"
                        + "<leistung><id>1</id></leistung></schreibe></r>");
        try (Stream<Placed> changes = XZuFi.reader().placed(folder.resolve("a.xml"))) {
            assertThat(changes.map(p -> p.next().changes())).containsExactly(0L, 1L);
        }
    }

    @Test
    void refuses_a_position_that_does_not_fit() throws IOException {
        file("a.xml", 0, 2);
        index("a.xml");
        assertThatThrownBy(() -> XZuFi.reader().from(new Position("weg.xml", 0)).stream(folder))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("xzufi.position"));
        assertThatThrownBy(() -> {
                    try (Stream<Transfer> rest = XZuFi.reader().from(new Position("a.xml", 3)).stream(folder)) {
                        rest.forEach(c -> {});
                    }
                })
                .isInstanceOfSatisfying(
                        OzgException.class, e -> assertThat(e.code()).isEqualTo("xzufi.position"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "@", "x@a.xml", "-1@a.xml", "1", "1@../a.xml", "1@a/b.xml", "99999999999999999999@a.xml"})
    void refuses_a_text_that_is_no_position(String text) {
        assertThatThrownBy(() -> Position.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0@", "12@XZUFI20240101.xml", "7@a@b.xml", "999999999999999999@ä ö.xml"})
    void keeps_the_form_of_a_position(String text) {
        assertThat(Position.parse(text)).hasToString(text);
    }

    @Test
    void shares_nothing_between_two_streams() throws IOException {
        file("a.xml", 0, 3);
        file("b.xml", 3, 3);
        index("a.xml\nb.xml");
        XZuFiReader reader = XZuFi.reader();
        try (Stream<Transfer> one = reader.stream(folder);
                Stream<Transfer> two = reader.stream(folder)) {
            Iterator<Transfer> first = one.iterator();
            Iterator<Transfer> second = two.iterator();
            for (int i = 0; i < 6; i++) {
                assertThat(id(first.next())).isEqualTo(id(second.next()));
            }
        }
    }

    @Test
    void reads_nothing_more_once_it_is_closed() throws IOException {
        file("a.xml", 0, 3);
        Stream<Transfer> changes = XZuFi.stream(folder.resolve("a.xml"));
        Iterator<Transfer> all = changes.iterator();
        all.next();
        changes.close();
        assertThat(all.hasNext()).isFalse();
        Files.delete(folder.resolve("a.xml"));
    }
}
