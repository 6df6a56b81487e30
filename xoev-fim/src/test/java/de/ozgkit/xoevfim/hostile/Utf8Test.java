// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.genericode.CodeListStream;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.internal.XmlInput;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xprozess.XProzess;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that some decoders take for characters, though UTF-8 forbids them. */
class Utf8Test {

    /** The buffer of the parser. */
    private static final int BUFFER = 4000;

    private static final List<String> WRONG = List.of(
            "c0af",
            "c1bf",
            "e080af",
            "e09fbf",
            "f08080af",
            "f08fbfbf",
            "eda080",
            "edbfbf",
            "eda080edb080",
            "f4908080",
            "f5808080",
            "fc8080808080",
            "80",
            "bf",
            "c3",
            "c33c",
            "e282",
            "e28228",
            "f09f98",
            "ff",
            "fe");

    private static final List<String> RIGHT =
            List.of("c280", "dfbf", "e0a080", "ed9fbf", "ee8080", "efbfbd", "f0908080", "f48fbfbd", "e282ac");

    static List<String> wrong() {
        return WRONG;
    }

    private static byte[] bytes(String before, String hex, String behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(HexFormat.of().parseHex(hex));
        out.writeBytes(behind.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static String text(InputStream in) {
        try (XmlInput xml = new XmlInput(in, XmlInput.DOCUMENT_BYTES)) {
            xml.toRoot();
            String text = xml.text();
            xml.finish();
            return text;
        }
    }

    private static void assertMalformed(Runnable reading, String line) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xml.malformed"))
                .hasMessageContaining(line);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refuses_wrong_bytes_in_every_place_and_names_the_line(String hex) {
        assertMalformed(() -> read(new ByteArrayInputStream(bytes("<a>\n\n<b>", hex, "</b></a>"))), "line 3");
        for (String before : List.of(
                "<a>x",
                "<a><b x='",
                "<a><!--",
                "<a><![CDATA[",
                "<a><b",
                "<a><?p ",
                "<",
                "<a",
                "<a b=''>",
                "<!--",
                "<?p ")) {
            assertMalformed(() -> read(new ByteArrayInputStream(bytes(before, hex, "x"))), "line 1");
        }
        assertMalformed(
                () -> read(new ByteArrayInputStream(bytes("<?xml version='1.0' encoding='utf-8'?>\n<a>", hex, "</a>"))),
                "line 2");
        assertMalformed(() -> read(new ByteArrayInputStream(bytes("\ufeff<a>", hex, "</a>"))), "line 1");
        assertMalformed(() -> read(new ByteArrayInputStream(bytes("", hex, "<a/>"))), "line 1");
        assertMalformed(() -> read(new ByteArrayInputStream(bytes("<a/>", hex, ""))), "line 1");
    }

    private static void read(InputStream in) {
        try (XmlInput xml = new XmlInput(in, XmlInput.DOCUMENT_BYTES)) {
            xml.finish();
        }
    }

    static Stream<Consumer<InputStream>> readers() {
        return Stream.of(
                Genericode::read,
                Genericode::document,
                in -> {
                    try (CodeListStream list = Genericode.reader().stream(in)) {
                        list.rows().forEach(row -> {});
                    }
                },
                XDatenfelder::read,
                XProzess::read,
                in -> {
                    try (Stream<Transfer> all = XZuFi.stream(in)) {
                        all.forEach(change -> {});
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("readers")
    void every_reader_refuses_them(Consumer<InputStream> reader) {
        for (String hex : List.of("c0af", "e080af", "f08080af", "eda080")) {
            assertMalformed(() -> reader.accept(new ByteArrayInputStream(bytes("<!--", hex, "--><a/>"))), "line 1");
        }
    }

    @Test
    void sees_wrong_bytes_at_every_offset_around_the_border_of_a_buffer() {
        for (int length = BUFFER - 12; length < BUFFER + 12; length++) {
            String before = "<a>" + "x".repeat(length);
            for (String hex : WRONG) {
                assertMalformed(() -> text(new ByteArrayInputStream(bytes(before, hex, "</a>"))), "line 1");
            }
            for (String hex : RIGHT) {
                assertThat(text(new ByteArrayInputStream(bytes(before, hex, "</a>"))))
                        .endsWith("x" + new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void it_does_not_matter_in_which_pieces_the_bytes_come(int piece) {
        for (String hex : WRONG) {
            assertMalformed(() -> text(inPieces(bytes("<a>\u00fc", hex, "</a>"), piece)), "line 1");
        }
        assertThat(text(inPieces(bytes("<a>\u00fc\u20ac", "f09f9880", "</a>"), piece)))
                .isEqualTo("\u00fc\u20ac\ud83d\ude00");
    }

    private static InputStream inPieces(byte[] bytes, int piece) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(piece, length));
            }
        };
    }

    @Test
    void takes_every_character_that_xml_has() {
        StringBuilder all = new StringBuilder();
        for (int c = 0x20; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 37) {
            if ((c < 0xd800 || c > 0xdfff) && (c & 0xfffe) != 0xfffe && "<&>]".indexOf(c) < 0) {
                all.appendCodePoint(c);
            }
        }
        assertThat(text(new ByteArrayInputStream(bytes("<a>" + all + "</a>", "", ""))))
                .isEqualTo(all.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void leaves_other_encodings_alone(String encoding) {
        String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String mark = encoding.length() == 8 ? "\ufeff" : "";
        String xml = mark + "<?xml version='1.0' encoding='" + declared + "'?><a>\u00c0\u00af\u00fc</a>";
        assertThat(text(new ByteArrayInputStream(xml.getBytes(Charset.forName(encoding)))))
                .isEqualTo("\u00c0\u00af\u00fc");
    }

    @Test
    void closes_an_input_whose_encoding_nobody_knows() {
        boolean[] closed = {false};
        var in = new ByteArrayInputStream(bytes("<?xml version='1.0' encoding='klingon'?><a/>", "", "")) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertMalformed(() -> Genericode.read(in), "line 1");
        assertThat(closed[0]).isTrue();
    }
}
