// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static de.ozgkit.xoevfim.form.Forms.choice;
import static de.ozgkit.xoevfim.form.Forms.field;
import static de.ozgkit.xoevfim.form.Forms.form;
import static de.ozgkit.xoevfim.form.Forms.group;
import static de.ozgkit.xoevfim.form.Forms.rule;
import static de.ozgkit.xoevfim.form.Forms.select;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.ozgkit.xoevfim.internal.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What other converters are known to do wrong, and every structure once. */
class JsonSchemaTest {

    private static JsonNode schema(FormModel form) {
        return Json.read(form.jsonSchema());
    }

    private static JsonNode definition(FormModel form, String name) {
        return schema(form).get("$defs").get(name);
    }

    private static boolean accepts(FormModel form, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(form.jsonSchema())
                .validate(
                        json.replace('\'', '"'),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    @Test
    void has_no_comma_too_many_and_reads_the_same_every_time() {
        FormModel form = form(field("1:1", "F1", "text", "") + field("0:1", "F2", "text", ""));
        assertThat(schema(form).get("required").toString()).isEqualTo("[\"F1V1.0.0\"]");
        assertThat(form.jsonSchema())
                .startsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n")
                .endsWith("}\n")
                .doesNotContain("\r")
                .isEqualTo(form.jsonSchema());
        assertThat(schema(form(field("0:1", "F1", "text", ""))).has("required")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"date,date", "datetime,date-time"})
    void names_formats_as_the_standard_does_even_without_limits(String type, String format) {
        assertThat(definition(form(field("0:1", "F1", type, "")), "F1V1.0.0")
                        .get("format")
                        .stringValue())
                .isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "date,minValue='2000-02-29',2000-02-29,2000-02-28",
        "date,maxValue='2019-10-09',2019-10-09,2019-10-10",
        "date,minValue='1999-12-31' maxValue='2001-01-01',2000-06-15,2001-01-02",
        "date,,2024-02-29,2023-02-29",
        "datetime,minValue='2000-01-01',2000-01-01T00:00:00+01:00,1999-12-31T23:59:59+01:00",
        "datetime,maxValue='2000-01-01',2000-01-01T23:59:59+01:00,2000-01-02T00:00:00+01:00",
        "datetime,maxValue='2000-01-01T12:00:00',2000-01-01T12:00:00+01:00,2000-01-01T12:00:01+01:00",
        "time,minValue='08:30:00' maxValue='17:00:00',08:30:00,08:29:59",
        "time,,23:59:59,24:00:00"
    })
    void limits_days_and_times_without_numbers(String type, String limits, String good, String bad) {
        FormModel form = form(field("0:1", "F1", type, "<praezisierung " + (limits == null ? "" : limits) + "/>"));
        assertThat(form.jsonSchema()).doesNotContain("minimum", "maximum");
        assertThat(accepts(form, "{'F1V1.0.0':'" + good + "'}")).isTrue();
        assertThat(accepts(form, "{'F1V1.0.0':'" + bad + "'}")).isFalse();
        assertThat(form.validate(form.fromJson("{\"F1V1.0.0\":\"" + good + "\"}"))
                        .acceptable())
                .isTrue();
        assertThat(form.validate(form.fromJson("{\"F1V1.0.0\":\"" + bad + "\"}"))
                        .acceptable())
                .isFalse();
    }

    @Test
    void writes_moments_with_the_offset_of_german_time_and_takes_any_other() {
        FormModel form = form(field("0:*", "F1", "datetime", ""));
        Answers answers = Answers.none()
                .with("F1", "27.3.2024 9:30")
                .with("F1-2", "27.7.2024 9:30")
                .with("F1-3", "31.3.2024 2:30")
                .with("F1-4", "27.10.2024 2:30")
                .with("F1-5", "1.1.1600 0:00");
        String json = form.toJson(answers);
        assertThat(json)
                .contains("2024-03-27T09:30:00+01:00", "2024-07-27T09:30:00+02:00", "1600-01-01T00:00:00+01:00");
        assertThat(form.fromJson(json)).isEqualTo(form.normalise(answers));
        assertThat(accepts(form, json)).isTrue();
        assertThat(form.fromJson("{\"F1V1.0.0\":[\"2024-07-27T09:30:00Z\",\"2024-07-27T09:30:00\",\"x\"]}")
                        .values()
                        .values())
                .containsExactly("2024-07-27T11:30:00", "2024-07-27T09:30:00", "x");
    }

    @Test
    void escapes_every_text() {
        FormModel form = form(group(
                "0:1", "G1", "<hilfetextEingabe>a\"b\\ \u2028</hilfetextEingabe>" + field("0:1", "F1", "text", "")));
        assertThat(schema(form).get("title").stringValue()).isEqualTo("Alles & \"mehr\"");
        assertThat(definition(form, "F1V1.0.0").get("title").stringValue()).isEqualTo("Feld <F1> \"x\"");
        assertThat(definition(form, "G1V1.0.0").get("description").stringValue())
                .isEqualTo("a\"b\\");
    }

    @Test
    void defines_an_element_once_and_again_where_it_has_other_content() {
        FormModel form = form(group("1:1", "G1", field("1:1", "F1", "text", ""))
                + group("1:1", "G2", field("0:1", "F1", "text", ""))
                + group("1:1", "G3", field("1:1", "F1", "num_int", "")));
        assertThat(schema(form).get("$defs").propertyNames())
                .containsExactly("F1V1.0.0", "F1V1.0.0.2", "G1V1.0.0", "G2V1.0.0", "G3V1.0.0");
        assertThat(accepts(form, "{'G1V1.0.0':{'F1V1.0.0':'x'},'G2V1.0.0':{},'G3V1.0.0':{'F1V1.0.0':7}}"))
                .isTrue();
        assertThat(accepts(form, "{'G1V1.0.0':{'F1V1.0.0':'x'},'G2V1.0.0':{},'G3V1.0.0':{'F1V1.0.0':'x'}}"))
                .isFalse();
    }

    @Test
    void asks_for_what_is_required_and_counts_repeats() {
        FormModel form = form(field("2:3", "F1", "text", "")
                + field("0:*", "F2", "text", "")
                + Forms.label("F3")
                + Forms.art("1:1", "F4", "locked", "bool")
                + Forms.art("1:1", "F5", "hidden", "bool"));
        JsonNode schema = schema(form);
        assertThat(schema.get("required").toString()).isEqualTo("[\"F1V1.0.0\",\"F4V1.0.0\"]");
        assertThat(schema.get("properties").get("F1V1.0.0").toString())
                .isEqualTo(
                        "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/F1V1.0.0\"},\"minItems\":2,\"maxItems\":3}");
        assertThat(schema.get("properties").get("F2V1.0.0").has("maxItems")).isFalse();
        assertThat(schema.get("properties").has("F3V1.0.0")).isFalse();
        assertThat(definition(form, "F4V1.0.0").toString()).contains("\"readOnly\":true", "\"type\":\"boolean\"");
        assertThat(accepts(form, "{'F1V1.0.0':['a','b'],'F4V1.0.0':true}")).isTrue();
        assertThat(accepts(form, "{'F1V1.0.0':['a','b'],'F4V1.0.0':'true'}")).isFalse();
        assertThat(accepts(form, "{'F1V1.0.0':['a','b'],'F4V1.0.0':true,'x':1}"))
                .isFalse();
    }

    @Test
    void lists_codes_with_their_labels() {
        FormModel form = form(select("0:1", "F1", "", "1", "2"));
        assertThat(definition(form, "F1V1.0.0").get("oneOf").get(0).toString())
                .isEqualTo("{\"const\":\"1\",\"description\":\"Wert 1\"}");
    }

    @Test
    void matches_patterns_against_the_whole_text() {
        FormModel form = form(field("0:1", "F1", "text", "<praezisierung pattern='[0-9]{5}|x'/>"));
        assertThat(definition(form, "F1V1.0.0").get("pattern").stringValue()).isEqualTo("^(?:[0-9]{5}|x)$");
        assertThat(accepts(form, "{'F1V1.0.0':'45657'}")).isTrue();
        assertThat(accepts(form, "{'F1V1.0.0':'045657'}")).isFalse();
    }

    @Test
    void offers_exactly_one_of_a_choice_group() {
        FormModel form = form(choice(
                "0:1", "G1", field("0:1", "F1", "text", "") + field("1:1", "F2", "text", "") + Forms.label("F3")));
        assertThat(form.findings()).extracting(f -> f.rule()).containsExactly("form.choice");
        assertThat(accepts(form, "{}")).isTrue();
        assertThat(accepts(form, "{'G1V1.0.0':{'F1V1.0.0':'x'}}")).isTrue();
        assertThat(accepts(form, "{'G1V1.0.0':{}}")).isFalse();
        assertThat(accepts(form, "{'G1V1.0.0':{'F1V1.0.0':'x','F2V1.0.0':'x'}}"))
                .isFalse();
    }

    @Test
    void says_rules_as_conditions() {
        FormModel form = form(rule("R1", "Wenn Feld F00000001 = 1, dann muss Feld F00000002 befüllt werden.")
                + select("0:1", "F00000001", "", "1", "2")
                + field("0:1", "F00000002", "text", ""));
        assertThat(schema(form).get("allOf").toString())
                .isEqualTo(
                        "[{\"if\":{\"required\":[\"F00000001V1.0.0\"],\"properties\":{\"F00000001V1.0.0\":{\"const\":\"1\"}}},"
                                + "\"then\":{\"required\":[\"F00000002V1.0.0\"]}}]");
    }
}
