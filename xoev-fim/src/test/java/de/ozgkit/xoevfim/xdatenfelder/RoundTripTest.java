// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.Difference;

/** Read and written again, a message is the same; what may differ is listed here with its reason. */
class RoundTripTest {

    /** Elements that version 2 requires, so that they are written even if the file lacked them. */
    private static final Set<String> REQUIRED_TEXTS = Set.of(
            "name",
            "bezeichnungEingabe",
            "beschreibung",
            "definition",
            "bezug",
            "hilfetextEingabe",
            "hilfetextAusgabe",
            "praezisierung",
            "inhalt",
            "script");

    private enum Allowed {
        /** The writer emits what version 2 requires, even if it is empty. */
        REQUIRED_BUT_EMPTY,
        /** The file has its elements in another order than the standard; ours is that of the standard. */
        ORDER,
        /** An element without a text where the standard wants a date; it says nothing, and valid output must not have it. */
        EMPTY_DATE
    }

    @ParameterizedTest
    @ValueSource(strings = {"xdatenfelder2", "xdatenfelder3"})
    void every_collected_sample_stays_the_same(String folder) throws IOException {
        List<Path> read = new ArrayList<>();
        for (Path file : Samples.collected(folder, "{S,flxbe,xml}*.xml")) {
            String name = file.getFileName().toString();
            if (name.contains("xdf1") || name.contains("unknown-namespace")) {
                continue;
            }
            read.add(file);
            XDatenfelderMessage message = XDatenfelder.read(file);
            byte[] written = Canonical.written(message);
            List<Allowed> allowed = allowed(name, file.toFile(), written);

            boolean real = name.startsWith("S0");
            if (real) {
                assertThat(allowed).as(name).isEmpty();
            }
            boolean repeated =
                    message.findings().stream().anyMatch(f -> f.rule().equals("xml.repeated"));
            assertThat(Canonical.firstError(message, written).isEmpty())
                    .as(name)
                    .isEqualTo(!repeated);
            assertThat(Canonical.written(Canonical.read(written))).as(name).isEqualTo(written);
        }
        assertThat(read).isNotEmpty();
    }

    private static List<Allowed> allowed(String name, Object expected, byte[] written) {
        List<Allowed> allowed = new ArrayList<>();
        for (Difference difference : Canonical.differences(expected, written)) {
            Allowed reason = reason(difference.getComparison());
            assertThat(reason).as(name + ": " + difference).isNotNull();
            allowed.add(reason);
        }
        return allowed;
    }

    private static Allowed reason(Comparison comparison) {
        Node was = comparison.getControlDetails().getTarget();
        Node is = comparison.getTestDetails().getTarget();
        ComparisonType type = comparison.getType();
        if (type == ComparisonType.CHILD_NODELIST_SEQUENCE) {
            return Allowed.ORDER;
        }
        if (type == ComparisonType.CHILD_NODELIST_LENGTH) {
            // The single children that follow have their own reason.
            return Allowed.ORDER;
        }
        if (type == ComparisonType.CHILD_LOOKUP && was == null) {
            return REQUIRED_TEXTS.contains(is.getLocalName())
                            && is.getTextContent().isEmpty()
                    ? Allowed.REQUIRED_BUT_EMPTY
                    : null;
        }
        if (type == ComparisonType.CHILD_LOOKUP && is == null) {
            if (was.getTextContent().isEmpty() && was.getLocalName().endsWith("datum")) {
                return Allowed.EMPTY_DATE;
            }
            return null;
        }
        return null;
    }

    /** Other exports than the collected ones, in the shapes that other tools write. */
    static Stream<String> shapes() {
        String text = "Zeile 1&#xD;\n  Zeile 2 &lt;b&gt; &amp;#38; „Zitat“ ≤ 𝄞 &#x9;Ende&#xD;";
        String field3 =
                """
                <p:identifikation><p:id>F60000000319</p:id></p:identifikation><p:name>TEXT</p:name>
                <p:beschreibung>TEXT</p:beschreibung><p:bezug link="https://example.org/?a=1&amp;b=2">TEXT</p:bezug><p:bezug/>
                <p:freigabestatus listURI="urn:xoev-de:xprozess:codeliste:status" listVersionID="2020-03-19"><code>2</code><name>in Bearbeitung</name></p:freigabestatus>
                <p:letzteAenderung>2022-05-05T08:35:06.276611Z</p:letzteAenderung>
                <p:stichwort uri="urn:a">TEXT</p:stichwort>
                <p:relation><p:praedikat><code>ABL</code></p:praedikat><p:objekt><p:id>F60000000001</p:id><p:version>1.0.0</p:version></p:objekt></p:relation>
                <p:bezeichnungEingabe>TEXT</p:bezeichnungEingabe>
                <p:schemaelementart><code>RNG</code></p:schemaelementart>
                <p:feldart><code>select</code></p:feldart><p:datentyp><code>text</code></p:datentyp>
                <p:praezisierung minLength="1" pattern="\\.[&quot;&lt;]" neu="1"/><p:inhalt>001</p:inhalt>
                <p:vorbefuellung><code>keine</code></p:vorbefuellung>
                <p:werte><p:wert><p:code>001</p:code><p:name>TEXT</p:name><p:hilfe>TEXT</p:hilfe></p:wert></p:werte>
                <p:maxSize>1000</p:maxSize><p:mediaType>application/pdf</p:mediaType><p:mediaType>image/png</p:mediaType>
                <p:helpKey>h</p:helpKey><p:codeKey>c</p:codeKey><p:nameKey>n</p:nameKey>
                <p:regel><p:identifikation><p:id>R1</p:id></p:identifikation><p:name>r</p:name><p:stichwort>s</p:stichwort>
                <p:letzteAenderung>2022-05-05T08:35:06Z</p:letzteAenderung><p:typ><code>V</code></p:typ>
                <p:param><p:name>x</p:name></p:param><p:ziel>y</p:ziel><p:skript>1 &lt; 2</p:skript><p:fehler a="b">z</p:fehler></p:regel>
                """;
        String message3 = "<p:xdatenfelder.datenfeld.0104 xmlns:p='" + XDatenfelder.NAMESPACE_3
                + "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xsi:schemaLocation='urn:a a.xsd' x:mark='1' xmlns:x='urn:x'><!-- c --><p:header>"
                + "<p:nachrichtID>1</p:nachrichtID><p:erstellungszeitpunkt>2022-05-05T10:00:00+02:00</p:erstellungszeitpunkt>"
                + "</p:header><p:datenfeld>" + field3.replace("TEXT", text)
                + "</p:datenfeld></p:xdatenfelder.datenfeld.0104>";
        String field2 =
                """
                <p:identifikation><p:id>F60000000319</p:id></p:identifikation><p:name>TEXT</p:name>
                <p:bezeichnungEingabe>TEXT</p:bezeichnungEingabe><p:beschreibung/><p:definition></p:definition>
                <p:bezug>TEXT</p:bezug><p:status><code>aktiv</code></p:status>
                <p:schemaelementart><code>RNG</code></p:schemaelementart>
                <p:hilfetextEingabe/><p:hilfetextAusgabe> </p:hilfetextAusgabe>
                <p:feldart><code>input</code></p:feldart><p:datentyp><code>text</code></p:datentyp>
                <p:praezisierung>{"pattern":"\\\\.\\"<"}</p:praezisierung><p:inhalt/>
                """
                        .replace("<\"}", "&lt;\"}");
        String message2 = "<p:xdatenfelder.datenfeld.0104 xmlns:p='" + XDatenfelder.NAMESPACE_2 + "'><p:header>"
                + "<p:nachrichtID>1</p:nachrichtID><p:erstellungszeitpunkt>2022-05-05T10:00:00+02:00</p:erstellungszeitpunkt>"
                + "</p:header><p:datenfeld>" + field2.replace("TEXT", text)
                + "</p:datenfeld></p:xdatenfelder.datenfeld.0104>";
        String list = message2.replace("datenfeld.0104", "codeliste.0105")
                .replaceAll("datenfeld>", "codeliste>")
                .replaceAll(
                        "(?s)<p:schemaelementart>.*<p:inhalt/>",
                        "<p:genericodeIdentification>"
                                + "<p:canonicalIdentification>u</p:canonicalIdentification><p:version>1</p:version>"
                                + "<p:canonicalVersionUri>u_1</p:canonicalVersionUri></p:genericodeIdentification><p:langname/>"
                                + "<p:genericode><gc:CodeList xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'>"
                                + "<Identification><ShortName>a</ShortName></Identification></gc:CodeList></p:genericode>");
        return Stream.of(message2, message3, list)
                .flatMap(m -> Stream.of(
                        m,
                        "\uFEFF<?xml version='1.0'?>\n" + m,
                        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>" + m.replace("<p:", "\n  <p:"),
                        m.replace("<p:", "<")
                                .replace("</p:", "</")
                                .replace("xmlns:p=", "xmlns=")
                                .replace("<code>", "<code xmlns=''>")
                                .replace("<name>in Bear", "<name xmlns=''>in Bear")
                                .replace("<Identification>", "<Identification xmlns=''>"),
                        m.replace("<p:", "<xdf3:").replace("</p:", "</xdf3:").replace("xmlns:p=", "xmlns:xdf3=")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void other_shapes_stay_the_same(String xml) {
        XDatenfelderMessage message = Canonical.read(xml.getBytes(StandardCharsets.UTF_8));
        byte[] written = Canonical.written(message);

        assertThat(Canonical.differences(xml.replace("\uFEFF", ""), written)).isEmpty();
        assertThat(message.findings()).isEmpty();
    }

    @Test
    void keeps_and_tells_what_stood_twice() {
        String xml = "<xdatenfelder.datenfeld.0104 xmlns='" + XDatenfelder.NAMESPACE_2
                + "'><datenfeld>\n<name>a</name><name xml:lang='en'>b</name></datenfeld></xdatenfelder.datenfeld.0104>";
        XDatenfelderMessage message = XDatenfelder.read(Samples.stream(xml));

        assertThat(message.findings()).extracting(Finding::rule).containsExactly("xml.repeated");
        assertThat(message.findings().get(0).line()).hasValue(2);
        assertThat(new String(Canonical.written(message), StandardCharsets.UTF_8))
                .containsSubsequence(">a<", "xml:lang=\"en\"", ">b<");
    }
}
