// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.ozgkit.identity.Nutzerkonto;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the defects of the mock do not cover of the checklist, each named by its line. */
class Chapter7Test {

    private static final String CBC = Saml.XENC + "aes256-cbc";

    private static Nutzerkonto konto;
    private static Nutzerkonto unsignedResponse;

    @BeforeAll
    static void start() {
        konto = Handmade.portal(Handmade.keycloak()).build();
        unsignedResponse = Handmade.portal(Handmade.keycloak())
                .acceptUnsignedResponse()
                .acceptCbc()
                .build();
    }

    @Test
    void the_message_from_which_all_others_here_differ_is_accepted() {
        assertThat(new Handmade().verdict(konto)).isEqualTo("key-1");
    }

    @Test
    void line_2_no_processing_instruction_anywhere() {
        assertThat(verdict(made -> made.responseAfterSigning = xml -> "<?x y?>" + xml))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing("key-1", "key<?x y?>-1")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void line_2_comments_cut_nothing_off() {
        assertThat(verdict(made -> made.assertionAfterSigning = replacing("key-1", "key<!-- x -->-1")))
                .isEqualTo("key-1");
    }

    @Test
    void line_3_one_issuer_and_one_status_in_their_order() {
        String issuer = "<saml:Issuer>https://idp.example.test</saml:Issuer>";
        assertThat(verdict(made -> made.assertion = replacing(issuer, issuer + issuer)))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.response = replacing("</samlp:Status>", "</samlp:Status><samlp:Status/>")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing("<saml:Conditions ", "<saml:Subject/><saml:Conditions ")))
                .isEqualTo("MALFORMED_XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</ds:SignedInfo>", "</ds:KeyInfo>"})
    void line_5_no_object_and_no_second_signed_info(String after) {
        assertThat(verdict(made -> made.responseAfterSigning = xml -> xml.replaceFirst(after, after + "<ds:Object/>")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.responseAfterSigning =
                        xml -> xml.replaceFirst("(?s)(<ds:SignedInfo>.*?</ds:SignedInfo>)", "$1$1")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void line_5_one_reference_one_digest_and_two_transforms_at_most() {
        assertThat(verdict(made -> made.responseAfterSigning =
                        xml -> xml.replaceFirst("(?s)(<ds:Reference .*?</ds:Reference>)", "$1$1")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.responseAfterSigning =
                        xml -> xml.replaceFirst("(?s)(<ds:DigestValue>.*?</ds:DigestValue>)", "$1$1")))
                .isEqualTo("MALFORMED_XML");
        String enveloped = "<ds:Transform Algorithm=\"" + Saml.DS + "enveloped-signature\"/>";
        assertThat(verdict(
                        made -> made.responseAfterSigning = xml -> xml.replaceFirst(enveloped, enveloped + enveloped)))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.responseAfterSigning = xml -> xml.replaceFirst(enveloped, "")))
                .isEqualTo("SIGNATURE_INVALID");
        assertThat(verdict(made -> made.responseAfterSigning = xml -> xml.replaceFirst(
                        "(?s)<ds:Transform Algorithm=\"" + Saml.EXCLUSIVE + "\">.*?</ds:Transform>", enveloped)))
                .isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void line_5_a_list_of_prefixes_has_a_limit() {
        assertThat(verdict(made -> made.responseAfterSigning =
                        replacing("PrefixList=\"xsd\"", "PrefixList=\"" + "x ".repeat(101) + "\"")))
                .isEqualTo("MALFORMED_XML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="
            })
    void line_8_a_digest_of_nothing_proves_nothing(String digest) {
        assertThat(verdict(made -> made.responseAfterSigning = xml -> xml.replaceFirst(
                        "(?s)<ds:DigestValue>.*?</ds:DigestValue>", "<ds:DigestValue>" + digest + "</ds:DigestValue>")))
                .isEqualTo("SIGNATURE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Id=\"_x\"", "id=\"_x\"", "samlp:ID=\"_x\"", "xml:id=\"_x\"", "xml:base=\"https://x\"", "x=\"y\""
            })
    void line_8_no_second_id_and_no_attribute_that_saml_does_not_have(String attribute) {
        assertThat(verdict(made -> made.responseAfterSigning =
                        replacing("<samlp:Response ", "<samlp:Response " + attribute + " ")))
                .isEqualTo("MALFORMED_XML");
    }

    @ParameterizedTest
    @CsvSource({"1,DECRYPTION_FAILED", "20,DECRYPTION_FAILED", "27,DECRYPTION_FAILED"})
    void line_10_a_cipher_text_without_room_for_its_tag_fails_like_any_other(int bytes, String failure) {
        String cipher = Base64.getEncoder().encodeToString(new byte[bytes]);
        assertThat(verdict(made -> made.encrypted =
                        xml -> xml.replaceFirst("(?s)(.*)<xenc:CipherValue>[^<]*", "$1<xenc:CipherValue>" + cipher)))
                .isEqualTo(failure);
    }

    @Test
    void line_10_a_key_of_absurd_size_and_a_text_that_is_no_base64_fail_like_any_other() {
        assertThat(verdict(made -> made.encrypted =
                        xml -> xml.replaceFirst("<xenc:CipherValue>[^<]*", "<xenc:CipherValue>" + "A".repeat(5000))))
                .isEqualTo("DECRYPTION_FAILED");
        assertThat(verdict(made -> made.encrypted =
                        xml -> xml.replaceFirst("(?s)(.*)<xenc:CipherValue>[^<]*", "$1<xenc:CipherValue>*")))
                .isEqualTo("DECRYPTION_FAILED");
    }

    @Test
    void line_10_no_encrypted_data_inside_encrypted_data() {
        assertThat(verdict(made ->
                        made.encrypted = replacing("<xenc:CipherData>", "<xenc:EncryptedData/><xenc:CipherData>")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void line_10_cbc_is_read_only_where_the_portal_says_so_and_only_inside_a_signed_response() {
        Nutzerkonto legacy = Handmade.portal(Handmade.keycloak()).acceptCbc().build();
        Handmade signed = new Handmade();
        signed.sealing = signed.sealing.withContent(CBC);
        Handmade unsigned = new Handmade();
        unsigned.sealing = signed.sealing;
        unsigned.responseSigned = false;
        Handmade tampered = new Handmade();
        tampered.sealing = signed.sealing;
        tampered.responseAfterSigning = xml -> xml.replaceFirst("(?s)(.*<xenc:CipherValue>)....", "$1AAAA");

        assertThat(signed.verdict(konto)).isEqualTo("ALGORITHM_FORBIDDEN");
        assertThat(signed.verdict(legacy)).isEqualTo("key-1");
        assertThat(signed.verdict(unsignedResponse)).isEqualTo("key-1");
        assertThat(unsigned.verdict(unsignedResponse)).isEqualTo("ALGORITHM_FORBIDDEN");
        assertThat(tampered.verdict(legacy)).isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void line_11_what_was_encrypted_is_parsed_as_strictly_as_the_message() {
        assertThat(verdict(made -> made.assertionAfterSigning = xml -> "<!DOCTYPE a>" + xml))
                .isEqualTo("DTD_FORBIDDEN");
        assertThat(verdict(made -> made.assertionAfterSigning = xml -> "<x/>")).isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertionAfterSigning = xml -> xml + "<x/>"))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertionSigned = false)).isEqualTo("SIGNATURE_MISSING");
    }

    @Test
    void line_13_every_restriction_must_name_us_and_issuers_have_the_format_of_an_entity() {
        String other = "<saml:AudienceRestriction><saml:Audience>https://x</saml:Audience></saml:AudienceRestriction>";
        assertThat(verdict(made -> made.assertion = replacing("</saml:Conditions>", other + "</saml:Conditions>")))
                .isEqualTo("AUDIENCE");
        assertThat(verdict(made -> made.assertion = replacing("<saml:Issuer>", "<saml:Issuer Format=\"urn:x\">")))
                .isEqualTo("UNKNOWN_ISSUER");
    }

    @Test
    void line_14_no_beginning_in_the_confirmation_and_both_ends_in_the_conditions() {
        assertThat(verdict(made -> made.assertion = replacing(
                        "<saml:SubjectConfirmationData ",
                        "<saml:SubjectConfirmationData NotBefore=\"2020-01-01T00:00:00Z\" ")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = xml -> xml.replaceFirst(" NotBefore=\"[^\"]*\"", "")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void line_16_conditions_that_nobody_knows_are_refused() {
        String unknown = "<saml:Condition xmlns:v=\"urn:v\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:type=\"v:mine\"/>";
        assertThat(verdict(made -> made.assertion = replacing("</saml:Conditions>", unknown + "</saml:Conditions>")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void line_17_a_success_below_an_error_is_an_error() {
        String success = "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>";
        assertThat(verdict(made -> made.response = xml -> xml.replace(
                                success,
                                "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\">" + success
                                        + "</samlp:StatusCode>")
                        .replaceFirst("(?s)<saml2:EncryptedAssertion.*</saml2:EncryptedAssertion>", "")))
                .isEqualTo("STATUS_OTHER");
        assertThat(verdict(made -> made.response = replacing("status:Success", "status:success")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void line_18_values_have_limits_and_one_spelling() {
        assertThat(verdict(made -> made.assertion = replacing("key-1", "k".repeat(2001))))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing("key-1", "key&#x85;1")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing(">one<", ">o&#x85;ne<")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing("key-1", "key&#10;1")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing("key-1", "Ko\u0308ln")))
                .isEqualTo("Köln");
        assertThat(verdict(made -> made.assertion = replacing(
                        "<saml:AttributeValue ", "<saml:AttributeValue/>".repeat(501) + "<saml:AttributeValue ")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void line_22_the_log_names_request_assertion_times_and_certificate_and_no_person() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("de.ozgkit.identity.internal.Completion");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
        try {
            new Handmade().verdict(konto);
        } finally {
            logger.setLevel(null);
            logger.detachAppender(lines);
        }
        String fingerprint = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Handmade.IDP_KEY.certificate().getEncoded()));

        assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage())
                .contains(fingerprint, "assertion _a", "issued 20", "authenticated 20", "Log-in _")
                .doesNotContain("Erika")
                .doesNotContain("key-1")
                .doesNotContain("erika@"));
    }

    @Test
    void line_24_what_can_be_refused_without_cryptography_is_refused_before_it() {
        // The signature is broken too, and is never looked at.
        assertThat(verdict(made -> made.responseAfterSigning = replacing("sp.example.test/acs", "x.example.test")))
                .isEqualTo("DESTINATION");
        assertThat(verdict(made -> made.responseAfterSigning = replacing(">https://idp.example.test<", ">https://x<")))
                .isEqualTo("UNKNOWN_ISSUER");
        assertThat(verdict(made -> made.responseAfterSigning =
                        xml -> xml.replaceFirst("InResponseTo=\"[^\"]*\"", "InResponseTo=\"_x\"")))
                .isEqualTo("IN_RESPONSE_TO");
    }

    private static String verdict(Consumer<Handmade> change) {
        Handmade made = new Handmade();
        change.accept(made);
        return made.verdict(konto);
    }
}
