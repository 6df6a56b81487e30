// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.ValidationReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValidationTest {

    private static final FormModel FORM = FormModelTest.HUND;
    private static final String DOG = "G99000000001";
    private static final String KEEPER = "G99000000003";

    static final Answers GOOD = Answers.none()
            .with(DOG + ".F99000000001", "Bello")
            .with(DOG + ".F99000000002", "27.3.2024")
            .with(DOG + ".F99000000003", "01")
            .with(KEEPER + ".F99000000008", "Mustermann")
            .with(KEEPER + ".F99000000010", "45 657")
            .with("F99000000014", "nein");

    @Test
    void accepts_answers_as_people_type_them() {
        ValidationReport report = FORM.validate(GOOD);
        assertThat(report.findings()).isEmpty();
        assertThat(report.ran()).isTrue();
        assertThat(report.acceptable()).isTrue();
        assertThat(report.inputSha256())
                .hasSize(64)
                .isNotEqualTo(FORM.validate(Answers.none()).inputSha256());
    }

    @Test
    void names_everything_that_is_missing_at_once() {
        ValidationReport report = FORM.validate(Answers.none());
        assertThat(report.verdict()).isEqualTo(ValidationReport.Verdict.REJECTED);
        assertThat(report.findings())
                .extracting(Finding::path, Finding::text)
                .containsExactly(
                        tuple("G99000000001.F99000000001", "Geben Sie „Name des Hundes“ an."),
                        tuple(
                                "G99000000001.F99000000002",
                                "Geben Sie „Geburtsdatum des Hundes“ an, zum Beispiel 27.3.2024."),
                        tuple("G99000000001.F99000000003", "Wählen Sie bei „Rasse“ eine Möglichkeit aus."),
                        tuple("G99000000003.F99000000008", "Geben Sie „Familienname“ an."),
                        tuple("G99000000003.F99000000010", "Geben Sie „Postleitzahl“ an."),
                        tuple(
                                "F99000000014",
                                "Wählen Sie bei „Wird ein weiterer Hund gehalten?“ „Ja“ oder „Nein“ aus."));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(DOG + ".F99000000001", "B", "field.min_length", "mindestens 2 Zeichen"),
                arguments(DOG + ".F99000000001", "B".repeat(23), "field.max_length", "um 3 Zeichen"),
                arguments(DOG + ".F99000000001", "Bel\u0000lo", "field.form", "Zeichen, die nicht möglich sind"),
                arguments(DOG + ".F99000000001", "Bel\ud800lo", "field.form", "Zeichen, die nicht möglich sind"),
                arguments(DOG + ".F99000000002", "gestern", "field.form", "als Datum an, zum Beispiel 27.3.2024"),
                arguments(DOG + ".F99000000002", "30.2.2024", "field.form", "Diesen Tag gibt es im Kalender nicht"),
                arguments(DOG + ".F99000000002", "27.3.24", "field.form", "als Datum"),
                arguments(DOG + ".F99000000002", "31.12.1999", "field.min_value", "nicht vor dem 1.1.2000 liegen"),
                arguments(DOG + ".F99000000003", "03", "field.form", "eine der angebotenen Möglichkeiten"),
                arguments(DOG + ".F99000000004", "120,5", "field.max_value", "darf höchstens 120 sein"),
                arguments(DOG + ".F99000000004", "0", "field.min_value", "muss mindestens 0,1 sein"),
                arguments(DOG + ".F99000000004", "1.234", "field.form", "Punkt ist nicht eindeutig"),
                arguments(DOG + ".F99000000004", "1e9", "field.form", "als Zahl an"),
                arguments(DOG + ".F99000000004", "9".repeat(100), "field.form", "als Zahl an"),
                arguments(DOG + ".F99000000005", "12345", "field.pattern", "hat nicht die erwartete Form"),
                arguments("F99000000014", "vielleicht", "field.form", "„Ja“ oder „Nein“"),
                arguments("F99000000015", "2,5", "field.form", "als ganze Zahl"),
                arguments("F99000000015", "21", "field.max_value", "höchstens 20"),
                arguments("F99000000016", "12,345", "field.form", "als Betrag in Euro"),
                arguments(KEEPER + ".F99000000011", "27.3.2024", "field.form", "als Datum mit Uhrzeit"),
                arguments(KEEPER + ".F99000000012", "25:00", "field.form", "als Uhrzeit"),
                arguments("F99000000013", "x", "answer.unknown", "gehört nicht zu diesem Formular"),
                arguments(DOG, "x", "answer.unknown", "gehört nicht zu diesem Formular"),
                arguments("F00000000000", "x", "answer.unknown", "gehört nicht zu diesem Formular"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void tells_cause_and_remedy_without_repeating_the_answer(String path, String answer, String rule, String text) {
        assertThat(FORM.validate(GOOD.with(path, answer)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.path()).isEqualTo(path);
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                    assertThat(finding.text()).contains(text).endsWith(".");
                });
    }

    @Test
    void counts_repeats_of_groups_and_fields() {
        Answers four = GOOD;
        for (int i = 2; i <= 4; i++) {
            four = four.with(DOG + "-" + i + ".F99000000001", "Hund" + i)
                    .with(DOG + "-" + i + ".F99000000002", "2024-01-0" + i)
                    .with(DOG + "-" + i + ".F99000000003", "02");
        }
        assertThat(FORM.validate(four).findings()).singleElement().satisfies(f -> assertThat(f.path() + " " + f.text())
                .isEqualTo("G99000000001-4 Bei „Hund“ sind höchstens 3 Angaben möglich. Entfernen Sie die übrigen."));
        Answers phones = Answers.ofForm(Map.of(KEEPER + ".F99000000009", List.of("1", "2", "3")));
        assertThat(FORM.validate(GOOD.with(phones)).findings()).singleElement().satisfies(f -> assertThat(f.path())
                .isEqualTo("G99000000003.F99000000009-3"));
    }

    @Test
    void asks_for_the_whole_of_a_second_dog_once_it_is_begun() {
        assertThat(FORM.validate(GOOD.with(DOG + "-2.F99000000001", "Hasso")).findings())
                .extracting(Finding::path)
                .containsExactly("G99000000001-2.F99000000002", "G99000000001-2.F99000000003");
    }

    @Test
    void wants_exactly_one_member_of_a_choice_group() {
        String proof = DOG + ".G99000000002";
        Answers one = GOOD.with(proof + ".F99000000006", "upload-1");
        assertThat(FORM.validate(one).findings()).isEmpty();
        assertThat(FORM.validate(one.with(proof + ".F99000000007", "liegt vor")).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.text())
                        .isEqualTo("Füllen Sie bei „Nachweis“ genau eines aus: „Impfpass“ oder „Erklärung“."));
    }

    @Test
    void checks_one_page_and_stays_silent_about_the_others() {
        Answers onlyKeeper = Answers.none().with(KEEPER + ".F99000000008", "Mustermann");
        assertThat(FORM.validate(onlyKeeper, FieldPath.of(KEEPER)).findings())
                .extracting(Finding::path)
                .containsExactly(KEEPER + ".F99000000010");
        FormElement name = FORM.find(FieldPath.of(DOG + ".F99000000001")).orElseThrow();
        Answers twoDogs = GOOD.with(DOG + ".F99000000001", "").with(DOG + "-2.F99000000001", "X");
        assertThat(FORM.validate(twoDogs, name).findings())
                .extracting(Finding::path)
                .containsExactly(DOG + ".F99000000001", DOG + "-2.F99000000001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "G99000000001.F99000000002|27.3.2024|2024-03-27",
                "G99000000001.F99000000002|27 3 2024|2024-03-27",
                "G99000000001.F99000000002|27-03-2024|2024-03-27",
                "G99000000001.F99000000002|2024-03-27|2024-03-27",
                "G99000000001.F99000000004|12,5|12.5",
                "G99000000001.F99000000004|1.234.567,8|1234567.8",
                "G99000000001.F99000000004|1 234,5|1234.5",
                "G99000000001.F99000000004|1,234|1.2340",
                "G99000000001.F99000000004|1.2340|1.2340",
                "G99000000001.F99000000004|0,0|0",
                "G99000000001.F99000000005|276-098-100-000-001|276098100000001",
                "G99000000003.F99000000010|45 657|45657",
                "G99000000003.F99000000011|27.3.2024 9:30|2024-03-27T09:30:00",
                "G99000000003.F99000000011|27.3.2024, 9.30 Uhr|2024-03-27T09:30:00",
                "G99000000003.F99000000011|2024-03-27T09:30:00|2024-03-27T09:30:00",
                "G99000000003.F99000000012|9.30 Uhr|09:30:00",
                "F99000000014|JA|true",
                "F99000000014|on|true",
                "F99000000015|1.000|1000",
                "F99000000016|12,5 €|12.50",
                "F99000000016|1.234,5|1234.50",
                "G99000000001.F99000000001|  Bello  |Bello"
            })
    void normalises_what_people_type_and_leaves_canonical_answers_alone(String path, String typed, String canonical) {
        Answers once = FORM.normalise(Answers.none().with(path, typed));
        assertThat(once.value(path)).contains(canonical);
        assertThat(FORM.normalise(once)).isEqualTo(once);
    }

    @Test
    void keeps_what_it_cannot_understand_for_showing_it_again() {
        Answers answers = Answers.none().with(DOG + ".F99000000002", "gestern").with("F0", "x");
        assertThat(FORM.normalise(answers)).isEqualTo(answers);
    }
}
