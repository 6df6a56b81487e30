// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xzufi.Organisationseinheit;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong encodings and files that were cut off. */
class BrokenInputTest {

    private static final String BODY = "<x:r xmlns:x='" + XZuFi.NAMESPACE
            + "'><x:schreibe><x:organisationseinheit><x:id>Straße „Ä“ 𝄞</x:id></x:organisationseinheit></x:schreibe></x:r>";

    private static String id(byte[] bytes) {
        try (Stream<Transfer> changes = XZuFi.stream(new ByteArrayInputStream(bytes))) {
            Transfer.Schreibe write = (Transfer.Schreibe) changes.toList().get(0);
            return ((Organisationseinheit) write.objekt()).id.value;
        }
    }

    private static byte[] declared(String encoding, Charset charset) {
        return ("<?xml version='1.0' encoding='" + encoding + "'?>" + BODY).getBytes(charset);
    }

    private static byte[] withMark(byte[] bytes, int... mark) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int one : mark) {
            all.write(one);
        }
        all.write(bytes);
        return all.toByteArray();
    }

    @Test
    void understands_the_encodings_of_unicode_with_and_without_a_mark() throws IOException {
        String expected = "Straße „Ä“ 𝄞";
        assertThat(id(BODY.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(id(declared("utf-8", StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(id(withMark(BODY.getBytes(StandardCharsets.UTF_8), 0xef, 0xbb, 0xbf)))
                .isEqualTo(expected);
        assertThat(id(withMark(declared("UTF-16", StandardCharsets.UTF_16LE), 0xff, 0xfe)))
                .isEqualTo(expected);
        assertThat(id(withMark(declared("UTF-16", StandardCharsets.UTF_16BE), 0xfe, 0xff)))
                .isEqualTo(expected);
        assertThat(id(withMark(BODY.getBytes(StandardCharsets.UTF_16BE), 0xfe, 0xff)))
                .isEqualTo(expected);
        assertThat(id(declared("UTF-16LE", StandardCharsets.UTF_16LE))).isEqualTo(expected);
    }

    @Test
    void understands_latin_1_that_is_declared() {
        byte[] latin = declared("ISO-8859-1", StandardCharsets.ISO_8859_1);
        assertThat(id(latin)).startsWith("Straße").contains("Ä");
    }

    static Stream<Arguments> wrong() throws IOException {
        byte[] utf8 = BODY.getBytes(StandardCharsets.UTF_8);
        byte[] invalid = utf8.clone();
        invalid[BODY.indexOf("Straße") + 4] = (byte) 0xff;
        return Stream.of(
                arguments("Latin 1 without a declaration", BODY.getBytes(StandardCharsets.ISO_8859_1)),
                arguments("Latin 1 declared as UTF-8", declared("UTF-8", StandardCharsets.ISO_8859_1)),
                arguments("invalid UTF-8", invalid),
                arguments("UTF-16 without a mark and a declaration", BODY.getBytes(StandardCharsets.UTF_16LE)),
                arguments("UTF-16 with the other mark", withMark(BODY.getBytes(StandardCharsets.UTF_16LE), 0xfe, 0xff)),
                arguments("UTF-8 declared as UTF-16", declared("UTF-16", StandardCharsets.UTF_8)),
                arguments("UTF-7", declared("UTF-7", StandardCharsets.UTF_8)),
                arguments("EBCDIC", declared("IBM037", StandardCharsets.UTF_8)),
                arguments("EBCDIC in its own bytes", declared("IBM037", Charset.forName("IBM037"))),
                arguments("an unknown encoding", declared("klingon", StandardCharsets.UTF_8)),
                arguments("UTF-32", BODY.getBytes(Charset.forName("UTF-32BE"))),
                arguments("two marks", withMark(utf8, 0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf)),
                arguments("zero bytes", new byte[100]),
                arguments("nothing", new byte[0]),
                arguments("a ZIP file", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses_other_encodings_with_the_line(String what, byte[] bytes) {
        assertThatThrownBy(() -> id(bytes)).isInstanceOfSatisfying(RejectedException.class, e -> {
            assertThat(e.code()).isEqualTo("xml.malformed");
            assertThat(e).hasMessageContaining("line ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"xzufi", "xdatenfelder2", "xdatenfelder3", "genericode"})
    void refuses_every_file_that_was_cut_off(String kind) {
        byte[] whole = sample(kind).getBytes(StandardCharsets.UTF_8);
        Consumer<InputStream> reader = reader(kind);
        reader.accept(new ByteArrayInputStream(whole));
        for (int length = 0; length < whole.length; length += 97) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader.accept(new ByteArrayInputStream(part)))
                    .as("first %d bytes", length)
                    .isInstanceOfSatisfying(RejectedException.class, e -> {
                        assertThat(e.code()).isEqualTo("xml.malformed");
                        assertThat(e).hasMessageContaining("line ");
                    });
        }
    }

    private static Consumer<InputStream> reader(String kind) {
        return switch (kind) {
            case "xzufi" -> in -> {
                try (Stream<Transfer> changes = XZuFi.stream(in)) {
                    changes.forEach(change -> {});
                }
            };
            case "genericode" -> Genericode::read;
            default -> XDatenfelder::read;
        };
    }

    private static String sample(String kind) {
        String text = String.join(
                "",
                List.of("<x:name>Straße &amp; <![CDATA[<Weg>]]></x:name>", "<!-- ä --><?p q?>", "<x:neu a='&#x41;'/>"));
        return switch (kind) {
            case "xzufi" -> "<?xml version='1.0' encoding='UTF-8'?><x:r xmlns:x='" + XZuFi.NAMESPACE + "'>"
                    + ("<x:schreibe><x:leistung><x:id schemeID='LB'>1</x:id>" + text + "</x:leistung></x:schreibe>"
                                    + "<x:loesche klasse='Leistung'><x:id>2</x:id></x:loesche>")
                            .repeat(8)
                    + "</x:r>";
            case "genericode" -> "<gc:CodeList xmlns:gc='" + Genericode.NAMESPACE
                    + "'><Identification><ShortName>kürzel</ShortName><Version>1</Version></Identification>"
                    + "<ColumnSet><Column Id='c' Use='required'/><Key Id='k'><ColumnRef Ref='c'/></Key></ColumnSet><SimpleCodeList>"
                    + "<Row><Value ColumnRef='c'><SimpleValue>ä&lt;b</SimpleValue></Value></Row>".repeat(20)
                    + "</SimpleCodeList></gc:CodeList>";
            default -> {
                String namespace = kind.equals("xdatenfelder2") ? XDatenfelder.NAMESPACE_2 : XDatenfelder.NAMESPACE_3;
                yield "<x:xdatenfelder.datenfeld.0104 xmlns:x='" + namespace + "'><x:header/><x:datenfeld>"
                        + text.repeat(20) + "</x:datenfeld></x:xdatenfelder.datenfeld.0104>";
            }
        };
    }
}
