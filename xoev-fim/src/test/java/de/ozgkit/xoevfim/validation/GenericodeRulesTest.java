// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.ValidationReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericodeRulesTest {

    private static final String CLEAN = Samples.resourceText("validation/C00001001_genericode.xml");

    @Test
    void a_clean_list_breaks_no_rule() {
        assertThat(validate(CLEAN).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            genericode.version_uri | WARNING | ding_2026-01-01< | ding_1<
            genericode.key         | ERROR   | <SimpleValue>002</SimpleValue> | <SimpleValue>001</SimpleValue>
            genericode.required    | ERROR   | <Value><SimpleValue>002</SimpleValue></Value> | <Value/>
            genericode.reference   | ERROR   | Ref="code"/>     | Ref="other"/>
            genericode.reference   | ERROR   | ColumnRef="name" | ColumnRef="title"
            genericode.value_twice | ERROR   | ColumnRef="name" | ColumnRef="code"
            """)
    void a_broken_rule_is_found_with_its_line(String rule, Severity severity, String from, String to) {
        assertThat(CLEAN).contains(from);

        ValidationReport report = validate(CLEAN.replace(from, to));

        assertThat(report.ran()).isTrue();
        assertThat(report.findings()).extracting(Finding::rule).contains(rule);
        assertThat(report.findings().stream().filter(f -> f.rule().equals(rule)))
                .allMatch(f -> f.severity() == severity && f.line().isPresent());
    }

    @Test
    void children_with_a_namespace_are_one_methodical_finding_and_checked_all_the_same() {
        String qualified = CLEAN.replaceAll("<(/?)([A-Z])", "<$1gc:$2");

        assertThat(validate(qualified).findings()).extracting(Finding::rule).containsExactly("genericode.qualified");
        assertThat(validate(qualified.replace("<gc:ShortName>Ding</gc:ShortName>", ""))
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("genericode.qualified", "xml.element_unexpected");
    }

    @Test
    void a_list_of_many_rows_is_checked_in_little_memory() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            rows.append("<Row><Value><SimpleValue>n").append(i).append("</SimpleValue></Value></Row>");
        }
        String list = CLEAN.replace("</SimpleCodeList>", rows + "</SimpleCodeList>");

        assertThat(validate(list).findings()).isEmpty();
        assertThat(validate(list.replace(">n49999<", ">n0<")).findings())
                .extracting(Finding::rule)
                .containsExactly("genericode.key");
    }

    @Test
    void every_list_of_xrepository_is_acceptable() {
        for (Path list : Samples.collected("codelisten", "*.xml")) {
            assertThat(Validation.standard().validate(list).findings())
                    .as("%s", list.getFileName())
                    .isEmpty();
        }
    }

    private static ValidationReport validate(String text) {
        return Validation.standard().validate(Samples.stream(text));
    }
}
