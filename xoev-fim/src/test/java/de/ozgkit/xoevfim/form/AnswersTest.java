// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    @Test
    void reads_web_forms_with_repeats_and_leaves_out_what_is_no_path() {
        Answers answers = Answers.ofForm(Map.of(
                "G1.F1", List.of("a", " ", "b"),
                "G1-2.F1", List.of("c"),
                "_csrf", List.of("x"),
                "", List.of("y"),
                "weiter!", List.of("z"),
                "F2", List.of("")));
        assertThat(answers.values().keySet())
                .extracting(FieldPath::toString)
                .containsExactly("G1.F1", "G1.F1-2", "G1-2.F1");
    }

    @Test
    void changes_without_changing_the_original() {
        Answers one = Answers.none().with("G1.F1", "a");
        Answers two = one.with("G1.F2", "b").with("G1-2.F1", "c");
        assertThat(one.values()).hasSize(1);
        assertThat(two.without(FieldPath.of("G1")).values().keySet())
                .extracting(FieldPath::toString)
                .containsExactly("G1-2.F1");
        assertThat(one.with("G1.F1", "  ")).isEqualTo(Answers.none()).hasSameHashCodeAs(Answers.none());
        assertThat(one.isEmpty()).isFalse();
        assertThat(Answers.of(Map.of("G1.F1", "a"))).isEqualTo(one);
    }

    @Test
    void never_shows_an_answer_in_a_log() {
        assertThat(Answers.none().with("F1", "geheim").toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F60000319", "G00000253.F60000319", "G00000253-2.G1-9999.F60000240-3"})
    void reads_and_writes_paths(String path) {
        assertThat(FieldPath.of(path)).hasToString(path);
        assertThat(path).matches("[A-Za-z0-9.-]+");
    }

    @Test
    void takes_number_one_as_the_default() {
        assertThat(FieldPath.of("G1-1.F1")).isEqualTo(FieldPath.of("G1.F1")).hasToString("G1.F1");
        assertThat(FieldPath.of("G1-2.F1-3").withoutRepeats()).hasToString("G1.F1");
        assertThat(FieldPath.of("G1.F1").within(FieldPath.of("G1"))).isTrue();
        assertThat(FieldPath.of("G1.F1").within(FieldPath.of("G1-2"))).isFalse();
        assertThat(FieldPath.of("G10").within(FieldPath.of("G1"))).isFalse();
        assertThat(FieldPath.of("").child("G1", 2).child("F1")).hasToString("G1-2.F1");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "G1.", ".F1", "G1..F1", "G1-0", "G1-10000", "G1-", "1F", "G 1", "G1/F1", "G1\n", "Gä"})
    void refuses_what_is_no_path_without_repeating_it(String path) {
        assertThatThrownBy(() -> FieldPath.of(path)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FieldPath.of("A.".repeat(100) + "A")).isInstanceOf(IllegalArgumentException.class);
    }
}
