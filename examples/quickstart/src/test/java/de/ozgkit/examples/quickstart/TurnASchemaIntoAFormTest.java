// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ozgkit.testkit.MockFimPortal;
import de.ozgkit.testkit.MockXRepository;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FieldPath;
import de.ozgkit.xoevfim.form.FormField;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OzgMocks
class TurnASchemaIntoAFormTest {

    private static final String BREEDS = "urn:de:test:codeliste:hunderasse";
    private static final String BIRTH_OF_THE_DOG = "G05000000003.F05000000013";

    private static final Path SCHEMA =
            Checkout.file("examples/serviceportal/src/main/resources/forms/hund-anmelden.xdf3.xml");

    private final FormModel form = TurnASchemaIntoAForm.form(SCHEMA);

    @TempDir
    private Path folder;

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

    @Test
    void exchanges_answers_as_json_and_xml_with_the_schema_of_each() throws Exception {
        Answers answers = form.normalise(Answers.ofForm(answers()));
        TurnASchemaIntoAForm.write(form, answers, folder);

        SchemaFactory.newDefaultInstance()
                .newSchema(folder.resolve("hund.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(folder.resolve("hund.xml").toFile()));
        assertThat(TurnASchemaIntoAForm.read(form, folder.resolve("hund.xml"))).isEqualTo(answers);
        assertThat(form.fromJson(Files.readString(folder.resolve("hund.json")))).isEqualTo(answers);
        assertThat(folder.resolve("hund.schema.json")).content().contains("\"$schema\"");

        Files.writeString(folder.resolve("hund.xml"), form.toXml(Answers.none()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TurnASchemaIntoAForm.read(form, folder.resolve("hund.xml")));
    }

    @Test
    void asks_for_the_breed_in_words_when_it_is_none_of_the_list() {
        String otherBreed = "G05000000003.F05000000012";
        Answers none = Answers.none();

        assertThat(TurnASchemaIntoAForm.mark(form, none, otherBreed)).isEqualTo("freiwillig");
        assertThat(TurnASchemaIntoAForm.mark(form, none.with("G05000000003.F05000000011", "099"), otherBreed))
                .isEqualTo("Pflichtfeld");
        assertThat(TurnASchemaIntoAForm.unchecked(form)).isEmpty();
    }

    @Test
    void converts_both_ways_and_names_what_gets_lost() {
        Path old = folder.resolve("hund_xdf2.xml");

        assertThat(TurnASchemaIntoAForm.convert(SCHEMA, old))
                .isNotEmpty()
                .allMatch(loss -> loss.matches("[A-Z]+\\d+.*: .+"), "names the element");
        assertThat(folder.resolve("C05000011_genericode.xml")).exists();
        TurnASchemaIntoAForm.convert(old, folder.resolve("again_xdf3.xml"));
        assertThat(TurnASchemaIntoAForm.form(folder.resolve("again_xdf3.xml")).elements())
                .hasSameSizeAs(form.elements());
    }

    @Test
    void fetches_a_schema_with_its_code_lists(MockFimPortal portal, MockXRepository repository) throws IOException {
        String list = "<xdf3:codelisteReferenz><xdf3:canonicalIdentification>" + BREEDS
                + "</xdf3:canonicalIdentification></xdf3:codelisteReferenz>";
        String xml = Files.readString(SCHEMA).replaceFirst("(?s)<xdf3:werte>.*?</xdf3:werte>", list);
        portal.publishes(XDatenfelder.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        repository.holds(MockXRepository.list(BREEDS, "1", "01", "Dackel", "02", "Pudel"));

        FormModel fetched = TurnASchemaIntoAForm.fetch(portal.uri(), repository.uri(), folder, form.id())
                .orElseThrow();
        assertThat(fetched.find(FieldPath.of("G05000000003.F05000000011")))
                .containsInstanceOf(FormField.class)
                .hasValueSatisfying(breed -> assertThat(((FormField) breed).choices())
                        .extracting(FormField.Choice::label)
                        .containsExactly("Dackel", "Pudel"));
        assertThat(TurnASchemaIntoAForm.fetch(portal.uri(), repository.uri(), folder, "S00000000000"))
                .isEmpty();
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
