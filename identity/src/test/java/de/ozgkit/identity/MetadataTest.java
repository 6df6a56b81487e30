// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;

class MetadataTest {

    private static final String USABLE =
            """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
                xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://account.example.test/idp">
              <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>
                  CERTIFICATE
                </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>
                  not read</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                    Location="https://account.example.test/redirect"/>
                <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                    Location="https://account.example.test/post"/>
              </md:IDPSSODescriptor>
            </md:EntityDescriptor>
            """;

    @Test
    void reads_name_address_and_certificates_of_an_account() throws Exception {
        IdpMetadata metadata = read(usable());

        assertThat(metadata.entityId()).isEqualTo("https://account.example.test/idp");
        assertThat(metadata.ssoLocation()).isEqualTo(URI.create("https://account.example.test/post"));
        assertThat(metadata.signingCertificates()).containsExactly(Fixture.KEY.certificate());
        assertThat(metadata.validUntil()).isEmpty();
    }

    @Test
    void reads_until_when_the_metadata_are_valid() throws Exception {
        assertThat(read(usable().replace("entityID=", "validUntil=\"2031-01-31T12:00:00+01:00\" entityID="))
                        .validUntil())
                .contains(Instant.parse("2031-01-31T11:00:00Z"));
    }

    @Test
    void refuses_metadata_that_nothing_can_be_trusted_by() throws Exception {
        refused(usable().replace("HTTP-POST", "SOAP").replace("HTTP-Redirect", "PAOS"), "HTTP-POST");
        refused(usable().replace("https://account.example.test/post", "http://account.example.test/post"), "https");
        refused(usable().replace("https://account.example.test/post", "javascript:alert(1)"), "https");
        refused(usable().replace("use=\"signing\"", "use=\"encryption\""), "certificates");
        refused(USABLE, "certificate");
        refused(usable().replace("IDPSSODescriptor", "SPSSODescriptor"), "IDPSSODescriptor");
        refused(usable().replace("EntityDescriptor", "EntitiesDescriptor"), "EntityDescriptor");
        refused(usable().replace("entityID=\"https://account.example.test/idp\"", ""), "entityID");
        refused(usable().replace("entityID=", "validUntil=\"soon\" entityID="), "validUntil");
        refused("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + usable(), "DOCTYPE");
        refused("nonsense", "XML");
        refused(" ".repeat(1 << 20) + usable(), "1 MiB");
    }

    @Test
    void refuses_an_account_with_a_weak_key() throws Exception {
        KeyMaterial weak = Fixture.key(1024, "weak.example.test", Duration.ofDays(30));

        refused(usable(weak), "2048 bits");
    }

    @Test
    void knows_how_much_an_account_may_say() throws Exception {
        String name = "https://account.example.test/" + "x".repeat(1024 - 29);
        String key = usable().replaceFirst("(?s).*(<md:KeyDescriptor use=\"signing\">.*?</md:KeyDescriptor>).*", "$1");

        assertThat(read(usable().replace("https://account.example.test/idp", name))
                        .entityId())
                .hasSize(1024);
        refused(usable().replace("https://account.example.test/idp", name + "x"), "1024 characters");
        assertThat(read(usable().replace(key, key.repeat(20))).signingCertificates())
                .isNotEmpty();
        refused(usable().replace(key, key.repeat(21)), "20 certificates");
        String padding = " ".repeat((1 << 20) - usable().getBytes(StandardCharsets.UTF_8).length);
        assertThat(read(usable() + padding).entityId()).isNotEmpty();
        refused(usable() + padding + " ", "1 MiB");
    }

    @Test
    void names_the_file_problem(@TempDir Path folder) {
        assertThatThrownBy(() -> IdpMetadata.read(folder.resolve("missing.xml")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("saml.metadata"));
    }

    @Test
    void our_metadata_obey_the_rules_of_bundid() {
        KeyMaterial next = Fixture.shortKey("next.example.test", Duration.ofDays(30));

        String metadata = Fixture.portal().alsoOpensWith(next).build().metadata();

        assertThat(metadata)
                .contains("entityID=\"https://portal.example.test\"")
                .contains("AuthnRequestsSigned=\"true\"")
                .contains("WantAssertionsSigned=\"true\"")
                .contains("Location=\"https://portal.example.test/saml/acs\"")
                .contains("nameid-format:transient")
                .doesNotContain(" ID=")
                .doesNotContain("validUntil")
                .doesNotContain("EncryptionMethod")
                .doesNotContain("DigestMethod");
        assertThat(metadata.split("<md:KeyDescriptor ", -1))
                .as("two keys, each to sign and to encrypt")
                .hasSize(5);
    }

    @Test
    void our_metadata_are_valid_under_the_saml_schema_and_the_same_in_every_language() throws Exception {
        Nutzerkonto konto = Fixture.portal()
                .serviceProvider("https://portal.example.test/a&b<c>", Fixture.ACS)
                .build();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            String metadata = konto.metadata();

            assertThat(metadata).contains("use=\"signing\"", "use=\"encryption\"");
            new SAMLSchemaBuilder(SAMLSchemaBuilder.SAML1Version.SAML_11)
                    .getSAMLSchema()
                    .newValidator()
                    .validate(new StreamSource(new StringReader(metadata)));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void refused(String xml, String word) {
        assertThatThrownBy(() -> read(xml)).isInstanceOfSatisfying(ConfigurationException.class, e -> {
            assertThat(e.code()).isEqualTo("saml.metadata");
            assertThat(e.getMessage()).contains(word);
        });
    }

    private static IdpMetadata read(String xml) {
        return IdpMetadata.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String usable() throws Exception {
        return usable(Fixture.KEY);
    }

    private static String usable(KeyMaterial key) throws Exception {
        return USABLE.replace(
                "CERTIFICATE",
                Base64.getMimeEncoder().encodeToString(key.certificate().getEncoded()));
    }
}
