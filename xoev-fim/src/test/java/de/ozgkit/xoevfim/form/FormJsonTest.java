// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormJsonTest {

    private static final FormModel FORM = FormModelTest.HUND;

    private static final Answers FULL = FORM.normalise(ValidationTest.GOOD
            .with("G99000000001.F99000000004", "7,25")
            .with("G99000000001-3.F99000000001", "Hasso")
            .with("G99000000001-3.F99000000002", "1.1.2020")
            .with("G99000000001-3.F99000000003", "02")
            .with("G99000000003.F99000000009", "02361 1")
            .with("G99000000003.F99000000009-2", "02361 2")
            .with("F99000000015", "2")
            .with("F99000000016", "90"));

    @Test
    void writes_properties_with_versions_arrays_and_types() {
        assertThat(FORM.toJson(FULL))
                .isEqualTo(
                        "{\"G99000000001V1.0.0\":[{\"F99000000001V1.0.0\":\"Bello\",\"F99000000002V1.0.0\":\"2024-03-27\","
                                + "\"F99000000003V1.0.0\":\"01\",\"F99000000004V1.0.0\":7.25},"
                                + "{\"F99000000001V1.0.0\":\"Hasso\",\"F99000000002V1.0.0\":\"2020-01-01\",\"F99000000003V1.0.0\":\"02\"}],"
                                + "\"G99000000003V1.0.0\":{\"F99000000008V1.0.0\":\"Mustermann\","
                                + "\"F99000000009V1.0.0\":[\"02361 1\",\"02361 2\"],\"F99000000010V1.0.0\":\"45657\"},"
                                + "\"F99000000014V1.0.0\":false,\"F99000000015V1.0.0\":2,\"F99000000016V1.0.0\":90.00}");
    }

    @Test
    void reads_back_what_it_wrote() {
        Answers back = FORM.fromJson(FORM.toJson(FULL));
        assertThat(back.value("G99000000001-2.F99000000001")).contains("Hasso");
        assertThat(FORM.fromJson(FORM.toJson(back))).isEqualTo(back);
        assertThat(FORM.validate(back).acceptable()).isTrue();
    }

    @Test
    void writes_required_groups_even_when_empty() {
        assertThat(FORM.toJson(Answers.none())).isEqualTo("{\"G99000000001V1.0.0\":[{}],\"G99000000003V1.0.0\":{}}");
    }

    @Test
    void refuses_to_write_what_is_not_of_its_kind() {
        assertThatThrownBy(() -> FORM.toJson(Answers.none().with("F99000000015", "viele")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("F99000000015")
                .hasMessageNotContaining("viele");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "null",
                "{",
                "{} {}",
                "{\"F99000000014\":true}",
                "{\"F99000000013V1.0.0\":\"x\"}",
                "{\"F99000000014V1.0.0\":true,\"F99000000014V1.0.0\":false}",
                "{\"F99000000014V1.0.0\":{}}",
                "{\"F99000000015V1.0.0\":1e999999999}",
                "{\"F99000000015V1.0.0\":1e-999999999}",
                "{\"G99000000003V1.0.0\":\"x\"}",
                "{\"G99000000001V1.0.0\":[[{}]]}"
            })
    void refuses_json_that_does_not_belong_to_the_form(String json) {
        assertThatThrownBy(() -> FORM.fromJson(json))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("form.json"));
    }

    @Test
    void survives_deep_and_huge_json() {
        assertThatThrownBy(() -> FORM.fromJson("[".repeat(100_000))).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> FORM.fromJson("{\"F99000000009V1.0.0\":[" + "1,".repeat(20_000) + "1]}"))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> FORM.fromJson("{\"F99000000015V1.0.0\":" + "9".repeat(500) + "}"))
                .isInstanceOf(RejectedException.class);
    }
}
