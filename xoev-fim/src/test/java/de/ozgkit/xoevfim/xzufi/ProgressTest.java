// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    private static final int OBJECTS = 20_000;

    @TempDir
    Path folder;

    record Told(long bytes, OptionalLong total, long objects, Optional<Duration> left) {}

    private final List<Told> told = new ArrayList<>();

    private XZuFiReader reader(Duration step) {
        return XZuFi.reader()
                .progress(
                        (bytes, total, objects, left) -> told.add(new Told(bytes, total, objects, left)),
                        new TickingClock(step));
    }

    private static String message(int objects) {
        return "<r xmlns='" + XZuFi.NAMESPACE + "'>"
                + "<schreibe><leistung><id>1</id></leistung></schreibe>".repeat(objects) + "</r>";
    }

    private Path folder() throws IOException {
        for (String name : List.of("a.xml", "b.xml")) {
            Files.writeString(folder.resolve(name), message(OBJECTS));
        }
        Files.writeString(folder.resolve("index.txt"), "a.xml\nb.xml");
        return folder;
    }

    @Test
    void tells_a_few_times_a_second_how_far_it_is_and_when_it_will_end() throws IOException {
        Duration step = Duration.ofMillis(1);
        try (Stream<Transfer> changes = reader(step).stream(folder())) {
            assertThat(changes.count()).isEqualTo(2L * OBJECTS);
        }
        long size = Files.size(folder.resolve("a.xml")) * 2;
        Duration whole = step.multipliedBy(2L * OBJECTS);
        assertThat(told).hasSizeBetween(100, (int) whole.toSeconds() * 4 + 1);
        assertThat(told).extracting(Told::bytes).isSorted();
        assertThat(told).extracting(Told::objects).isSorted();
        assertThat(told).allSatisfy(t -> assertThat(t.total()).hasValue(size));
        assertThat(told.get(told.size() - 1))
                .isEqualTo(new Told(size, OptionalLong.of(size), 2L * OBJECTS, Optional.of(Duration.ZERO)));
        Duration left = told.get(told.size() / 2).left().orElseThrow();
        assertThat(left)
                .isBetween(
                        whole.multipliedBy(4).dividedBy(10),
                        whole.multipliedBy(6).dividedBy(10));
    }

    @Test
    void counts_what_it_passes_over() throws IOException {
        try (Stream<Transfer> changes =
                reader(Duration.ofMillis(1)).from(new Position("b.xml", OBJECTS - 1)).stream(folder())) {
            assertThat(changes.count()).isEqualTo(1);
        }
        assertThat(told.size()).isGreaterThan(50);
        long size = Files.size(folder.resolve("a.xml"));
        assertThat(told).allSatisfy(t -> assertThat(t.bytes()).isGreaterThanOrEqualTo(size));
    }

    @Test
    void does_not_know_the_size_of_a_stream() {
        try (Stream<Transfer> changes = reader(Duration.ofMillis(100)).stream(Samples.stream(message(10)))) {
            assertThat(changes.count()).isEqualTo(10);
        }
        assertThat(told).hasSizeGreaterThan(2);
        assertThat(told).allSatisfy(t -> assertThat(t.total()).isEmpty());
        assertThat(told.get(0).left()).isEmpty();
    }
}
