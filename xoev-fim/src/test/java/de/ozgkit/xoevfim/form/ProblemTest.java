// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Finding;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    private static final FormModel FORM =
            Forms.form(Forms.field("1:1", "F1", "text", "<praezisierung minLength='2' maxLength='3'/>")
                    + Forms.field("0:1", "F2", "date", "<praezisierung minValue='2024-03-01' maxValue='2024-03-31'/>")
                    + Forms.field("0:1", "F3", "num", "<praezisierung maxValue='7.5'/>")
                    + Forms.select("0:1", "F4", "", "1")
                    + Forms.field("0:1", "F5", "bool", "")
                    + Forms.field("0:2", "F6", "num_currency", "")
                    + Forms.field("0:1", "F7", "text_latin", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "F1|x|„Feld <F1> \"x\"“ muss mindestens 2 Zeichen lang sein. Ergänzen Sie die Angabe."
                        + "|“Feld <F1> \"x\"” must have at least 2 characters. Add what is missing.",
                "F1|xxxx|„Feld <F1> \"x\"“ darf höchstens 3 Zeichen lang sein. Kürzen Sie die Angabe um 1 Zeichen."
                        + "|“Feld <F1> \"x\"” may have at most 3 characters. Shorten it by 1 character.",
                "F2|1.2.2024|„Feld <F2> \"x\"“ darf nicht vor dem 1.3.2024 liegen. Ändern Sie die Angabe."
                        + "|“Feld <F2> \"x\"” must not be before 1 March 2024. Change it.",
                "F2|30.2.2024|Prüfen Sie „Feld <F2> \"x\"“: Diesen Tag gibt es im Kalender nicht."
                        + "|Check “Feld <F2> \"x\"”: there is no such day in the calendar.",
                "F3|8|„Feld <F3> \"x\"“ darf höchstens 7,5 sein. Ändern Sie die Angabe."
                        + "|“Feld <F3> \"x\"” must be at most 7.5. Change it.",
                "F4|2|Wählen Sie bei „Feld <F4> \"x\"“ eine der angebotenen Möglichkeiten aus."
                        + "|Choose one of the options offered for “Feld <F4> \"x\"”.",
                "F5|x|Wählen Sie bei „Feld <F5> \"x\"“ „Ja“ oder „Nein“ aus."
                        + "|Choose “Ja” (yes) or “Nein” (no) for “Feld <F5> \"x\"”.",
                "F6|x|Geben Sie „Feld <F6> \"x\"“ als Betrag in Euro an, zum Beispiel 12,50."
                        + "|Enter “Feld <F6> \"x\"” as an amount in euros, for example 12,50 (with a decimal comma).",
                "F7|Straße 5–7|Ersetzen oder löschen Sie bei „Feld <F7> \"x\"“ das 9. Zeichen. Möglich sind lateinische"
                        + " Buchstaben, auch mit Akzenten, Ziffern und einfache Satzzeichen."
                        + "|Replace or delete character 9 of “Feld <F7> \"x\"”. You can use Latin letters, also with accents,"
                        + " digits and simple punctuation."
            })
    void says_the_same_in_german_and_english(String path, String answer, String german, String english) {
        Finding finding = FORM.validate(Answers.none().with("F1", "xx").with(path, answer))
                .errors()
                .get(0);
        assertThat(finding.text(Locale.GERMANY)).isEqualTo(german);
        assertThat(finding.text(Locale.FRENCH)).isEqualTo(german);
        assertThat(finding.text(Locale.UK)).isEqualTo(english);
    }
}
