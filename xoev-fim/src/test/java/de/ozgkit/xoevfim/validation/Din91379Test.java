// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.validation.Din91379.Datatype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class Din91379Test {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRING_LATIN")
    void agrees_with_the_official_pattern_on_every_character(Datatype type) throws IOException {
        Pattern official = official(type);

        IntStream.rangeClosed(0, 0x2ffff)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .mapToObj(Character::toString)
                .filter(c -> type.matches(c) != official.matcher(c).matches())
                .findFirst()
                .ifPresent(c -> assertThat(c).as("U+%04X", c.codePointAt(0)).isNull());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRING_LATIN")
    void agrees_with_the_official_pattern_on_every_letter_with_marks(Datatype type) throws IOException {
        Pattern official = official(type);
        List<String> marks = List.of(
                "\u0300",
                "\u0301",
                "\u0302",
                "\u0303",
                "\u0304",
                "\u0306",
                "\u0307",
                "\u0308",
                "\u030a",
                "\u030b",
                "\u030c",
                "\u030d",
                "\u0310",
                "\u0315",
                "\u031b",
                "\u031b\u0304",
                "\u0323",
                "\u0325",
                "\u0325\u0304",
                "\u0326",
                "\u0327",
                "\u0328",
                "\u0328\u0306",
                "\u0331",
                "\u035f",
                "\u035fH",
                "\u035fh",
                "\u035fHx",
                "\u0304\u0325",
                "\u0325\u0304\u0304",
                "H\u0304",
                "k\u035fh");

        for (int letter = 0x20; letter < 0x1f00; letter++) {
            for (String mark : marks) {
                String text = Character.toString(letter) + mark;
                if (type.matches(text) != official.matcher(text).matches()) {
                    assertThat(text.codePoints()).as("sequence").isEmpty();
                }
            }
        }
    }

    @Test
    void knows_which_texts_fit_which_type() {
        assertThat(Din91379.isDatatypeA("Łukasz Müller-Nguyễn")).isTrue();
        assertThat(Din91379.isDatatypeA("Straße 5")).isFalse();
        assertThat(Din91379.isDatatypeB("Straße 5")).isTrue();
        assertThat(Din91379.isDatatypeB("eins\nzwei")).isFalse();
        assertThat(Din91379.isDatatypeC("eins\nzwei")).isTrue();
        assertThat(Din91379.isDatatypeC("„Firma“")).isFalse();
        assertThat(Din91379.isDatatypeD("„Firma“ Ω")).isTrue();
        assertThat(Din91379.isDatatypeD("Ж")).isFalse();
        assertThat(Din91379.isDatatypeE("Ж")).isTrue();
        assertThat(Din91379.isDatatypeE("漢")).isFalse();
        assertThat(Din91379.isDatatypeA("")).isTrue();
        assertThat(Datatype.STRING_LATIN.matches("Łukasz Müller N\u0302")).isTrue();
        assertThat(Datatype.STRING_LATIN.matches("K\u0300")).isFalse();
    }

    @Test
    void a_finding_names_position_and_code_point() {
        List<Finding> findings = Din91379.findings("/name", "ab\ud83d\ude00漢");

        assertThat(findings).extracting(Finding::rule).containsOnly("din91379.character");
        assertThat(findings)
                .extracting(Finding::english)
                .containsExactly(
                        "The character U+1F600 at position 3 is not allowed.",
                        "The character U+6F22 at position 4 is not allowed.");
        assertThat(findings).extracting(Finding::path).containsOnly("/name");
        assertThat(Din91379.findings("/name", "漢".repeat(1000))).hasSize(20);
    }

    @Test
    void a_text_that_is_only_decomposed_is_told_apart() {
        List<Finding> findings = Din91379.findings("", "Mu\u0308ller");

        assertThat(findings).extracting(Finding::rule).containsExactly("din91379.nfc");
        assertThat(findings.get(0).english()).contains("position 3");
        assertThat(Din91379.findings("", "Müller")).isEmpty();
        assertThat(Din91379.findings("", "M\u0302")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void says_the_set_as_an_expression_too(Datatype type) {
        Pattern expression = Pattern.compile(type.expression());
        List<String> ends = List.of("", "\u0300", "\u0304", "\u0325\u0304", "\u035fH", "\u0301a\u0302K\u0300x");

        for (int c = 0; c < 0x2000; c++) {
            for (String end : ends) {
                String text = "x" + Character.toString(c) + end;
                assertThat(expression.matcher(text).matches()).as("U+%04X", c).isEqualTo(type.matches(text));
            }
        }
        assertThat(expression.matcher("").matches()).isTrue();
        assertThat(expression.matcher("Müller ".repeat(14_000) + "漢").matches()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void asks_for_nothing_that_the_composed_form_would_change(Datatype type) {
        for (int c = 0; c < 0x2300; c++) {
            for (String mark :
                    List.of("", "\u0301", "\u031b\u0304", "\u0325\u0304", "\u0328\u0306", "\u0323", "\u0308")) {
                String text = Character.toString(c) + mark;
                if (type.matches(text)) {
                    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                            .as("U+%04X", c)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void finds_the_first_character_that_does_not_belong() {
        assertThat(Datatype.C.firstStranger("K\u035fh \ud83d\ude00")).isEqualTo(4);
        assertThat(Datatype.C.firstStranger("\u0300")).isZero();
        assertThat(Datatype.C.firstStranger("Łódź")).isEqualTo(-1);
    }

    /** The pattern of the official schema; its syntax is one that Java understands too. */
    private static Pattern official(Datatype type) throws IOException {
        Path xsd = Samples.collected("../schemas/xoev-bibliothek/din-norm-91379-datatypes-2022-08.xsd");
        NodeList patterns = SafeXml.parse(Files.readAllBytes(xsd))
                .getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", "pattern");
        return IntStream.range(0, patterns.getLength())
                .mapToObj(i -> (Element) patterns.item(i))
                .filter(p -> ((Element) Objects.requireNonNull(p.getParentNode().getParentNode()))
                        .getAttribute("name")
                        .equals("datatype" + type.name()))
                .map(p -> Pattern.compile(p.getAttribute("value")))
                .findFirst()
                .orElseThrow();
    }
}
