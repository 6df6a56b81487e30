// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Chapter7.verdict;
import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import de.ozgkit.testkit.ResponseDefect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Line 9, about signatures over queries, is in {@link Chapter7QueryTest}. */
@DisplayName("Chapter 7, signatures")
class Chapter7SignatureTest {

    @Nested
    @DisplayName("line 4: trust from the metadata alone, keys that fit, algorithms that are allowed")
    class Line4 {

        @ParameterizedTest
        @EnumSource(
                names = {
                    "RESPONSE_SIGNED_BY_STRANGER",
                    "ASSERTION_SIGNED_BY_STRANGER",
                    "STRANGER_SHOWS_RIGHT_CERTIFICATE",
                    "ECDSA_BY_RSA_KEY"
                })
        void a_key_in_the_message_adds_no_trust(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("SIGNATURE_INVALID");
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "HMAC_SIGNATURE",
                    "SHA1_SIGNATURE",
                    "SHA1_SIGNATURE_INSIDE",
                    "SHA1_DIGEST",
                    "CANONICALISATION_WITH_COMMENTS",
                    "INCLUSIVE_CANONICALISATION",
                    "XSLT_TRANSFORM",
                    "BASE64_TRANSFORM"
                })
        void only_what_is_on_the_list(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("ALGORITHM_FORBIDDEN");
        }

        @Test
        void the_list_is_looked_at_before_the_signature() {
            // The signature is broken as well, which nobody finds out.
            assertThat(verdict(made -> made.responseAfterSigning =
                            xml -> replacing("xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256")
                                    .apply(xml.replaceFirst("<ds:SignatureValue>\\s*....", "<ds:SignatureValue>AAAA"))))
                    .isEqualTo("ALGORITHM_FORBIDDEN");
        }
    }

    @Nested
    @DisplayName("line 5: one signature, one reference to the element around it, two transforms, nothing beside")
    class Line5 {

        @ParameterizedTest
        @EnumSource(
                names = {
                    "REFERENCE_TO_DOCUMENT",
                    "REFERENCE_TO_OTHER_ELEMENT",
                    "REFERENCE_BY_XPOINTER",
                    "REFERENCE_TO_NETWORK",
                    "EMPTY_SIGNATURE_VALUE",
                    "SIGNATURE_VALUE_NOT_BASE64",
                    "FORGED_DIGEST_IN_COMMENT"
                })
        void it_signs_the_element_in_which_it_stands(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("SIGNATURE_INVALID");
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "TWO_REFERENCES",
                    "TWO_SIGNED_INFOS",
                    "TWO_DIGEST_VALUES",
                    "TWO_SIGNATURES",
                    "OBJECT_IN_SIGNATURE",
                    "RETRIEVAL_METHOD_IN_SIGNATURE",
                    "KEY_INFO_REFERENCE",
                    "XPATH_TRANSFORM",
                    "LONG_PREFIX_LIST",
                    "PROCESSING_INSTRUCTION_IN_DIGEST"
                })
        void nothing_stands_in_it_that_could_mean_something_else(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }

        @ParameterizedTest
        @ValueSource(strings = {"</ds:SignedInfo>", "</ds:KeyInfo>"})
        void no_object_and_no_second_signed_info(String after) {
            assertThat(verdict(
                            made -> made.responseAfterSigning = xml -> xml.replaceFirst(after, after + "<ds:Object/>")))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(made -> made.responseAfterSigning =
                            xml -> xml.replaceFirst("(?s)(<ds:SignedInfo>.*?</ds:SignedInfo>)", "$1$1")))
                    .isEqualTo("MALFORMED_XML");
        }

        @Test
        void one_reference_one_digest_and_two_transforms_at_most() {
            assertThat(verdict(made -> made.responseAfterSigning =
                            xml -> xml.replaceFirst("(?s)(<ds:Reference .*?</ds:Reference>)", "$1$1")))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(made -> made.responseAfterSigning =
                            xml -> xml.replaceFirst("(?s)(<ds:DigestValue>.*?</ds:DigestValue>)", "$1$1")))
                    .isEqualTo("MALFORMED_XML");
            String enveloped = "<ds:Transform Algorithm=\"" + Saml.DS + "enveloped-signature\"/>";
            assertThat(verdict(made ->
                            made.responseAfterSigning = xml -> xml.replaceFirst(enveloped, enveloped + enveloped)))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(made -> made.responseAfterSigning = xml -> xml.replaceFirst(enveloped, "")))
                    .isEqualTo("SIGNATURE_INVALID");
            assertThat(verdict(made -> made.responseAfterSigning = xml -> xml.replaceFirst(
                            "(?s)<ds:Transform Algorithm=\"" + Saml.EXCLUSIVE + "\">.*?</ds:Transform>", enveloped)))
                    .isEqualTo("SIGNATURE_INVALID");
        }

        @Test
        void a_list_of_prefixes_has_a_limit() {
            assertThat(verdict(made -> made.responseAfterSigning =
                            replacing("PrefixList=\"xsd\"", "PrefixList=\"" + "x ".repeat(101) + "\"")))
                    .isEqualTo("MALFORMED_XML");
        }
    }

    @Nested
    @DisplayName("line 6: what was verified is what is read")
    class Line6 {

        @Test
        void nothing_is_searched_for_in_the_whole_document() {
            ArchRuleDefinition.noClasses()
                    .should()
                    .callMethod(Document.class, "getElementsByTagName", String.class)
                    .orShould()
                    .callMethod(Document.class, "getElementsByTagNameNS", String.class, String.class)
                    .orShould()
                    .callMethod(org.w3c.dom.Element.class, "getElementsByTagName", String.class)
                    .orShould()
                    .callMethod(org.w3c.dom.Element.class, "getElementsByTagNameNS", String.class, String.class)
                    .check(new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPackages("de.ozgkit.identity"));
        }

        @ParameterizedTest
        @EnumSource(names = {"RESPONSE_TAMPERED", "ASSERTION_TAMPERED"})
        void a_change_after_signing_is_seen(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("SIGNATURE_INVALID");
        }
    }

    @Nested
    @DisplayName("line 7: wrapping, exclusion, and two assertions")
    class Line7 {

        @ParameterizedTest
        @EnumSource(names = {"UNSIGNED_RESPONSE", "UNSIGNED_ASSERTION"})
        void a_signature_that_is_left_out(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("SIGNATURE_MISSING");
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "XSW_1",
                    "XSW_2",
                    "XSW_4",
                    "XSW_5",
                    "XSW_6",
                    "XSW_7",
                    "XSW_8",
                    "XSW_9",
                    "SIGNATURE_AT_END",
                    "SIGNATURE_IN_EXTENSIONS",
                    "SIGNATURE_IN_ADVICE",
                    "NESTED_RESPONSE",
                    "EXTENSIONS",
                    "ADVICE"
                })
        void a_signed_element_hidden_where_nobody_reads(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }

        @ParameterizedTest
        @EnumSource(names = {"XSW_3", "TWO_ASSERTIONS"})
        void an_evil_assertion_in_front_of_the_signed_one(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MULTIPLE_ASSERTIONS");
        }
    }

    @Nested
    @DisplayName("line 8: no void canonicalisation, no second id, no confusing namespace")
    class Line8 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                    "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="
                })
        void a_digest_of_nothing_proves_nothing(String digest) {
            assertThat(verdict(made -> made.responseAfterSigning = xml -> xml.replaceFirst(
                            "(?s)<ds:DigestValue>.*?</ds:DigestValue>",
                            "<ds:DigestValue>" + digest + "</ds:DigestValue>")))
                    .isEqualTo("SIGNATURE_INVALID");
            assertThat(verdict(ResponseDefect.EMPTY_DIGEST)).isEqualTo("SIGNATURE_INVALID");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Id=\"_x\"",
                    "id=\"_x\"",
                    "samlp:ID=\"_x\"",
                    "xml:id=\"_x\"",
                    "xml:base=\"https://x\"",
                    "x=\"y\""
                })
        void no_second_id_and_no_attribute_that_saml_does_not_have(String attribute) {
            assertThat(verdict(made -> made.responseAfterSigning =
                            replacing("<samlp:Response ", "<samlp:Response " + attribute + " ")))
                    .isEqualTo("MALFORMED_XML");
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "NAMESPACED_ID",
                    "SECOND_ID",
                    "XML_ID",
                    "XML_BASE",
                    "RELATIVE_NAMESPACE",
                    "RELATIVE_NAMESPACE_OUTSIDE"
                })
        void no_id_and_no_namespace_that_one_reader_sees_and_another_does_not(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }
    }
}
