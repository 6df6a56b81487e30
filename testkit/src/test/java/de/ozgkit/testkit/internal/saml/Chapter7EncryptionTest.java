// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Chapter7.verdict;
import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.ResponseDefect;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Chapter 7, encryption")
class Chapter7EncryptionTest {

    @Nested
    @DisplayName("line 10: an own list of algorithms, nothing but values inside, and one failure for all")
    class Line10 {

        private static final String CBC = Saml.XENC + "aes256-cbc";

        @ParameterizedTest
        @EnumSource(names = {"RSA_1_5", "CBC", "TRIPLE_DES"})
        void only_what_is_on_the_list(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("ALGORITHM_FORBIDDEN");
        }

        @ParameterizedTest
        @EnumSource(names = {"CIPHER_REFERENCE", "CIPHER_REFERENCE_IN_KEY", "RETRIEVAL_METHOD", "ENCRYPTED_TWICE"})
        void nothing_inside_points_elsewhere(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "ENCRYPTED_FOR_STRANGER",
                    "CIPHER_TAMPERED",
                    "CIPHER_CUT",
                    "CIPHER_EMPTY",
                    "WITHOUT_ENCRYPTED_KEY",
                    "TWO_ENCRYPTED_KEYS"
                })
        void whatever_cannot_be_opened_fails_alike(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("DECRYPTION_FAILED");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 20, 27})
        void a_cipher_text_without_room_for_its_tag_fails_like_any_other(int bytes) {
            String cipher = Base64.getEncoder().encodeToString(new byte[bytes]);
            assertThat(verdict(made -> made.encrypted = xml ->
                            xml.replaceFirst("(?s)(.*)<xenc:CipherValue>[^<]*", "$1<xenc:CipherValue>" + cipher)))
                    .isEqualTo("DECRYPTION_FAILED");
        }

        @Test
        void a_key_of_absurd_size_and_a_text_that_is_no_base64_fail_like_any_other() {
            assertThat(verdict(made -> made.encrypted = xml ->
                            xml.replaceFirst("<xenc:CipherValue>[^<]*", "<xenc:CipherValue>" + "A".repeat(5000))))
                    .isEqualTo("DECRYPTION_FAILED");
            assertThat(verdict(made -> made.encrypted =
                            xml -> xml.replaceFirst("(?s)(.*)<xenc:CipherValue>[^<]*", "$1<xenc:CipherValue>*")))
                    .isEqualTo("DECRYPTION_FAILED");
        }

        @Test
        void no_encrypted_data_inside_encrypted_data() {
            assertThat(verdict(made ->
                            made.encrypted = replacing("<xenc:CipherData>", "<xenc:EncryptedData/><xenc:CipherData>")))
                    .isEqualTo("MALFORMED_XML");
        }

        @Test
        void what_a_wrong_key_makes_of_cbc_is_never_taken_for_the_plain_text() {
            Nutzerkonto changing = Handmade.portal(Handmade.keycloak())
                    .keys(Handmade.IDP_KEY)
                    .acceptCbc()
                    .build();
            Handmade made = new Handmade();
            made.sealing = made.sealing.withContent(CBC);

            // One of sixteen random keys finds no mistake at the end of the text.
            for (int i = 0; i < 60; i++) {
                assertThat(made.verdict(changing)).isEqualTo("key-1");
            }
        }

        @Test
        void cbc_is_read_only_where_the_portal_says_so_and_only_inside_a_signed_response() {
            Nutzerkonto strict = Handmade.portal(Handmade.keycloak()).build();
            Nutzerkonto legacy =
                    Handmade.portal(Handmade.keycloak()).acceptCbc().build();
            Nutzerkonto unsignedResponse = Handmade.portal(Handmade.keycloak())
                    .acceptUnsignedResponse()
                    .acceptCbc()
                    .build();
            Handmade signed = new Handmade();
            signed.sealing = signed.sealing.withContent(CBC);
            Handmade unsigned = new Handmade();
            unsigned.sealing = signed.sealing;
            unsigned.responseSigned = false;
            Handmade tampered = new Handmade();
            tampered.sealing = signed.sealing;
            tampered.responseAfterSigning = xml -> xml.replaceFirst("(?s)(.*<xenc:CipherValue>)....", "$1AAAA");

            assertThat(signed.verdict(strict)).isEqualTo("ALGORITHM_FORBIDDEN");
            assertThat(signed.verdict(legacy)).isEqualTo("key-1");
            assertThat(signed.verdict(unsignedResponse)).isEqualTo("key-1");
            assertThat(unsigned.verdict(unsignedResponse)).isEqualTo("ALGORITHM_FORBIDDEN");
            assertThat(tampered.verdict(legacy)).isEqualTo("SIGNATURE_INVALID");
        }
    }

    @Nested
    @DisplayName("line 11: what was encrypted proves nothing by that")
    class Line11 {

        @Test
        void it_is_parsed_as_strictly_as_the_message_and_needs_its_own_signature() {
            assertThat(verdict(made -> made.assertionAfterSigning = xml -> "<!DOCTYPE a>" + xml))
                    .isEqualTo("DTD_FORBIDDEN");
            assertThat(verdict(made -> made.assertionAfterSigning = xml -> "<x/>"))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(made -> made.assertionAfterSigning = xml -> xml + "<x/>"))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(made -> made.assertionSigned = false)).isEqualTo("SIGNATURE_MISSING");
        }

        @ParameterizedTest
        @EnumSource(names = {"ENCRYPTED_NOTHING", "ENCRYPTED_TWO_ASSERTIONS", "NAMESPACES_OUTSIDE"})
        void one_assertion_that_stands_on_its_own(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }

        @Test
        void an_assertion_that_anybody_could_encrypt_is_not_believed() {
            assertThat(verdict(ResponseDefect.ASSERTION_SIGNED_BY_STRANGER)).isEqualTo("SIGNATURE_INVALID");
            assertThat(verdict(ResponseDefect.NOT_ENCRYPTED)).isEqualTo("NOT_ENCRYPTED");
        }
    }
}
