// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.form.FormRule.Condition;
import de.ozgkit.xoevfim.form.FormRule.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleGrammarTest {

    private static String shown(List<Statement> statements) {
        return statements.stream()
                .map(s -> s.when().stream().map(RuleGrammarTest::shown).collect(Collectors.joining("&"))
                        + (s.when().isEmpty() ? "" : ">")
                        + s.demand()
                        + s.elements())
                .collect(Collectors.joining(" "));
    }

    private static String shown(Condition c) {
        return c.element() + " " + c.test() + c.value().map(v -> " " + v).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Wenn im Datenfeld F00000462 der Wert 001 angegeben wurde, dann soll F00000467 zum Pflichtfeld werden."
                        + "|F00000462 IS 001>ANSWERED[F00000467]",
                "Wenn im Datenfeld F60000231 nicht der Wert \"\" angegeben wurde, dann soll F60000232 zum Pflichtfeld werden."
                        + "|F60000231 ANSWERED>ANSWERED[F60000232]",
                "Wenn im Datenfeld F60000231 der Wert \"\" angegeben wurde, dann soll F60000232 zum Pflichtfeld werden."
                        + "|F60000231 UNANSWERED>ANSWERED[F60000232]",
                "Wenn im Datenfeld F60000231 nicht der Wert \"002\" angegeben wurde, dann soll G60000232 zum Pflichtfeld werden."
                        + "|F60000231 IS_NOT 002>ANSWERED[G60000232]",
                "Wenn im Datenfeld F60000231 der Wert \"002\" nicht angegeben wurde, dann soll G60000232 zum Pflichtfeld werden"
                        + "|F60000231 IS_NOT 002>ANSWERED[G60000232]",
                "Wenn im Datenfeld F60000231 „Art“ der Wert „002“ angegeben wurde, dann sollen F60000232 „A“, F60000233 und"
                        + " F60000234 zu Pflichtfeldern werden.|F60000231 IS 002>ANSWERED[F60000232, F60000233, F60000234]",
                "wenn  im Datenfeld F60000000231\u00a0der\tWert 002 \"zwei, oder drei.\" angegeben  wurde , dann soll  die Datenfeldgruppe"
                        + " G60000000232 \"x\" zum Pflichtfeld  werden .|F60000000231 IS 002>ANSWERED[G60000000232]",
                "Es muss entweder Feldgruppe G60000086 \"A, B\" oder Feldgruppe G60000087 \"C oder D\" befüllt werden."
                        + "|EXACTLY_ONE[G60000086, G60000087]",
                "Es müssen entweder Datenfeld F60000086, F60000088 oder Feldgruppe G60000087 ausgefüllt werden"
                        + "|EXACTLY_ONE[F60000086, F60000088, G60000087]",
                "Es muss mindestens eines der Felder F60000240 \"Telefon\", F60000241 \"Telefax\" oder F00002483 \"E-Mail\" befüllt sein."
                        + "|AT_LEAST_ONE[F60000240, F60000241, F00002483]",
                "Wenn Feld F00000463 \"Art\" = 009 \"Sonstiges\", dann muss das Feld F00000601 \"Art Sonstiges\" befüllt werden. Wenn Feld"
                        + " F00000463 \"Art\" <>009 \"Sonstiges\", dann darf das Feld F00000601 \"Art Sonstiges\" nicht befüllt werden."
                        + "|F00000463 IS 009>ANSWERED[F00000601] F00000463 IS_NOT 009>UNANSWERED[F00000601]",
                "Wenn das Feld F00002483 \"E-Mail\" befüllt wurde, dann muss das Feld \"F00002408 \"Einverständnis\" befüllt sein."
                        + "|F00002483 ANSWERED>ANSWERED[F00002408]",
                "Wenn das Feld F00002483 nicht befüllt ist, dann darf das Feld F00002408 nicht befüllt sein."
                        + "|F00002483 UNANSWERED>UNANSWERED[F00002408]",
                "Wenn F60000231 \"Tag (ohne Monat und Jahr)\" nicht leer, dann darf F60000232 \"Monat\" nicht leer sein."
                        + "|F60000231 ANSWERED>ANSWERED[F60000232]",
                "Wenn F60000231 leer ist, muss F60000232 leer bleiben.|F60000231 UNANSWERED>UNANSWERED[F60000232]",
                "Wenn F60000231 = 1 und F60000233 nicht leer, dann ist F60000232 ein Pflichtfeld."
                        + "|F60000231 IS 1&F60000233 ANSWERED>ANSWERED[F60000232]",
                "Wenn alle drei Felder F60000231, F60000232 und F60000233 befüllt sind, dann muss F60000234 befüllt werden."
                        + "|F60000231 ANSWERED&F60000232 ANSWERED&F60000233 ANSWERED>ANSWERED[F60000234]",
                "Wenn F60000231 = 1, dann muss entweder F60000232 oder F60000233 befüllt werden."
                        + "|F60000231 IS 1>EXACTLY_ONE[F60000232, F60000233]",
                "Wenn F60000231 = 1, dann muss F60000232 oder F60000233 befüllt werden."
                        + "|F60000231 IS 1>AT_LEAST_ONE[F60000232, F60000233]",
            })
    void understands_the_sentences_of_fim_editors(String text, String parsed) {
        assertThat(shown(RuleGrammar.parse(text))).isEqualTo(parsed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Eine Definition",
                "Wenn",
                "Wenn F60000231 = 1",
                "Wenn F60000231 = 1, dann",
                "Wenn F60000231 = 1, dann muss F60000232 schön sein.",
                "Wenn F60000231 = 1, dann muss F6000023 befüllt werden.",
                "Wenn F60000231 = 1, dann muss F60000232 nicht befüllt werden.",
                "Wenn F60000231 = 1, dann darf F60000232 leer sein.",
                "Wenn F60000231 = 1, dann darf F60000232 befüllt werden.",
                "Wenn F60000231 = 1, dann ist F60000232 befüllt.",
                "Wenn F60000231 = 1, dann soll F60000232 oder F60000233 zum Pflichtfeld werden.",
                "Wenn F60000231 oder F60000233 befüllt wurde, dann muss F60000232 befüllt werden.",
                "Wenn F60000231 = 1, dann muss F60000232 befüllt werden. Das gilt nicht am Sonntag.",
                "Es muss mindestens eines der Felder befüllt sein.",
                "Es muss entweder F60000231 befüllt sein oder nicht.",
                "Wenn alle drei Felder F60000231, F60000232 und F60000233 befüllt sind, muss die Validität sichergestellt werden."
            })
    void leaves_every_other_text_alone(String text) {
        assertThat(RuleGrammar.parse(text)).isEmpty();
    }

    @Test
    void does_not_hang_on_long_texts() {
        assertThat(RuleGrammar.parse("Wenn " + "F60000231 ".repeat(390))).isEmpty();
        assertThat(RuleGrammar.parse("Es muss entweder " + "F60000231, ".repeat(340) + "x"))
                .isEmpty();
        assertThat(RuleGrammar.parse("Wenn " + "der das die ".repeat(320))).isEmpty();
        assertThat(RuleGrammar.parse("\"".repeat(4_000))).isEmpty();
        assertThat(RuleGrammar.parse("F60000231 \"x\" ".repeat(10_000))).isEmpty();
    }
}
