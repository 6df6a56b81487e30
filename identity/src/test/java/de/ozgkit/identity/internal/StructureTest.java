// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    private static final Admitted BUSINESS = new Admitted(true, false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bundid/assertion-decrypted.example.xml",
                "bundid/response-error-statusdetail.example.xml",
                "muk/assertion-organisation.synthetic.xml",
                "muk/response-cancel.example.xml"
            })
    void takes_what_the_accounts_document(String sample) throws IOException {
        byte[] xml = sample(sample);

        assertThatCode(() -> Structure.check(SafeDom.parse(xml).getDocumentElement(), BUSINESS))
                .doesNotThrowAnyException();
    }

    @Test
    void reads_the_official_example_of_bundid() throws IOException {
        var assertion = Inbound.assertion(sample("bundid/assertion-decrypted.example.xml"), Admitted.STRICT);

        var statements = new Statements(assertion);
        var person = PersonReader.read(statements, AccountProfile.BUNDID, Optional.empty());

        assertThat(person.displayName()).isEqualTo("ERIKA MUSTERMANN");
        assertThat(person.birthName()).contains("GABLER");
        assertThat(Levels.of(assertion, statements, AccountProfile.BUNDID)).contains(TrustLevel.HIGH);
        assertThat(Read.requiredInstant(assertion, "IssueInstant"))
                .isEqualTo(Instant.parse("2023-08-04T14:07:46.231Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<Response/>",
                "<p:Response xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol'/>",
                "<ds:Object xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>",
                "<a:Audience xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion' xml:base='x'/>",
                "<a:Audience xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion' xmlns:b=''/>",
                "<a:Audience xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion'><?x y?></a:Audience>",
                "<?x y?><a:Audience xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion'/>",
                "<a:Subject xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion'>text</a:Subject>"
            })
    void refuses_everything_else(String xml) {
        assertThatThrownBy(() -> Structure.check(
                        SafeDom.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement(), BUSINESS))
                .isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UNTERGEORDNET,BASIC",
        "normal,LOW",
        "SUBSTANTIELL,SUBSTANTIAL",
        "substanziell,SUBSTANTIAL",
        "Niedrig,LOW",
        "hoch,HIGH"
    })
    void knows_both_vocabularies_of_trust(String word, TrustLevel level) {
        assertThat(Levels.ofAttribute(word)).contains(level);
        assertThat(Levels.ofAttribute("something")).isEmpty();
        assertThat(Levels.ofAttribute(null)).isEmpty();
    }

    private static byte[] sample(String name) throws IOException {
        Path file = Path.of(System.getProperty("ozgkit.specs", "specs"), "identity", "samples", name);
        assumeThat(file).as("the collected samples lie beside the checkout").exists();
        return Files.readAllBytes(file);
    }
}
