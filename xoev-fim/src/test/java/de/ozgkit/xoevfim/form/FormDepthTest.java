// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static de.ozgkit.xoevfim.form.Forms.field;
import static de.ozgkit.xoevfim.form.Forms.form;
import static de.ozgkit.xoevfim.form.Forms.group;
import static de.ozgkit.xoevfim.form.Forms.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.form.FormField.Choice;
import de.ozgkit.xoevfim.form.FormField.Kind;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.XoevMetadata;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that a portal needs of a schema, in both versions. */
class FormDepthTest {

    private static FormField only(FormModel form) {
        return (FormField) form.elements().get(0);
    }

    private static String reference(String more) {
        return "<codelisteReferenz><canonicalIdentification>urn:x</canonicalIdentification><version>2</version></codelisteReferenz>"
                + more;
    }

    private static FormModel withList(String field) {
        CodeList list = new CodeList(
                "x",
                "",
                "2",
                "urn:x",
                "urn:x_2",
                List.of(
                        new CodeList.Column("id", "id", true),
                        new CodeList.Column("kurz", "kurz", false),
                        new CodeList.Column("lang", "lang", false),
                        new CodeList.Column("hilfe", "hilfe", false)),
                List.of(new CodeList.Key("k", List.of("id"), true)),
                List.of(
                        Map.of("id", "1", "kurz", "eins", "lang", "der Erste", "hilfe", "vorn"),
                        Map.of("id", "2", "kurz", "zwei", "lang", "der Zweite")),
                XoevMetadata.none());
        return FormModel.of(
                XDatenfelder.read(
                        Samples.stream("<xdatenfelder.stammdatenschema.0102 xmlns='" + XDatenfelder.NAMESPACE_3
                                + "'><stammdatenschema><identifikation><id>S1</id></identifikation>" + field
                                + "</stammdatenschema></xdatenfelder.stammdatenschema.0102>")),
                (uri, version) -> Optional.of(list)
                        .filter(l -> l.canonicalUri().equals(uri) && version.equals(Optional.of("2"))));
    }

    @Test
    void takes_code_name_and_help_from_the_columns_that_the_field_names() {
        String plain = select("1:1", "F1", "", "x").replaceAll("<werte>.*</werte>", reference(""));
        assertThat(only(withList(plain)).choices())
                .containsExactly(new Choice("1", "eins", Optional.empty()), new Choice("2", "zwei", Optional.empty()));
        String named = plain.replace(
                reference(""), reference("<codeKey>kurz</codeKey><nameKey>lang</nameKey><helpKey>hilfe</helpKey>"));
        assertThat(only(withList(named)).choices())
                .containsExactly(
                        new Choice("eins", "der Erste", Optional.of("vorn")),
                        new Choice("zwei", "der Zweite", Optional.empty()));
        assertThat(only(withList(named)).codeList()).contains("urn:x");
    }

    @Test
    void takes_each_code_once() {
        FormModel form = form(select("1:1", "F1", "", "1", "2", "1", " "));
        assertThat(only(form).choices()).extracting(Choice::code).containsExactly("1", "2");
        assertThat(form.findings()).extracting(Finding::rule).containsExactly("form.codes");
    }

    @Test
    void takes_words_for_questions_and_for_documents() {
        FormModel form = form(group(
                "1:1",
                "G1",
                "<bezeichnungAusgabe>Aus</bezeichnungAusgabe><hilfetextEingabe>ein</hilfetextEingabe>"
                        + "<hilfetextAusgabe>aus</hilfetextAusgabe>" + field("1:1", "F1", "text", "")));
        FormElement group = form.elements().get(0);
        assertThat(group.label()).isEqualTo("Gruppe G1");
        assertThat(group.help()).contains("ein");
        assertThat(group.output()).isEqualTo(new FormElement.Output(Optional.of("Aus"), Optional.of("aus")));
        FormModel two = Forms.mutterschutz2();
        assertThat(two.elements().get(0).output().label()).isPresent();
    }

    @Test
    void keeps_the_kind_of_hidden_and_locked_fields() {
        FormModel form = form(Forms.art("1:1", "F1", "hidden", "date")
                + Forms.art("1:1", "F2", "locked", "num")
                + Forms.art("0:1", "F3", "hidden", "text")
                        .replace("</datentyp>", "</datentyp><werte><wert><code>1</code></wert></werte>"));
        FormField hidden = only(form);
        assertThat(hidden.kind()).isEqualTo(Kind.DATE);
        assertThat(hidden.hidden()).isTrue();
        assertThat(hidden.asked()).isFalse();
        assertThat(((FormField) form.elements().get(1)).readOnly()).isTrue();
        assertThat(((FormField) form.elements().get(2)).kind()).isEqualTo(Kind.SELECT);
        assertThat(form.validate(Answers.none()).errors())
                .extracting(Finding::path)
                .containsExactly("F2");
        assertThat(form.validate(Answers.none().with("F2", "1").with("F1", "gestern"))
                        .errors())
                .extracting(Finding::rule)
                .containsExactly("field.form");
    }

    @Test
    void takes_limits_of_days_and_times() {
        FormModel form = form(field("0:1", "F1", "time", "<praezisierung minValue='08:00' maxValue='17:00:30'/>")
                + field(
                        "0:1",
                        "F2",
                        "datetime",
                        "<praezisierung minValue='2024-01-01T08:00:00' maxValue='2024-12-31'/>"));
        assertThat(form.findings()).isEmpty();
        assertThat(only(form).limits().minValue()).contains("08:00:00");
        assertThat(form.validate(Answers.none().with("F1", "7.59 Uhr")).errors())
                .extracting(Finding::text, Finding::english)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "„Feld <F1> \"x\"“ darf nicht vor 08:00:00 liegen. Ändern Sie die Angabe.",
                        "“Feld <F1> \"x\"” must not be before 08:00:00. Change it."));
        assertThat(form.validate(Answers.none().with("F2", "31.12.2024 23:59")).errors())
                .isEmpty();
        assertThat(form.validate(Answers.none().with("F2", "1.1.2024 7:59")).errors())
                .extracting(f -> f.text(Locale.ENGLISH))
                .containsExactly("“Feld <F2> \"x\"” must not be before 1 January 2024 08:00:00. Change it.");
    }

    @Test
    void takes_limits_that_contradict_each_other_for_none() {
        FormModel form = form(field("0:1", "F1", "text", "<praezisierung minLength='5' maxLength='4'/>")
                + field("0:1", "F2", "num", "<praezisierung minValue='5' maxValue='4'/>")
                + field("0:1", "F3", "date", "<praezisierung minValue='2024-01-02' maxValue='2024-01-01'/>"));
        assertThat(form.findings())
                .extracting(Finding::rule)
                .containsOnly("form.limit")
                .hasSize(3);
        assertThat(XsdTest.accepts(
                        form, form.toXml(Answers.none().with("F1", "x").with("F2", "9"))))
                .isTrue();
    }

    @Test
    void reports_a_default_value_that_is_no_answer() {
        FormModel form = form(field("0:1", "F1", "num_int", "<inhalt>viele</inhalt>")
                + field("0:1", "F2", "date", "<inhalt>27.3.2024</inhalt>")
                + select("0:1", "F3", "<inhalt>9</inhalt>", "1"));
        assertThat(form.findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("form.content", "F1"),
                        org.assertj.core.api.Assertions.tuple("form.content", "F3"));
        assertThat(only(form).content()).contains("viele");
    }

    @Test
    void leaves_out_a_version_that_cannot_be_part_of_a_name() {
        FormModel form = form(field("0:1", "F1", "text", "").replace("<version>1.0.0<", "<version>1 &lt;x&gt;<"));
        assertThat(form.findings()).extracting(Finding::rule).containsExactly("form.version");
        assertThat(only(form).jsonKey()).isEqualTo("F1");
        assertThat(XsdTest.accepts(form, form.toXml(Answers.none().with("F1", "x"))))
                .isTrue();
    }

    @Test
    void refuses_choices_between_nothing_and_groups_without_end() {
        assertThatThrownBy(() -> form(Forms.choice("1:1", "G1", Forms.label("F1"))))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("choice");
        String deep = field("1:1", "F1", "text", "");
        for (int i = 0; i < 45; i++) {
            deep = group("1:1", "G1", deep);
        }
        String tooDeep = deep;
        assertThatThrownBy(() -> form(tooDeep))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void says_every_finding_about_a_schema_in_both_languages() {
        FormModel form = form(field("0:1", "F1", "wolke", "<praezisierung minLength='x' pattern='[a-'/>")
                + select("0:1", "F2", "")
                + Forms.choice("0:1", "G1", field("1:1", "F3", "text", ""))
                + Forms.rule("R1", "Irgendwas."));
        assertThat(form.findings()).hasSize(6).allSatisfy(f -> {
            assertThat(f.text(Locale.GERMAN))
                    .isNotEqualTo(f.text(Locale.ENGLISH))
                    .endsWith(".");
            assertThat(f.text(Locale.ENGLISH)).endsWith(".");
        });
    }
}
