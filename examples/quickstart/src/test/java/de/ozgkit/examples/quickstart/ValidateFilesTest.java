// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.testkit.MockXRepository;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.client.XRepository;
import de.ozgkit.xoevfim.validation.Validation;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OzgMocks
class ValidateFilesTest {

    private static final Path SCHEMA =
            Checkout.file("examples/serviceportal/src/main/resources/forms/hund-anmelden.xdf3.xml");

    private static final Path TRANSFER =
            Checkout.file("examples/serviceportal/src/main/resources/catalogue/kommunal.xzufi.xml");

    /** A stand-in for the official schema that allows one name only. */
    private static final String XSD =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://xoev.de/schemata/xzufi/2_2_0">
              <xs:element name="nurDies" type="xs:string"/>
            </xs:schema>
            """;

    @TempDir
    private Path folder;

    @Test
    void says_whether_a_file_is_acceptable_and_where_not() throws IOException {
        String text = Files.readString(SCHEMA);
        Path wrong = Files.writeString(folder.resolve("wrong.xml"), text.replaceFirst("1:1", "5:1"));

        assertThat(ValidateFiles.validate(TRANSFER)).matches("acceptable, SHA-256 [0-9a-f]{64}");
        assertThat(ValidateFiles.validate(wrong)).matches("line \\d+: fim\\.\\d+: .+");
        assertThat(ValidateFiles.validate(folder.resolve("missing.xml"))).isEqualTo("not validated to its end");
    }

    @Test
    void takes_the_official_schemas_for_ours(MockXRepository repository) {
        repository.publishes("urn:xoev-de:fim:standard:xzufi_2.2.0", Map.of("xzufi.xsd", XSD));
        Validation official = ValidateFiles.official(
                XRepository.at(repository.uri()).cache(folder).build());

        assertThat(official.validate(document("nurDies")).acceptable()).isTrue();
        assertThat(official.validate(document("anderes")).acceptable()).isFalse();
    }

    private static ByteArrayInputStream document(String name) {
        return new ByteArrayInputStream(
                ("<" + name + " xmlns='" + XZuFi.NAMESPACE + "'/>").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void judges_a_schema_by_the_rules_of_fim_and_a_name_by_its_characters() {
        assertThat(ValidateFiles.quality(SCHEMA)).extracting(Finding::rule).contains("fim.1117");
        assertThat(ValidateFiles.name("Łukasz Müller-O’Brien")).isEmpty();
        assertThat(ValidateFiles.name("Erika 7")).isNotEmpty();
    }
}
