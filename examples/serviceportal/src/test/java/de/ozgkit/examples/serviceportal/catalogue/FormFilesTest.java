// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormFilesTest {

    private static final FormModel DOG =
            FormModel.of(XDatenfelder.read(FormFilesTest.class.getResourceAsStream("/forms/hund-anmelden.xdf3.xml")));
    private static final String HOLDER = "G05000000001.F0500000000";
    private static final String ADDRESS = "G05000000002.F0500000000";
    private static final String ANIMAL = "G05000000003.F050000000";
    private static final String KEEPING = "G05000000004.F050000000";

    private static final Answers GOOD = Answers.of(Map.ofEntries(
            Map.entry(HOLDER + "1", "Mustermann"),
            Map.entry(HOLDER + "2", "Erika"),
            Map.entry(HOLDER + "3", "1964-08-12"),
            Map.entry(ADDRESS + "4", "Beispielweg 1"),
            Map.entry(ADDRESS + "5", "45657"),
            Map.entry(ADDRESS + "6", "Recklinghausen"),
            Map.entry(ANIMAL + "10", "Bello"),
            Map.entry(ANIMAL + "11", "005"),
            Map.entry(ANIMAL + "13", "2024-03-27"),
            Map.entry(ANIMAL + "14", "002"),
            Map.entry(ANIMAL + "15", "braun"),
            Map.entry(ANIMAL + "16", "276098100000001"),
            Map.entry(KEEPING + "17", "2024-06-01"),
            Map.entry(KEEPING + "18", "false"),
            Map.entry(KEEPING + "19", "1")));

    @Test
    void the_dog_registration_is_a_form_without_findings() {
        assertThat(DOG.id()).isEqualTo("S05000000001");
        assertThat(DOG.title()).isEqualTo("Hund anmelden");
        assertThat(DOG.findings()).isEmpty();
        assertThat(DOG.elements()).hasSize(5);
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void numbers_and_patterns_are_limited() {
        assertThat(problems(GOOD.with(KEEPING + "19", "11"))).contains("F05000000019");
        assertThat(problems(GOOD.with(KEEPING + "19", "0"))).contains("F05000000019");
        assertThat(problems(GOOD.with(ANIMAL + "16", "12345"))).contains("F05000000016");
        assertThat(problems(GOOD.with(ADDRESS + "5", "4565"))).contains("F05000000005");
        assertThat(problems(GOOD.with(ANIMAL + "11", "077"))).contains("F05000000011");
    }

    @Test
    void another_breed_can_be_named() {
        assertThat(problems(GOOD.with(ANIMAL + "11", "099").with(ANIMAL + "12", "Xoloitzcuintle")))
                .isEmpty();
    }

    private static String problems(Answers answers) {
        return DOG.validate(answers).findings().stream().map(Finding::path).collect(Collectors.joining(" "));
    }
}
