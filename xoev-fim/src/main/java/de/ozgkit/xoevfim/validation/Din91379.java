// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.xoevfim.Finding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which characters German authorities can process: Latin letters with their marks, and chosen signs. Some letters exist only as a base
 * letter with one or two combining marks; all others must be written as one character (Unicode NFC). An empty text fits every type.
 * Thread-safe.
 *
 * <p>Source: DIN 91379:2022-08, data types A to E; XÖV library, latinchars 1.1.
 *
 * @since 0.1
 */
public final class Din91379 {

    private static final int MAX_FINDINGS = 20;

    /** Letters beyond ASCII and Latin-1, the same in all types of DIN 91379. */
    private static final String LETTERS =
            "0100-017E 0187-0188 018F 0197 01A0-01A1 01AF-01B0 01B7 01CD-01DC 01DE-01DF 01E2-01F0"
                    + " 01F4-01F5 01F8-01FF 0212-0213 0218-021B 021E-021F 0227-0233 0259 0268 0292 02B9-02BA 02BE-02BF 02C8 02CC"
                    + " 1E02-1E03 1E06-1E07 1E0A-1E11 1E17 1E1C-1E2B 1E2F-1E37 1E3A-1E3B 1E40-1E49 1E52-1E5B 1E5E-1E63 1E6A-1E6F"
                    + " 1E80-1E87 1E8C-1E97 1E9E 1EA0-1EF9 2019 2021";

    private static final String A =
            LETTERS + " 0020 0027 002C-002E 0041-005A 0060-007A 007E 00A8 00B4 00B7 00C0-00D6 00D8-00F6 00F8-00FF";
    private static final String B = LETTERS + " 0020-007E 00A1-00A3 00A5 00A7-00AC 00AE-00B7 00B9-00BB 00BF-00FF 20AC";
    private static final String C = LETTERS + " 0009-000A 000D 0020-007E 00A0-00AC 00AE-00FF 20AC";
    private static final String D = B
            + " 00A4 00A6 00B8 00BC-00BE 0192 02B0 02B3 02C6 02DC 02E2 0386 0388-038A 038C 038E-03A1 03A3-03CE 1D48 1D57"
            + " 2018 201A 201C-201E 2020 2026 2030 2032-2033 2039-203A 2070 2074-2079 207F-2089 2122 221E 2264-2265";
    private static final String E = C + " " + D + " 040D 0410-042A 042C 042E-044A 044C 044E-044F 045D";

    /** The older String.Latin. */
    private static final String OLD =
            "0009-000A 000D 0020-007E 00A1-00AC 00AE-0107 010A-011B 011E-0123 0126-0131 0134-015B"
                    + " 015E-016B 016E-017E 018F 01A0-01A1 01AF-01B0 01B7 01CD-01D4 01DE-01DF 01E4-01F0 01F4-01F5 01FA-01FF 0218-021B"
                    + " 021E-021F 022A-022B 022E-0233 0259 0292 1E02-1E03 1E0A-1E0B 1E10-1E11 1E1E-1E21 1E24-1E27 1E30-1E31 1E40-1E41"
                    + " 1E44-1E45 1E56-1E57 1E60-1E63 1E6A-1E6B 1E80-1E85 1E8C-1E93 1E9E 1EA0-1EA7 1EAA-1EAC 1EAE-1EC1 1EC4-1ED3"
                    + " 1ED6-1EDD 1EE4-1EF9 20AC";

    /** The marks of a sequence, and behind the colon the letters that take them. */
    private static final String[] SEQUENCES = {
        "0300:CFGKMPSTZcfgkmpstz",
        "0301:Jj\u00ff\u012a\u012b",
        "0302:DKLMNdklmn",
        "0304:CFHKNPSTZcfhknpstz\u00db\u00fb\u1e32\u1e33\u1e62\u1e63\u1e6c\u1e6d\u1ee4\u1ee5",
        "0306:CMNRZcmnrz\u00c7\u00e7",
        "0307:KUku",
        "0308:CTZcz\u1ea0\u1ea1\u1ecc\u1ecd\u1ee4\u1ee5",
        "030B:Aa",
        "030C:J",
        "030D:\u0113\u014d",
        "0310:Mm",
        "0315:CKPTckpt\u010c\u010d",
        "031B:KTkt",
        "031B 0304:Ss",
        "0323:CPcp\u010c\u010d",
        "0325:LRlr",
        "0325 0304:LRlr",
        "0326:CHKLNchkln\u017d\u017e",
        "0327:Zz\u017d\u017e",
        "0328 0306:Cc",
        "0331:HSs",
        "035F 0048:K",
        "035F 0068:Kk"
    };

    private static final String[] OLD_SEQUENCES = {"0302:DLMNdlmn", "030C:J"};

    /**
     * A set of characters.
     *
     * @since 0.1
     */
    public enum Datatype {
        /** Names of persons. */
        A(Din91379.A, SEQUENCES),
        /** Other names: places, streets with house numbers. */
        B(Din91379.B, SEQUENCES),
        /** All normative characters, and line breaks: texts. */
        C(Din91379.C, SEQUENCES),
        /** Names of companies and products; with Greek letters, typographic quotation marks and the like. */
        D(Din91379.D, SEQUENCES),
        /** All characters of the norm, Cyrillic letters among them. */
        E(Din91379.E, SEQUENCES),
        /** String.Latin 1.1, the set before DIN 91379: what the quality rule 1131 of FIM asks for. */
        STRING_LATIN(OLD, OLD_SEQUENCES);

        private final BitSet characters;
        private final Set<String> sequences;
        private final String expression;

        Datatype(String ranges, String[] sequences) {
            this.expression = expressionOf(ranges, sequences);
            this.characters = characters(ranges);
            this.sequences = sequences(sequences);
        }

        /** Whether every character of the text belongs to the set. */
        public boolean matches(String text) {
            return firstStranger(text, 0) < 0;
        }

        /** The index of the first character that does not belong to the set, or -1. */
        public int firstStranger(String text) {
            return firstStranger(text, 0);
        }

        /**
         * The set as a regular expression for a whole text, without anchors, in the words that Java, JSON Schema, HTML and XML Schema
         * share. The time it takes grows with the length of the text only.
         */
        public String expression() {
            return expression;
        }

        private int firstStranger(String text, int from) {
            int i = from;
            while (i < text.length()) {
                int step = step(text, i);
                if (step == 0) {
                    return i;
                }
                i += step;
            }
            return -1;
        }

        /** How many chars the character or sequence at this index has, or 0 if it does not belong. */
        private int step(String text, int i) {
            for (int length = 3; length > 1; length--) {
                if (i + length <= text.length() && sequences.contains(text.substring(i, i + length))) {
                    return length;
                }
            }
            int character = text.codePointAt(i);
            return characters.get(character) ? Character.charCount(character) : 0;
        }
    }

    private Din91379() {}

    /** Whether the text can be the name of a person. */
    public static boolean isDatatypeA(String text) {
        return Datatype.A.matches(text);
    }

    /** Whether the text can be another name, such as that of a street. */
    public static boolean isDatatypeB(String text) {
        return Datatype.B.matches(text);
    }

    /** Whether the text has only normative characters. */
    public static boolean isDatatypeC(String text) {
        return Datatype.C.matches(text);
    }

    /** Whether the text can be the name of a company or product. */
    public static boolean isDatatypeD(String text) {
        return Datatype.D.matches(text);
    }

    /** Whether the text has only characters of the norm, normative or not. */
    public static boolean isDatatypeE(String text) {
        return Datatype.E.matches(text);
    }

    /** What is wrong with a text as data type C. */
    public static List<Finding> findings(String path, String text) {
        return findings(Datatype.C, path, text);
    }

    /**
     * What is wrong with a text: an error for each character that does not belong, with its position from 1 on and its code point, but at
     * most 20; or one error ({@code din91379.nfc}) if it only has to be written in composed form.
     */
    public static List<Finding> findings(Datatype type, String path, String text) {
        int first = type.firstStranger(text, 0);
        if (first < 0) {
            return List.of();
        }
        if (type.matches(Normalizer.normalize(text, Normalizer.Form.NFC))) {
            return List.of(Finding.error(
                    "din91379.nfc",
                    path,
                    "Ab Stelle " + position(text, first)
                            + " sind Buchstabe und Zeichen getrennt geschrieben; wandeln Sie den"
                            + " Text in die Form NFC um.",
                    "From position " + position(text, first)
                            + " on, letter and mark are written apart; convert the text to" + " the form NFC."));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = first; i >= 0 && findings.size() < MAX_FINDINGS; ) {
            int character = text.codePointAt(i);
            String code = String.format(Locale.ROOT, "U+%04X", character);
            findings.add(Finding.error(
                    "din91379.character",
                    path,
                    "Das Zeichen " + code + " an Stelle " + position(text, i) + " ist nicht erlaubt.",
                    "The character " + code + " at position " + position(text, i) + " is not allowed."));
            i = type.firstStranger(text, i + Character.charCount(character));
        }
        return findings;
    }

    private static int position(String text, int index) {
        return text.codePointCount(0, index) + 1;
    }

    private static BitSet characters(String ranges) {
        BitSet bits = new BitSet();
        for (String range : ranges.split(" ")) {
            String[] ends = range.split("-");
            bits.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
        }
        return bits;
    }

    /** Marks are in no class, so that there is one way only to read a text. */
    private static String expressionOf(String ranges, String[] table) {
        String single = Stream.of(ranges.split(" "))
                .map(range -> Stream.of(range.split("-")).map(Din91379::literal).collect(Collectors.joining("-")))
                .collect(Collectors.joining("", "[", "]*"));
        return Stream.of(table)
                .map(line -> "[" + line.substring(line.indexOf(':') + 1) + "]" + marks(line))
                .collect(Collectors.joining("|", single + "((", ")" + single + ")*"));
    }

    private static String literal(String hex) {
        int character = Integer.parseInt(hex, 16);
        return switch (character) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> Character.toString(character);
        };
    }

    private static Set<String> sequences(String[] table) {
        return Stream.of(table).flatMap(Din91379::sequences).collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> sequences(String line) {
        IntStream letters = line.substring(line.indexOf(':') + 1).codePoints();
        return letters.mapToObj(letter -> Character.toString(letter) + marks(line));
    }

    private static String marks(String line) {
        return Stream.of(line.substring(0, line.indexOf(':')).split(" "))
                .map(Din91379::literal)
                .collect(Collectors.joining());
    }
}
