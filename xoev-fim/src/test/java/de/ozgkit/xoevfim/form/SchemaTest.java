// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.form.FormField.Kind;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms from real, odd and hostile schemas. */
class SchemaTest {

    private static final String MUTTERSCHUTZ = "xdatenfelder2/S00000094V1.0_xdf2.xml";

    private static int count(List<FormElement> elements, boolean groups) {
        return elements.stream()
                .mapToInt(e -> e.fold(g -> (groups ? 1 : 0) + count(g.children(), groups), f -> groups ? 0 : 1))
                .sum();
    }

    @Test
    void makes_a_form_of_a_real_export_of_version_2() {
        FormModel form = FormModel.of(XDatenfelder.read(Samples.collected(MUTTERSCHUTZ)));
        assertThat(form.findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("form.rule_value", "R00000849"), tuple("form.rule_text", "R60000024"));
        assertThat(form.elements()).hasSize(5);
        assertThat(count(form.elements(), true)).isEqualTo(16);
        assertThat(count(form.elements(), false)).isEqualTo(44);
        FormField mail = (FormField)
                form.find(FieldPath.of("G00000253.G00001408.F00002483")).orElseThrow();
        assertThat(mail.limits().pattern()).contains("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{1,63}$");
        assertThat(mail.limits().maxLength()).hasValue(254);
        FormField state = (FormField) form.find(FieldPath.of("G00000255.G60000093.G60000091.F60000261"))
                .orElseThrow();
        assertThat(state.kind()).isEqualTo(Kind.SELECT);
        assertThat(state.choices()).hasSizeGreaterThan(190);
        assertThat(state.choiceLabel("121")).isEqualTo("Albanien");
        assertThat(form.find(FieldPath.of("G00000255.G60000093.G60000091.G60000092.F60000262"))
                        .orElseThrow()
                        .occurs())
                .isEqualTo(new Occurs(2, 5));
    }

    @Test
    void makes_the_same_form_of_both_versions_of_a_schema() {
        FormModel two = FormModel.of(XDatenfelder.read(Samples.collected(MUTTERSCHUTZ)));
        FormModel three = FormModel.of(
                XDatenfelder.read(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.xml")),
                (uri, version) -> uri.equals("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat")
                        ? Optional.of(Genericode.read(Samples.collected("xdatenfelder2/C60000020_genericode.xml")))
                        : Optional.empty());
        assertThat(outline(three.elements())).isEqualTo(outline(two.elements()));
        assertThat(three.title()).isEqualTo(two.title());
        assertThat(three.findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("form.rule_value", "R00000000849"), tuple("form.rule_text", "R60000000024"));
    }

    private static String outline(List<FormElement> elements) {
        StringBuilder outline = new StringBuilder();
        elements.forEach(e -> outline.append(e.id().charAt(0))
                .append(e.id().substring(e.id().length() - 5))
                .append(e.label().strip())
                .append(e.occurs())
                .append(e.<String>fold(
                        g -> "{" + outline(g.children()) + "}",
                        f -> f.kind() + "" + f.limits().maxLength() + f.limits().minValue()
                                + f.choices().stream()
                                        .map(FormField.Choice::code)
                                        .toList())));
        return outline.toString();
    }

    @Test
    void validates_answers_to_the_real_form() {
        FormModel form = FormModel.of(XDatenfelder.read(Samples.collected(MUTTERSCHUTZ)));
        assertThat(form.validate(Answers.none()).errors()).hasSizeGreaterThan(8);
        Answers employer = Answers.none()
                .with("G00000253.F60000319", "Muster GmbH")
                .with("G00000253.G60000088.G60000086.F60000243", "Hauptstraße")
                .with("G00000253.G60000088.G60000086.F60000246", "45 657")
                .with("G00000253.G60000088.G60000086.F60000247", "Recklinghausen")
                .with("G00000253.G00001408.F00002483", "info@example.org")
                .with("G00000253.G00001408.F00002408", "ja")
                .with("G00000253.G00001914.F60000227", "Muster");
        assertThat(form.validate(employer, FieldPath.of("G00000253")).findings())
                .isEmpty();
        assertThat(form.validate(
                                employer.with("G00000253.G00001408.F00002483", "info@example"),
                                FieldPath.of("G00000253"))
                        .findings())
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("field.pattern");
        Answers abroad = Answers.none()
                .with("G00000255.G60000093.F60000263", "002")
                .with("G00000255.G60000093.G60000091.F60000261", "121")
                .with("G00000255.G60000093.G60000091.G60000092.F60000262", "Rruga 1");
        assertThat(form.validate(abroad, FieldPath.of("G00000255.G60000093.G60000091"))
                        .findings())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.path()).endsWith("F60000262-2");
                    assertThat(f.text()).isEqualTo("Machen Sie bei „Anschriftzeile“ mindestens 2 Angaben.");
                });
    }

    @Test
    void writes_json_that_is_valid_under_the_schema_of_the_fim_conversion() throws Exception {
        FormModel form = FormModel.of(XDatenfelder.read(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.xml")));
        Schema golden = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.schema.json"))
                        .replace("S00000000094V1.0.0.schema.json", "https://example.org/golden.schema.json"));
        String address = "G00000000253.G60000000088.G60000000086.";
        String person = "G00000000255.";
        String work = "G00000000258.";
        Answers answers = Answers.none()
                .with("G00000000253.F60000000319", "Muster GmbH")
                .with(address + "F60000000243", "Hauptstraße")
                .with(address + "F60000000246", "45657")
                .with(address + "F60000000247", "Recklinghausen")
                .with("G00000000253.G00000001408.F60000000240", "02361 12345")
                .with("G00000000253.G00000001914.F60000000227", "Muster")
                .with(person + "F60000000227", "Mustermann")
                .with(person + "F60000000228", "Erika")
                .with(person + "G60000000083.F60000000233", "1990")
                .with(person + "G60000000093.F60000000263", "002")
                .with(person + "G60000000093.G60000000091.F60000000261", "121")
                .with(person + "G60000000093.G60000000091.G60000000092.F60000000262", "Rruga 1")
                .with(person + "G60000000093.G60000000091.G60000000092.F60000000262-2", "Tirana")
                .with(person + "F00000000462", "001")
                .with(person + "F00000000467", "27.3.2027")
                .with("F00000000463", "001")
                .with(work + "F00000000464", "nein")
                .with(work + "F00000000465", "nein")
                .with(work + "F00000000466", "ja");
        assertThat(form.validate(answers).findings()).isEmpty();
        assertThat(golden.validate(form.toJson(answers), InputFormat.JSON)).isEmpty();
        assertThat(golden.validate(form.toJson(Answers.none()), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void takes_hand_made_schemas_of_version_2() {
        for (var file : Samples.collected("xdatenfelder2", "flxbe-{minimal,simple,label,select,rule,data*}.xml")) {
            assertThat(FormModel.of(XDatenfelder.read(file)).title())
                    .as(file.toString())
                    .isNotEmpty();
        }
        FormModel select = FormModel.of(XDatenfelder.read(Samples.collected("xdatenfelder2/flxbe-select.xml")));
        assertThat(select.findings())
                .extracting(Finding::rule)
                .containsExactly("xdatenfelder.codelist_missing", "form.codelist");
        assertThat(select.validate(Answers.none().with("F123", "anything")).acceptable())
                .isTrue();
    }

    private static String schema(String places) {
        return "<xdatenfelder.stammdatenschema.0102 xmlns='" + XDatenfelder.NAMESPACE_3
                + "'><stammdatenschema><identifikation><id>S1</id></identifikation>" + places
                + "</stammdatenschema></xdatenfelder.stammdatenschema.0102>";
    }

    private static String place(String anzahl, String id, String more) {
        return "<struktur><anzahl>" + anzahl + "</anzahl><enthaelt><datenfeld><identifikation><id>" + id
                + "</id></identifikation><bezeichnungEingabe>Feld</bezeichnungEingabe>" + more
                + "</datenfeld></enthaelt></struktur>";
    }

    private static FormModel form(String places) {
        return FormModel.of(XDatenfelder.read(Samples.stream(schema(places))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1:",
                "a:b",
                "-1:1",
                "2:1",
                "0:0",
                "101:*",
                "2147483648:*",
                "1:99999999999999999999",
                "999999999:999999999",
                "1:1:1"
            })
    void refuses_impossible_numbers_of_repeats(String anzahl) {
        assertThatThrownBy(() -> form(place(anzahl, "F1", "")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("F1")
                .hasMessageContaining("anzahl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "F 1", "F1.F2", "F1-2", "<![CDATA[F\"><script>]]>", "../F1", "Fä"})
    void refuses_ids_that_cannot_stand_in_a_path(String id) {
        assertThatThrownBy(() -> form(place("1:1", id, "")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("form.schema")
                .hasMessageNotContaining("script");
    }

    @Test
    void refuses_one_element_twice_in_the_same_place() {
        assertThatThrownBy(() -> form(place("1:1", "F1", "") + place("1:1", "F1", "")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void refuses_messages_that_ask_nothing() {
        assertThatThrownBy(() -> FormModel.of(XDatenfelder.read(Samples.stream(
                        "<xdatenfelder.dokumentsteckbrief.0101 xmlns='" + XDatenfelder.NAMESPACE_3 + "'/>"))))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void takes_limits_that_make_no_sense_for_none_and_says_so() {
        FormModel form = form(place(
                        "0:1",
                        "F1",
                        "<datentyp><code>date</code></datentyp><praezisierung minValue='gestern' maxValue='2024-12-31'/>")
                + place(
                        "0:1",
                        "F2",
                        "<datentyp><code>num_int</code></datentyp><praezisierung minValue='' maxValue='1e999999999'/>")
                + place(
                        "0:1",
                        "F3",
                        "<datentyp><code>text</code></datentyp><praezisierung maxLength='99999999999' minLength='x'/>")
                + place("0:1", "F4", "<datentyp><code>wolke</code></datentyp>")
                + place("0:1", "F5", "<datentyp><code>text</code></datentyp><praezisierung pattern='[a-'/>"));
        assertThat(form.findings())
                .extracting(Finding::rule)
                .containsExactly(
                        "form.limit", "form.limit", "form.limit", "form.limit", "form.datatype", "form.pattern");
        assertThat(form.validate(Answers.none().with("F1", "1.1.2025")).errors())
                .hasSize(1);
        assertThat(form.validate(Answers.none().with("F1", "31.12.2024")).errors())
                .isEmpty();
        assertThat(form.validate(Answers.none().with("F4", "grau").with("F5", "b"))
                        .findings())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(f.rule()).isEqualTo("field.pattern_unchecked");
                });
    }

    @ParameterizedTest
    @Timeout(30)
    @ValueSource(
            strings = {
                "(a+)+b",
                "(a|aa)+b",
                "(.*)*(.*)*(.*)*b",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(){1000000000}b",
                "((((){1000}){1000}){1000}){1000}b",
                "(a{0,1000}){0,1000}b",
                "(?=(a+)+b)a*",
                "(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)"
                        + "(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)c",
                "(a*)\\1*b",
                "((((((((((((((((((((((((((((((((a*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*"
            })
    void never_hangs_on_a_pattern(String pattern) {
        FormModel form = form(
                place("0:1", "F1", "<datentyp><code>text</code></datentyp><praezisierung pattern='" + pattern + "'/>"));
        assertThat(form.validate(Answers.none().with("F1", "a".repeat(5_000) + "!"))
                        .ran())
                .isTrue();
    }
}
