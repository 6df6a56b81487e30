// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the form accepts, its JSON Schema and its XSD accept; what it does not accept, its JSON Schema does not accept; and nothing gets lost
 * on the way. The exceptions that {@link FormModel#jsonSchema} names do not occur in these answers.
 */
class GeneratedAnswersTest {

    private static final int VALID = 250;
    private static final int INVALID = 400;
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** A form by name; made late, because the collected samples may not be there. */
    record Named(String name, int valid, int invalid, Supplier<FormModel> form) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> forms() {
        return Stream.of(
                new Named("everything", VALID, INVALID, () -> Forms.EVERYTHING),
                new Named("Hund", 100, 100, () -> FormModelTest.HUND),
                new Named("S00000094 of version 2", VALID, INVALID, Forms::mutterschutz2),
                new Named("S00000094 of version 3", VALID, INVALID, Forms::mutterschutz3));
    }

    private static boolean accepts(Schema schema, String json) {
        return schema.validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    private static Validator xml(FormModel form) throws Exception {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(form.xsd())))
                .newValidator();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writes_a_schema_that_is_valid_itself(Named named) {
        FormModel form = named.form().get();
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(form.jsonSchema(), InputFormat.JSON)).isEmpty();
        assertThat(form.jsonSchema()).isEqualTo(named.form().get().jsonSchema());
        assertThat(form.xsd()).isEqualTo(named.form().get().xsd());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void accepts_in_both_schemas_what_the_form_accepts_and_loses_nothing(Named named) throws Exception {
        FormModel form = named.form().get();
        Schema schema = REGISTRY.getSchema(form.jsonSchema());
        Validator xsd = xml(form);
        for (int seed = 0; seed < named.valid(); seed++) {
            Answers answers = new AnswerGenerator(form, seed).valid();
            String json = form.toJson(answers);
            assertThat(accepts(schema, json))
                    .as("JSON Schema, seed %d: %s", seed, json)
                    .isTrue();
            String xml = form.toXml(answers);
            xsd.validate(new StreamSource(new StringReader(xml)));
            Answers expected = withoutHoles(form.normalise(answers));
            assertThat(form.fromJson(json).values()).as("seed %d", seed).isEqualTo(expected.values());
            assertThat(form.fromXml(Samples.stream(xml)).values())
                    .as("seed %d", seed)
                    .isEqualTo(expected.values());
            assertThat(form.validate(expected).acceptable()).isTrue();
        }
    }

    /** Repeats counted anew from 1: a hole holds nothing. */
    private static Answers withoutHoles(Answers answers) {
        Map<String, String> closed = new HashMap<>();
        answers.values().forEach((path, value) -> {
            FieldPath at = FieldPath.ROOT;
            for (int i = 0; i < path.steps().size(); i++) {
                FieldPath before = new FieldPath(path.steps().subList(0, i));
                FieldPath.Step step = path.steps().get(i);
                long smaller = answers.values().keySet().stream()
                        .filter(p -> p.within(before)
                                && p.steps().size() > before.steps().size())
                        .map(p -> p.steps().get(before.steps().size()))
                        .filter(s -> s.id().equals(step.id()) && s.index() < step.index())
                        .distinct()
                        .count();
                at = at.child(step.id(), (int) smaller + 1);
            }
            closed.put(at.toString(), value);
        });
        return Answers.of(closed);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refuses_in_the_json_schema_what_the_form_refuses(Named named) {
        FormModel form = named.form().get();
        Schema schema = REGISTRY.getSchema(form.jsonSchema());
        Set<String> kinds = new TreeSet<>();
        int found = 0;
        for (int seed = 0; found < named.invalid(); seed++) {
            for (Answers invalid : new AnswerGenerator(form, seed).invalid()) {
                found++;
                List<Finding> errors = form.validate(invalid).errors();
                errors.forEach(e -> kinds.add(e.rule()));
                String json = RawJson.of(form, invalid);
                assertThat(accepts(schema, json))
                        .as("seed %d: %s in %s", seed, errors, json)
                        .isFalse();
                errors.forEach(GeneratedAnswersTest::isSaidInBothLanguages);
            }
        }
        assertThat(kinds).contains("answer.unknown", "element.max", "field.form", "field.required", "field.max_length");
        if (form == Forms.EVERYTHING) {
            assertThat(kinds)
                    .containsExactlyInAnyOrder(
                            "answer.unknown",
                            "element.max",
                            "element.min",
                            "element.not_wanted",
                            "field.characters",
                            "field.form",
                            "field.max_length",
                            "field.max_value",
                            "field.min_length",
                            "field.min_value",
                            "field.pattern",
                            "field.required",
                            "group.at_least_one",
                            "group.choice",
                            "group.required");
        }
    }

    private static void isSaidInBothLanguages(Finding error) {
        assertThat(error.text(Locale.ENGLISH))
                .isNotEqualTo(error.text(Locale.GERMAN))
                .endsWith(".")
                .doesNotContainIgnoringCase("geben sie", "prüfen", "wählen", "füllen");
    }

    @Test
    void knows_each_exception_to_that() {
        FormModel form = Forms.form(Forms.field("0:1", "F1", "text", "<praezisierung pattern='(a*)*'/>")
                + Forms.field("0:1", "F2", "text", "")
                + Forms.field("0:1", "F3", "num_currency", ""));
        Schema schema = REGISTRY.getSchema(form.jsonSchema());
        List<String> exceptions = new ArrayList<>();
        Map.of(
                        "control characters",
                        "{\"F2V1.0.0\":\"a\\u0001\"}",
                        "a text of more than 100 000 characters",
                        "{\"F2V1.0.0\":\"" + "x".repeat(100_001) + "\"}")
                .forEach((name, json) -> {
                    assertThat(form.validate(form.fromJson(json)).acceptable())
                            .as(name)
                            .isFalse();
                    exceptions.add(accepts(schema, json) ? name : "");
                });
        assertThat(accepts(schema, "{\"F3V1.0.0\":1.005}")).as("three decimals").isTrue();
        assertThat(exceptions)
                .containsExactlyInAnyOrder("control characters", "a text of more than 100 000 characters");
        // An unsafe pattern is checked nowhere, so that both agree.
        assertThat(form.validate(Answers.none().with("F1", "b")).acceptable()).isTrue();
        assertThat(accepts(schema, "{\"F1V1.0.0\":\"b\"}")).isTrue();
    }

    @Test
    void makes_answers_of_every_kind() {
        String all = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> Forms.EVERYTHING.toJson(new AnswerGenerator(Forms.EVERYTHING, i).valid()))
                .collect(Collectors.joining());
        for (int i = 1; i <= 33; i++) {
            String id = "F" + (i < 10 ? "0" : "") + i + "000000";
            if (!Set.of("F12000000", "F15000000", "F16000000", "F17000000", "F18000000", "F19000000", "F29000000")
                    .contains(id)) {
                assertThat(all).contains(id);
            }
        }
    }
}
