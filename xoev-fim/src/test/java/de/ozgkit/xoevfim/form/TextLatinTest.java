// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static de.ozgkit.xoevfim.form.Forms.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.internal.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What DIN 91379 means for a field of the data type text_latin. */
class TextLatinTest {

    private static final FormModel FORM = Forms.form(
            field("1:1", "F1", "text_latin", "<praezisierung maxLength='300'/>") + field("0:1", "F2", "text", ""));

    private static Answers answer(String text) {
        return Answers.none().with("F1", text);
    }

    private static boolean acceptedByJsonSchema(String text) {
        String json = Json.pretty(JsonNodeFactory.instance.objectNode().put("F1V1.0.0", text));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(FORM.jsonSchema())
                .validate(json, InputFormat.JSON)
                .isEmpty();
    }

    private static boolean acceptedByXsd(String text) {
        return XsdTest.accepts(
                FORM, "<S99V1.0.0 xmlns='" + FormXml.NAMESPACE + "'><F1V1.0.0>" + text + "</F1V1.0.0></S99V1.0.0>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mustermann",
                "Ion Br\u0103tianu",
                "STRA\u1e9eE",
                "Nguy\u1ec5n Th\u1ecb",
                "O\u2019Neill-D'Arc",
                "K\u0300 M\u0302 \u010c\u0315 \u1e32\u0304 S\u031b\u0304 l\u0325\u0304 c\u0328\u0306 k\u035fh",
                "3,50 \u20ac \u00a7 7 @ {x}",
                "eins\nzwei\tdrei"
            })
    void takes_the_letters_of_the_standard(String text) {
        assertThat(FORM.validate(answer(text)).findings()).isEmpty();
        assertThat(FORM.normalise(answer(text))).isEqualTo(answer(text));
        assertThat(acceptedByJsonSchema(text)).isTrue();
        assertThat(acceptedByXsd(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bello \ud83d\ude00",
                "\u0418\u0432\u0430\u043d",
                "\u03a9",
                "\u201eFirma\u201c",
                "5\u20137",
                "x\u0300",
                "zero\u200bwidth",
                "soft\u00adhyphen",
                "\u202eevil",
                "\u2028x",
                "\ufb01n"
            })
    void refuses_every_other_character(String text) {
        List<Finding> findings = FORM.validate(answer("A" + text)).findings();
        assertThat(findings).extracting(Finding::rule).containsExactly("field.characters");
        assertThat(findings).extracting(Finding::path).containsExactly("F1");
        assertThat(findings.get(0).text() + findings.get(0).english()).doesNotContain(text);
        assertThat(acceptedByJsonSchema("A" + text)).isFalse();
        assertThat(acceptedByXsd("A" + text)).isFalse();
    }

    @Test
    void leaves_other_texts_alone() {
        assertThat(FORM.validate(answer("x").with("F2", "\u0418\u0432\u0430\u043d \ud83d\ude00"))
                        .findings())
                .isEmpty();
    }

    @Test
    void says_of_control_characters_what_it_says_of_them_in_every_text() {
        assertThat(FORM.validate(answer("a\u0007b")).findings())
                .extracting(Finding::rule)
                .containsExactly("field.form");
    }

    @Test
    void composes_what_was_typed_apart() {
        Answers typed = answer("Mu\u0308ller, A\u0302\u0323, C\u030c\u0323, k\u0300");
        Answers composed = answer("M\u00fcller, \u1eac, \u010c\u0323, k\u0300");
        assertThat(FORM.normalise(typed)).isEqualTo(composed);
        assertThat(FORM.validate(typed).findings()).isEmpty();
        assertThat(FORM.toJson(typed)).isEqualTo(FORM.toJson(composed)).contains("M\u00fcller");
        assertThat(FORM.toXml(typed)).isEqualTo(FORM.toXml(composed));
        assertThat(acceptedByJsonSchema("Mu\u0308ller")).isFalse();
        assertThat(acceptedByXsd("Mu\u0308ller")).isFalse();
    }

    @Test
    void counts_the_place_after_composing() {
        assertThat(FORM.validate(answer(" u\u0308\ud83d\ude00"))
                        .findings()
                        .get(0)
                        .text())
                .contains("das 2. Zeichen");
    }

    @Test
    void says_the_set_once_in_each_schema_and_only_where_it_is_needed() {
        FormModel two = Forms.form(field("1:1", "F1", "text_latin", "") + field("0:1", "F2", "text_latin", ""));
        Map.of(two.jsonSchema(), "\"text_latin\"", two.xsd(), "name=\"text_latin\"")
                .forEach((schema, name) -> assertThat(schema).containsOnlyOnce(name));
        FormModel none = Forms.form(field("1:1", "F1", "text", ""));
        assertThat(none.jsonSchema() + none.xsd()).doesNotContain("text_latin");
    }

    @Test
    void reads_a_long_answer_of_rare_letters() {
        FormModel form = Forms.form(field("1:1", "F1", "text_latin", ""));
        Answers answers = answer("k\u035fh".repeat(30_000));
        assertThat(form.validate(answers).findings()).isEmpty();
        assertThat(form.fromXml(Samples.stream(form.toXml(answers)))).isEqualTo(answers);
    }
}
