// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.form.FormModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnASchemaIntoAFormTest {

    private static final String BIRTH_OF_THE_DOG = "G05000000003.F05000000013";

    private final FormModel form = TurnASchemaIntoAForm.form(
            Checkout.file("examples/serviceportal/src/main/resources/forms/hund-anmelden.xdf3.xml"));

    @Test
    void writes_acceptable_answers_as_json() {
        assertThat(TurnASchemaIntoAForm.submitted(form, answers()))
                .startsWith("{")
                .contains("\"2024-03-27\"", "\"Bello\"");
    }

    @Test
    void says_in_german_what_is_wrong_and_where() {
        Map<String, List<String>> wrong = answers();
        wrong.put(BIRTH_OF_THE_DOG, List.of("30.2.2024"));

        assertThat(TurnASchemaIntoAForm.submitted(form, wrong)).startsWith(BIRTH_OF_THE_DOG + ": ");
        assertThat(TurnASchemaIntoAForm.submitted(form, Map.of())).contains("G05000000001.F05000000001: ");
    }

    private static Map<String, List<String>> answers() {
        Map<String, String> given = Map.ofEntries(
                Map.entry("G05000000001.F05000000001", "Mustermann"),
                Map.entry("G05000000001.F05000000002", "Erika"),
                Map.entry("G05000000001.F05000000003", "12.8.1964"),
                Map.entry("G05000000002.F05000000004", "Beispielweg 1"),
                Map.entry("G05000000002.F05000000005", "45657"),
                Map.entry("G05000000002.F05000000006", "Recklinghausen"),
                Map.entry("G05000000003.F05000000010", "Bello"),
                Map.entry("G05000000003.F05000000011", "005"),
                Map.entry(BIRTH_OF_THE_DOG, "27.3.2024"),
                Map.entry("G05000000003.F05000000014", "002"),
                Map.entry("G05000000003.F05000000015", "braun"),
                Map.entry("G05000000004.F05000000017", "1.10.2026"),
                Map.entry("G05000000004.F05000000018", "false"),
                Map.entry("G05000000004.F05000000019", "1"));
        Map<String, List<String>> parameters = new HashMap<>();
        given.forEach((path, value) -> parameters.put(path, List.of(value)));
        return parameters;
    }
}
