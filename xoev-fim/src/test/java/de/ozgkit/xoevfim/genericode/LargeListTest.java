// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.ChildJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LargeListTest {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @Test
    void streams_a_million_rows_in_64_megabytes() {
        assertThat(ChildJvm.run("64m", AT_MOST, LargeListMain.class, "stream")).contains("entries 1000000");
    }

    @Test
    void refuses_hostile_lists_in_64_megabytes_and_says_why() {
        assertThat(ChildJvm.run("64m", AT_MOST, LargeListMain.class, "hostile"))
                .doesNotContain("ACCEPTED")
                .contains("million rows: xml.too_large")
                .contains("million columns: genericode.too_many_columns")
                .contains("million columns, streamed: genericode.too_many_columns")
                .contains("one long value: xml.too_large")
                .contains("one long row: xml.too_large")
                .contains("one long comment: xml.too_large")
                .contains("white space for ever: xml.too_large")
                .contains("depth: xml.too_deep")
                .contains("one long name: xml.")
                .contains("unknown elements: genericode.too_many_unknown")
                .contains("faults 202");
    }

    @Test
    void refuses_hostile_documents_in_128_megabytes() {
        assertThat(ChildJvm.run("128m", AT_MOST, LargeListMain.class, "documents"))
                .doesNotContain("ACCEPTED")
                .contains("million rows: xml.too_large")
                .contains("million columns: genericode.too_many_columns")
                .contains("empty rows: xml.too_large")
                .contains("empty values: xml.too_large");
    }
}
