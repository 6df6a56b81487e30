// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static de.ozgkit.xoevfim.form.Forms.field;
import static de.ozgkit.xoevfim.form.Forms.form;
import static de.ozgkit.xoevfim.form.Forms.group;
import static de.ozgkit.xoevfim.form.Forms.rule;
import static de.ozgkit.xoevfim.form.Forms.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.FormModel.Need;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in a form: where they apply, what they demand, what is said about those that do not apply. */
class RulesTest {

    private static final String THEN =
            "Wenn im Datenfeld F00000001 der Wert 1 angegeben wurde, dann soll F00000002 zum Pflichtfeld werden.";

    private static List<String> errors(FormModel form, Answers answers) {
        return form.validate(answers).errors().stream()
                .map(e -> e.path() + " " + e.rule())
                .toList();
    }

    private static Answers answers(String... pathsAndValues) {
        Answers answers = Answers.none();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            answers = answers.with(pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return answers;
    }

    private static FormModel twoFields(String rule) {
        return form(
                rule("R1", rule) + select("0:1", "F00000001", "", "1", "2") + field("0:1", "F00000002", "text", ""));
    }

    @Test
    void requires_a_field_while_the_condition_holds() {
        FormModel form = twoFields(THEN);
        assertThat(form.rules()).singleElement().matches(FormRule::applied);
        assertThat(form.findings()).isEmpty();
        assertThat(errors(form, Answers.none())).isEmpty();
        assertThat(errors(form, answers("F00000001", "2"))).isEmpty();
        assertThat(errors(form, answers("F00000001", "1"))).containsExactly("F00000002 field.required");
        assertThat(errors(form, answers("F00000001", "1", "F00000002", "x"))).isEmpty();
    }

    @Test
    void tells_a_page_what_is_needed_now() {
        FormModel form = twoFields(THEN
                + " Wenn im Datenfeld F00000001 der Wert 2 angegeben wurde, dann darf F00000002 nicht befüllt werden.");
        FieldPath second = FieldPath.of("F00000002");
        assertThat(form.need(Answers.none(), second)).isEqualTo(Need.OPTIONAL);
        assertThat(form.need(answers("F00000001", "1"), second)).isEqualTo(Need.REQUIRED);
        assertThat(form.need(answers("F00000001", "2"), second)).isEqualTo(Need.NOT_WANTED);
        assertThat(errors(form, answers("F00000001", "2", "F00000002", "x")))
                .containsExactly("F00000002 element.not_wanted");
        FormModel nested = form(group("0:1", "G1", field("2:3", "F1", "text", "")) + field("1:1", "F2", "text", ""));
        assertThat(nested.need(Answers.none(), FieldPath.of("F2"))).isEqualTo(Need.REQUIRED);
        assertThat(nested.need(Answers.none(), FieldPath.of("G1.F1"))).isEqualTo(Need.OPTIONAL);
        assertThat(nested.need(answers("G1.F1", "x"), FieldPath.of("G1.F1-2"))).isEqualTo(Need.REQUIRED);
        assertThat(nested.need(answers("G1.F1", "x"), FieldPath.of("G1.F1-3"))).isEqualTo(Need.OPTIONAL);
        assertThat(nested.need(Answers.none(), FieldPath.ROOT)).isEqualTo(Need.OPTIONAL);
        assertThat(nested.need(Answers.none(), FieldPath.of("F9"))).isEqualTo(Need.OPTIONAL);
    }

    @Test
    void compares_values_of_one_repeat_with_each_other_only() {
        FormModel form = form(rule("R1", THEN)
                + group(
                        "0:3",
                        "G00000001",
                        select("1:1", "F00000001", "", "1", "2") + field("0:1", "F00000002", "text", "")));
        assertThat(form.rules().get(0).statements().get(0).groups()).containsExactly(FieldPath.of("G00000001"));
        assertThat(errors(
                        form,
                        answers(
                                "G00000001.F00000001", "2",
                                "G00000001-2.F00000001", "1",
                                "G00000001-3.F00000001", "1",
                                "G00000001-3.F00000002", "x")))
                .containsExactly("G00000001-2.F00000002 field.required");
        assertThat(errors(form, Answers.none())).isEmpty();
    }

    @Test
    void applies_a_rule_in_every_place_of_a_group_that_is_used_twice() {
        String pair = group(
                "0:1", "G00000003", select("0:1", "F00000001", "", "1", "2") + field("0:1", "F00000002", "text", ""));
        FormModel form = form(rule("R1", THEN) + group("1:1", "G00000001", pair) + group("1:1", "G00000002", pair));
        assertThat(form.rules().get(0).statements().get(0).groups())
                .containsExactly(FieldPath.of("G00000001.G00000003"), FieldPath.of("G00000002.G00000003"));
        assertThat(errors(form, answers("G00000002.G00000003.F00000001", "1", "G00000001.G00000003.F00000002", "x")))
                .containsExactly("G00000002.G00000003.F00000002 field.required");
    }

    @Test
    void finds_elements_outside_of_the_group_where_the_rule_stands() {
        FormModel form = form(select("0:1", "F00000001", "", "1", "2")
                + group("1:1", "G00000001", rule("R1", THEN) + field("0:1", "F00000002", "text", "")));
        assertThat(errors(form, answers("F00000001", "1"))).containsExactly("G00000001.F00000002 field.required");
        FormModel atField =
                form(select("0:1", "F00000001", rule("R1", THEN), "1", "2") + field("0:1", "F00000002", "text", ""));
        assertThat(errors(atField, answers("F00000001", "1"))).containsExactly("F00000002 field.required");
    }

    @Test
    void begins_an_optional_group_when_something_in_it_is_required() {
        FormModel form = form(rule("R1", THEN)
                + select("0:1", "F00000001", "", "1", "2")
                + group(
                        "0:2",
                        "G00000001",
                        field("0:1", "F00000002", "text", "") + field("1:1", "F00000003", "text", "")));
        assertThat(errors(form, Answers.none())).isEmpty();
        assertThat(errors(form, answers("F00000001", "1")))
                .containsExactly("G00000001.F00000002 field.required", "G00000001.F00000003 field.required");
        assertThat(errors(form, answers("F00000001", "1", "G00000001-2.F00000003", "x")))
                .containsExactly("G00000001-2.F00000002 field.required");
    }

    @Test
    void wants_something_in_a_required_group_and_says_what_if_it_is_known() {
        FormModel form = form(rule("R1", "Wenn Feld F00000001 = 1, dann muss die Feldgruppe G00000001 befüllt sein.")
                + rule("R2", "Wenn Feld F00000001 = 2, dann darf die Feldgruppe G00000001 nicht befüllt sein.")
                + select("0:1", "F00000001", "", "1", "2")
                + group("0:1", "G00000001", field("0:1", "F00000002", "text", "")));
        assertThat(form.validate(answers("F00000001", "1")).errors())
                .extracting(Finding::path, Finding::rule, Finding::text, Finding::english)
                .containsExactly(tuple(
                        "G00000001",
                        "group.required",
                        "Füllen Sie „Gruppe G00000001“ aus.",
                        "Fill in “Gruppe G00000001”."));
        assertThat(errors(form, answers("F00000001", "1", "G00000001.F00000002", "x")))
                .isEmpty();
        assertThat(errors(form, answers("F00000001", "2", "G00000001.F00000002", "x")))
                .containsExactly("G00000001 element.not_wanted");
        assertThat(form.need(answers("F00000001", "2"), FieldPath.of("G00000001.F00000002")))
                .isEqualTo(Need.NOT_WANTED);
    }

    @Test
    void wants_one_or_exactly_one_of_several() {
        FormModel form = form(group(
                "1:1",
                "G00000001",
                rule("R1", "Es muss entweder Feld F00000001 oder Feld F00000002 befüllt werden.")
                        + field("0:1", "F00000001", "text", "")
                        + field("0:1", "F00000002", "text", "")));
        assertThat(form.validate(Answers.none()).errors())
                .extracting(Finding::path, Finding::text)
                .containsExactly(
                        tuple(
                                "G00000001",
                                "Füllen Sie bei „Gruppe G00000001“ genau eines aus: „Feld <F00000001> \"x\"“ oder „Feld <F00000002> \"x\"“."));
        assertThat(errors(form, answers("G00000001.F00000001", "x"))).isEmpty();
        assertThat(errors(form, answers("G00000001.F00000001", "x", "G00000001.F00000002", "y")))
                .containsExactly("G00000001 group.choice");
        FormModel some = form(rule("R1", "Es muss mindestens eines der Felder F00000001 oder F00000002 befüllt sein.")
                + field("0:1", "F00000001", "text", "")
                + field("0:1", "F00000002", "text", ""));
        assertThat(errors(some, Answers.none())).containsExactly(" group.at_least_one");
        assertThat(errors(some, answers("F00000001", "x", "F00000002", "y"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"F00000001,F00000000002", "F00000000001,F00000002"})
    void takes_ids_of_version_2_and_3_for_the_same(String condition, String target) {
        FormModel form = form(rule("R1", "Wenn Feld F00000000001 = 1, dann muss Feld F00000002 befüllt werden.")
                + select("0:1", condition, "", "1")
                + field("0:1", target, "text", ""));
        assertThat(errors(form, answers(condition, "1"))).containsExactly(target + " field.required");
        assertThat(form.rules().get(0).statements().get(0).elements()).containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource({"ja", "true", "Ja"})
    void compares_values_in_their_canonical_form(String yes) {
        FormModel form = form(rule("R1", "Wenn Feld F00000001 = " + yes + ", dann muss Feld F00000002 befüllt werden.")
                + field("0:1", "F00000001", "bool", "")
                + field("0:1", "F00000002", "num", ""));
        assertThat(errors(form, answers("F00000001", "on"))).containsExactly("F00000002 field.required");
        FormModel number = form(rule("R1", "Wenn Feld F00000001 = \"1,50\", dann muss Feld F00000002 befüllt werden.")
                + field("0:1", "F00000001", "num", "")
                + field("0:1", "F00000002", "num", ""));
        assertThat(errors(number, answers("F00000001", "1.5"))).containsExactly("F00000002 field.required");
    }

    @Test
    void reports_rules_that_nobody_checks_and_applies_none_of_their_sentences() {
        FormModel form = form(rule("R1", "Das Datum muss stimmen.")
                + rule("R2", THEN + " Wenn Feld F00000001 = 1, dann muss Feld F00000009 befüllt werden.")
                + rule("R3", "Wenn Feld F00000001 = 7, dann darf Feld F00000002 nicht befüllt werden.")
                + rule("R4", "Wenn Feld F00000001 = 1, dann muss Feld F00000003 befüllt werden.")
                + select("0:1", "F00000001", "", "1", "2")
                + field("0:1", "F00000002", "text", "")
                + group("0:1", "G00000001", field("0:1", "F00000003", "text", ""))
                + group("0:1", "G00000002", field("0:1", "F00000003", "text", "")));
        assertThat(form.findings())
                .extracting(Finding::severity, Finding::rule, Finding::path)
                .containsExactly(
                        tuple(Finding.Severity.INFO, "form.rule_text", "R1"),
                        tuple(Finding.Severity.WARNING, "form.rule_element", "R2"),
                        tuple(Finding.Severity.WARNING, "form.rule_value", "R3"),
                        tuple(Finding.Severity.WARNING, "form.rule_place", "R4"));
        assertThat(form.rules()).noneMatch(FormRule::applied).hasSize(4);
        assertThat(form.rules().get(0).understood()).isFalse();
        assertThat(form.rules().get(0).text()).isEqualTo("Das Datum muss stimmen.");
        assertThat(form.rules().get(1).understood()).isTrue();
        assertThat(errors(form, answers("F00000001", "1"))).isEmpty();
        assertThat(form.jsonSchema()).contains("R1: Das Datum muss stimmen.").doesNotContain("\"if\"");
    }

    @Test
    void understands_all_but_one_of_the_rules_of_a_real_schema() {
        for (FormModel form : List.of(Forms.mutterschutz2(), Forms.mutterschutz3())) {
            assertThat(form.rules()).hasSize(13);
            assertThat(form.rules())
                    .filteredOn(r -> !r.understood())
                    .singleElement()
                    .satisfies(r -> assertThat(r.text()).contains("Validität des sich ergebenden Kalenderdatums"));
            // It names code 009 of a list that has 999 for "Sonstiges": applied, nobody could ever answer the second
            // field.
            assertThat(form.rules())
                    .filteredOn(r -> r.understood() && !r.applied())
                    .singleElement()
                    .satisfies(r -> assertThat(r.text()).contains("009"));
        }
    }
}
