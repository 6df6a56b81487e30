// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormXmlTest {

    private static final String NS = "urn:fim-de:xfall:datenschema:xdf3";
    private static final FormModel FORM = Forms.form(Forms.field("0:1", "F1", "text", "")
            + Forms.label("F2")
            + Forms.group(
                    "1:2", "G1", Forms.field("0:3", "F3", "date", "") + Forms.field("0:1", "F4", "datetime", "")));

    private static String document(String content) {
        return "<S99V1.0.0 xmlns='" + NS + "'>" + content + "</S99V1.0.0>";
    }

    @Test
    void writes_elements_with_versions_in_the_order_of_the_form() {
        Answers answers = Answers.none()
                .with("F1", " a\u00a0<b>\n\"c\" \ud83d\ude00 ")
                .with("G1-2.F3-2", "27.3.2024")
                .with("G1-2.F4", "27.3.2024 9:30");
        assertThat(FORM.toXml(answers))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <S99V1.0.0 xmlns="urn:fim-de:xfall:datenschema:xdf3">
                          <F1V1.0.0>a\u00a0&lt;b&gt;&#10;&quot;c&quot; \ud83d\ude00</F1V1.0.0>
                          <G1V1.0.0>
                            <F3V1.0.0>2024-03-27</F3V1.0.0>
                            <F4V1.0.0>2024-03-27T09:30:00</F4V1.0.0>
                          </G1V1.0.0>
                        </S99V1.0.0>
                        """);
        Answers back = FORM.fromXml(Samples.stream(FORM.toXml(answers)));
        assertThat(back.value("F1")).contains("a\u00a0<b>\n\"c\" \ud83d\ude00");
        assertThat(back.value("G1.F3")).contains("2024-03-27");
        assertThat(FORM.fromXml(Samples.stream(FORM.toXml(back)))).isEqualTo(back);
    }

    @Test
    void writes_required_groups_even_when_empty() {
        assertThat(FORM.toXml(Answers.none())).contains("<G1V1.0.0>\n  </G1V1.0.0>");
        assertThat(FORM.fromXml(Samples.stream(FORM.toXml(Answers.none())))).isEqualTo(Answers.none());
    }

    @Test
    void reads_elements_in_any_order_and_with_any_prefix() {
        Answers answers = FORM.fromXml(Samples.stream("<x:S99V1.0.0 xmlns:x='" + NS
                + "'><!-- c --><x:G1V1.0.0><x:F3V1.0.0>2024-03-27</x:F3V1.0.0></x:G1V1.0.0><x:F1V1.0.0><![CDATA[<]]>&amp;</x:F1V1.0.0>"
                + "<x:G1V1.0.0/><x:G1V1.0.0><x:F3V1.0.0/><x:F3V1.0.0>1</x:F3V1.0.0></x:G1V1.0.0></x:S99V1.0.0>"));
        assertThat(answers.value("F1")).contains("<&");
        assertThat(answers.value("G1.F3")).contains("2024-03-27");
        assertThat(answers.value("G1-3.F3-2")).contains("1");
        assertThat(answers.values()).hasSize(3);
    }

    @Test
    void takes_a_group_or_field_alone_for_the_root() {
        FormModel group = FormModel.of(XDatenfelder.read(Samples.stream("<xdatenfelder.datenfeldgruppe.0103 xmlns='"
                + XDatenfelder.NAMESPACE_3
                + "'><datenfeldgruppe><identifikation><id>G1</id><version>2.0.0</version></identifikation>"
                + Forms.field("1:1", "F1", "text", "") + "</datenfeldgruppe></xdatenfelder.datenfeldgruppe.0103>")));
        Answers answers = Answers.none().with("G1.F1", "x");
        assertThat(group.toXml(answers)).contains("<G1V2.0.0 xmlns=\"" + NS + "\">\n  <F1V1.0.0>x<");
        assertThat(group.fromXml(Samples.stream(group.toXml(answers)))).isEqualTo(answers);
        assertThat(XsdTest.accepts(group, group.toXml(answers))).isTrue();
        assertThat(XsdTest.accepts(group, group.toXml(Answers.none()))).isFalse();
        FormModel field = FormModel.of(
                XDatenfelder.read(Samples.stream("<xdatenfelder.datenfeld.0104 xmlns='" + XDatenfelder.NAMESPACE_3
                        + "'><datenfeld><identifikation><id>F1</id></identifikation>"
                        + "<datentyp><code>num_int</code></datentyp></datenfeld></xdatenfelder.datenfeld.0104>")));
        Answers number = Answers.none().with("F1", "12");
        assertThat(field.toXml(number)).contains("<F1 xmlns=\"" + NS + "\">12</F1>");
        assertThat(field.fromXml(Samples.stream(field.toXml(number)))).isEqualTo(number);
        assertThat(field.fromXml(Samples.stream("<F1 xmlns='" + NS + "'/>")).isEmpty())
                .isTrue();
        assertThat(XsdTest.accepts(field, field.toXml(number))).isTrue();
        assertThat(field.fromJson(field.toJson(number))).isEqualTo(number);
    }

    @Test
    void refuses_to_write_what_is_not_of_its_kind() {
        assertThatThrownBy(() -> FORM.toXml(Answers.none().with("G1.F3", "gestern")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("F3")
                .hasMessageNotContaining("gestern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<F9V1.0.0/>",
                "<F1/>",
                "<F2V1.0.0>x</F2V1.0.0>",
                "<F1V1.0.0 xmlns=''>x</F1V1.0.0>",
                "<G1V1.0.0><F1V1.0.0>x</F1V1.0.0></G1V1.0.0>"
            })
    void refuses_elements_that_do_not_belong_to_the_form(String content) {
        assertThatThrownBy(() -> FORM.fromXml(Samples.stream(document(content))))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("form.xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<S99V1.0.0/>",
                "<S98V1.0.0 xmlns='urn:fim-de:xfall:datenschema:xdf3'/>",
                "<S99V1.0.0 xmlns='urn:fim-de:xfall:datenschema:xdf3'>",
                "<S99V1.0.0 xmlns='urn:fim-de:xfall:datenschema:xdf3'><F1V1.0.0><a/></F1V1.0.0></S99V1.0.0>",
                "<S99V1.0.0 xmlns='urn:fim-de:xfall:datenschema:xdf3'/><S99V1.0.0/>",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><S99V1.0.0 xmlns='urn:fim-de:xfall:datenschema:xdf3'><F1V1.0.0>&a;</F1V1.0.0></S99V1.0.0>"
            })
    void refuses_what_is_no_such_document(String xml) {
        assertThatThrownBy(() -> FORM.fromXml(Samples.stream(xml))).isInstanceOf(RejectedException.class);
    }

    @Test
    void survives_wide_deep_and_endless_documents() {
        assertThatThrownBy(() -> FORM.fromXml(Samples.stream(document("<G1V1.0.0/>".repeat(10_001)))))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("form.xml"));
        assertThatThrownBy(() -> FORM.fromXml(Samples.stream(document("<G1V1.0.0>".repeat(5_000)))))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() ->
                        FORM.fromXml(Samples.stream(document("<F1V1.0.0>" + "x".repeat(17 << 20) + "</F1V1.0.0>"))))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xml.too_large"));
    }
}
