// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static de.ozgkit.xoevfim.form.Forms.choice;
import static de.ozgkit.xoevfim.form.Forms.field;
import static de.ozgkit.xoevfim.form.Forms.form;
import static de.ozgkit.xoevfim.form.Forms.group;
import static de.ozgkit.xoevfim.form.Forms.rule;
import static de.ozgkit.xoevfim.form.Forms.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

class XsdTest {

    static boolean accepts(FormModel form, String xml) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(form.xsd())))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(xml)));
            return true;
        } catch (SAXException e) {
            assertThat(e.getMessage()).doesNotContain("src-", "schema_reference", "cos-");
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean accepts(FormModel form, String... elements) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < elements.length; i += 2) {
            content.append('<')
                    .append(elements[i])
                    .append("V1.0.0>")
                    .append(elements[i + 1])
                    .append("</");
            content.append(elements[i]).append("V1.0.0>");
        }
        return accepts(form, "<S99V1.0.0 xmlns='" + FormXml.NAMESPACE + "'>" + content + "</S99V1.0.0>");
    }

    @ParameterizedTest
    @CsvSource({
        "text,minLength='2' maxLength='3',ab,abcd",
        "text,pattern='[0-9]{5}',45657,045657",
        "text_latin,pattern='^a|b$',b,ab",
        "date,minValue='2000-01-01',2000-01-01,1999-12-31",
        "datetime,maxValue='2000-01-01',2000-01-01T23:59:59,2000-01-02T00:00:00",
        "datetime,minValue='2000-01-01T08:00:00',2000-01-01T08:00:00,2000-01-01T07:59:59",
        "time,minValue='08:00:00',08:00:00,07:59:59",
        "bool,,true,ja",
        "num,minValue='0.5' maxValue='7',0.5,7.01",
        "num,,-1.25,1e3",
        "num_int,minValue='0.5' maxValue='2.5',1,3",
        "num_currency,,12.50,12.505"
    })
    void types_and_limits_every_kind_of_field(String type, String limits, String good, String bad) {
        FormModel form = form(field("1:1", "F1", type, "<praezisierung " + (limits == null ? "" : limits) + "/>"));
        assertThat(accepts(form, "F1", good)).isTrue();
        assertThat(accepts(form, "F1", bad)).isFalse();
        assertThat(accepts(form)).isFalse();
    }

    @Test
    void lists_the_codes_of_a_select() {
        FormModel form = form(select("0:2", "F1", "", "001", "002"));
        assertThat(form.xsd())
                .contains("<xs:restriction base=\"xs:token\">", "<xs:enumeration value=\"001\">", "Wert 001");
        assertThat(accepts(form, "F1", "001", "F1", "002")).isTrue();
        assertThat(accepts(form, "F1", "003")).isFalse();
        assertThat(accepts(form, "F1", "001", "F1", "001", "F1", "001")).isFalse();
    }

    @Test
    void makes_a_choice_group_a_choice_that_cannot_be_empty() {
        FormModel form = form(choice("1:1", "G1", field("0:1", "F1", "text", "") + field("0:2", "F2", "text", "")));
        assertThat(accepts(form, "G1", "<F1V1.0.0>x</F1V1.0.0>")).isTrue();
        assertThat(accepts(form, "G1", "<F2V1.0.0>x</F2V1.0.0><F2V1.0.0>x</F2V1.0.0>"))
                .isTrue();
        assertThat(accepts(form, "G1", "")).isFalse();
        assertThat(accepts(form, "G1", "<F1V1.0.0>x</F1V1.0.0><F2V1.0.0>x</F2V1.0.0>"))
                .isFalse();
    }

    @Test
    void leaves_labels_out_and_hidden_fields_optional() {
        FormModel form = form(Forms.label("F1") + Forms.art("1:1", "F2", "hidden", "date"));
        assertThat(form.xsd()).doesNotContain("F1V1.0.0").contains("minOccurs=\"0\"");
        assertThat(accepts(form)).isTrue();
        assertThat(accepts(form, "F2", "gestern")).isFalse();
    }

    @Test
    void keeps_two_contents_of_one_element_apart() {
        FormModel form = form(group("1:1", "G1", field("1:1", "F1", "text", ""))
                + group("1:1", "G2", field("1:1", "F1", "num_int", "")));
        assertThat(accepts(form, "G1", "<F1V1.0.0>x</F1V1.0.0>", "G2", "<F1V1.0.0>1</F1V1.0.0>"))
                .isTrue();
        assertThat(accepts(form, "G1", "<F1V1.0.0>x</F1V1.0.0>", "G2", "<F1V1.0.0>x</F1V1.0.0>"))
                .isFalse();
    }

    @Test
    void tells_rules_and_patterns_that_it_cannot_check_in_words() {
        FormModel form = form(rule("R1", "Wenn <x> & \"y\" ]]>")
                + field("0:1", "F1", "text", "<praezisierung pattern='(?=a)[a-z]+'/>"));
        assertThat(form.xsd())
                .contains("R1: Wenn &lt;x&gt; &amp; &quot;y&quot; ]]&gt;", "regular expression not expressible")
                .doesNotContain("xs:pattern");
        assertThat(accepts(form, "F1", "b")).isTrue();
    }

    @Test
    void compiles_with_many_repeats() {
        FormModel form = form(field("0:100000", "F1", "text", "") + field("2:*", "F2", "text", ""));
        assertThat(form.xsd())
                .contains("minOccurs=\"0\" maxOccurs=\"unbounded\"", "minOccurs=\"2\" maxOccurs=\"unbounded\"");
        assertThat(accepts(form, "F2", "a", "F2", "b")).isTrue();
        assertThat(List.of(form.xsd().split("\n"))).noneMatch(String::isBlank);
    }
}
