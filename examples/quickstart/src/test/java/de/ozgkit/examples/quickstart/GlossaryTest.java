// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The glossary names what there is. */
class GlossaryTest {

    private static final List<List<String>> ROWS = Checkout.text(Checkout.file("docs/glossary.md"))
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| German"))
            .map(line -> List.of(line.split("\\|")))
            .toList();

    @Test
    void every_name_in_code_exists() {
        List<String> names = ROWS.stream()
                .flatMap(row -> Sources.quotedIn(row.get(2)))
                .distinct()
                .toList();

        assertThat(names)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(Sources.declare(name)).as(name).isTrue());
    }
}
