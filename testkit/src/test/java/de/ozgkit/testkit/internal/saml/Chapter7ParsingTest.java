// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Chapter7.ACCEPTED;
import static de.ozgkit.testkit.internal.saml.Chapter7.field;
import static de.ozgkit.testkit.internal.saml.Chapter7.verdict;
import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import de.ozgkit.testkit.ResponseDefect;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Chapter 7, parsing")
class Chapter7ParsingTest {

    @Test
    void the_messages_from_which_all_others_here_differ_are_accepted() {
        assertThat(verdict(made -> {})).isEqualTo("key-1");
        assertThat(verdict(ResponseDefect.CDATA_IN_TEXT)).isEqualTo(ACCEPTED);
    }

    @Nested
    @DisplayName("line 1: one parser, and limits before it")
    class Line1 {

        @Test
        void nothing_reads_xml_but_the_one_parser() {
            JavaClasses identity = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("de.ozgkit.identity");

            ArchRuleDefinition.noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.xml.parsers", "javax.xml.stream..", "javax.xml.xpath", "org.xml.sax..")
                    .check(identity);
        }

        @ParameterizedTest
        @EnumSource(names = {"DOCTYPE", "DOCTYPE_INSIDE", "ENTITY", "EXTERNAL_ENTITY", "ENTITY_EXPANSION"})
        void no_doctype(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("DTD_FORBIDDEN");
        }

        @ParameterizedTest
        @EnumSource(names = {"XINCLUDE", "UTF_16", "LATIN_1", "NOT_XML", "TOO_DEEP"})
        void no_inclusion_no_other_encoding_than_utf_8_and_no_depth_without_end(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }

        @ParameterizedTest
        @EnumSource(names = {"NOT_BASE64", "URL_SAFE_BASE64", "DEFLATED"})
        void strict_base64(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }

        @Test
        void the_size_counts_before_anything_is_decoded() {
            assertThat(field("*".repeat(256 * 1024))).isEqualTo("MALFORMED_XML");
            assertThat(field("*".repeat(256 * 1024 + 1))).isEqualTo("NOT_A_RESPONSE");
            assertThat(verdict(ResponseDefect.TOO_LARGE)).isEqualTo("NOT_A_RESPONSE");
        }

        @ParameterizedTest
        @CsvSource({"40, key-1", "60, MALFORMED_XML"})
        void an_element_has_at_most_fifty_attributes(int many, String verdict) {
            String attributes = IntStream.range(0, many)
                    .mapToObj(number -> " a" + number + "=\"x\"")
                    .collect(Collectors.joining());

            assertThat(verdict(made -> made.response = replacing(
                            "</samlp:Status>",
                            "<samlp:StatusDetail><x" + attributes + "/></samlp:StatusDetail></samlp:Status>")))
                    .isEqualTo(verdict);
        }

        @Test
        void an_element_is_known_by_its_namespace() {
            assertThat(verdict(made -> made.responseAfterSigning = replacing("SAML:2.0:protocol", "SAML:2.1:protocol")))
                    .isEqualTo("NOT_A_RESPONSE");
            assertThat(verdict(ResponseDefect.UNKNOWN_ELEMENT)).isEqualTo("MALFORMED_XML");
        }
    }

    @Nested
    @DisplayName("line 2: comments cut nothing off, and no processing instructions")
    class Line2 {

        @ParameterizedTest
        @EnumSource(
                names = {
                    "PROCESSING_INSTRUCTION_IN_TEXT",
                    "PROCESSING_INSTRUCTION_AROUND",
                    "PROCESSING_INSTRUCTION_IN_DIGEST"
                })
        void no_processing_instruction(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }

        @Test
        void no_processing_instruction_in_front_and_none_in_a_text_that_was_signed() {
            assertThat(verdict(made -> made.responseAfterSigning = xml -> "<?x y?>" + xml))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(made -> made.assertion = replacing("key-1", "key<?x y?>-1")))
                    .isEqualTo("MALFORMED_XML");
        }

        @Test
        void a_comment_cuts_nothing_off() {
            assertThat(verdict(made -> made.assertionAfterSigning = replacing("key-1", "key<!-- x -->-1")))
                    .isEqualTo("key-1");
            assertThat(verdict(ResponseDefect.COMMENT_IN_TEXT)).isEqualTo(ACCEPTED);
        }
    }

    @Nested
    @DisplayName("line 3: the form of the schema, and ids that stand once")
    class Line3 {

        @Test
        void one_issuer_and_one_status_in_their_order() {
            String issuer = "<saml:Issuer>https://idp.example.test</saml:Issuer>";
            assertThat(verdict(made -> made.assertion = replacing(issuer, issuer + issuer)))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(made -> made.response = replacing("</samlp:Status>", "</samlp:Status><samlp:Status/>")))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(made ->
                            made.assertion = replacing("<saml:Conditions ", "<saml:Subject/><saml:Conditions ")))
                    .isEqualTo("MALFORMED_XML");
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "TWO_ISSUERS",
                    "WITHOUT_STATUS",
                    "STATUS_WITHOUT_CODE",
                    "WITHOUT_ASSERTION",
                    "WITHOUT_SUBJECT",
                    "WITHOUT_NAME_ID",
                    "WITHOUT_CONDITIONS",
                    "WITHOUT_STATEMENT",
                    "TWO_STATEMENTS",
                    "TWO_CONFIRMATIONS",
                    "WITHOUT_ISSUE_INSTANT",
                    "EMPTY_ISSUE_INSTANT",
                    "BROKEN_DATE",
                    "RESPONSE_VERSION_1",
                    "SAML_VERSION_1",
                    "UNKNOWN_ELEMENT",
                    "TEXT_BETWEEN_ELEMENTS"
                })
        void no_element_more_and_none_less(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }

        @ParameterizedTest
        @EnumSource(names = {"DUPLICATE_ID", "DUPLICATE_ID_INSIDE"})
        void an_id_stands_once_in_the_whole_document(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("MALFORMED_XML");
        }
    }
}
