// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Endless and very long inputs, read by another process with a heap of 64 MB. */
@Tag("slow")
class BoundedMemoryTest {

    private static final Set<String> TO_THE_END =
            Set.of("xzufi long transfer", "xzufi many namespaces", "xzufi many deletes");

    private static List<String> outcomes = List.of();

    @BeforeAll
    static void read_everything() {
        outcomes = ChildJvm.run("64m", Duration.ofMinutes(5), HostileReadings.class)
                .lines()
                .filter(line -> line.contains(" after "))
                .toList();
    }

    private static boolean endsByItself(String line) {
        return TO_THE_END.contains(line.substring(0, line.indexOf(':')));
    }

    @Test
    void reads_long_transfers_to_the_end() {
        assertThat(outcomes)
                .filteredOn(BoundedMemoryTest::endsByItself)
                .hasSize(TO_THE_END.size())
                .allMatch(line -> line.contains(": read after"));
    }

    @Test
    void refuses_endless_inputs_with_a_code_and_the_line() {
        assertThat(outcomes)
                .filteredOn(line -> !endsByItself(line))
                .hasSizeGreaterThan(100)
                .allMatch(line -> line.matches(".*: xml\\.(too_large|too_deep|malformed|doctype) with line after .*"));
    }
}
