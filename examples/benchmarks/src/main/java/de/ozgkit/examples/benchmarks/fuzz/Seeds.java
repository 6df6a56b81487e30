// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks.fuzz;

import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xprozess.XProzess;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small inputs that the fuzzer begins with, and the form that answers are for. */
final class Seeds {

    private static final List<String> KINDS =
            List.of("text", "date", "time", "datetime", "bool", "num", "num_int", "num_currency", "file", "text_latin");

    static final List<String> TRANSFERS = List.of("<x:r xmlns:x='" + XZuFi.NAMESPACE
            + "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><x:nachrichtenkopf/>"
            + "<x:schreibe><x:leistung><x:id schemeAgencyID='L1' schemeID='LB'>1</x:id>"
            + "<x:struktur xsi:type='x:LeistungsstrukturObjektMitVerrichtung'><x:verrichtung><x:verrichtungLeiKa><code>1</code></x:verrichtungLeiKa>"
            + "</x:verrichtung></x:struktur><x:modulText><x:positionDarstellung>1</x:positionDarstellung><x:leikaTextmodul listURI='u'><code>02</code>"
            + "</x:leikaTextmodul><x:inhalt languageCode='de'>&lt;p&gt;ä</x:inhalt></x:modulText><x:neu a='1'><![CDATA[t]]></x:neu>"
            + "<x:kennzeichenEA>true</x:kennzeichenEA><x:versionsinformation><x:geaendertDatumZeit>2024-01-01T00:00:00Z</x:geaendertDatumZeit>"
            + "</x:versionsinformation></x:leistung></x:schreibe><x:schreibe><x:organisationseinheit><x:name><x:name>n</x:name></x:name>"
            + "</x:organisationseinheit></x:schreibe><x:loesche klasse='Leistung'><x:id>2</x:id></x:loesche></x:r>");

    static final List<String> SCHEMAS = List.of(schema(XDatenfelder.NAMESPACE_3, field("text", "")), version2());

    static final List<String> LISTS = List.of("<gc:CodeList xmlns:gc='" + Genericode.NAMESPACE
            + "'><Annotation><Description>d</Description></Annotation><Identification><ShortName>s</ShortName><LongName/><Version>1</Version>"
            + "<CanonicalUri>urn:a</CanonicalUri><CanonicalVersionUri>urn:a_1</CanonicalVersionUri><Agency/></Identification><ColumnSet>"
            + "<Column Id='c' Use='required'/><Column Id='n' Use='optional'/><Key Id='codeKey'><Annotation><AppInfo><recommendedKeyColumn/></AppInfo>"
            + "</Annotation><ColumnRef Ref='c'/></Key></ColumnSet><SimpleCodeList><Row><Value ColumnRef='c'><SimpleValue>1</SimpleValue></Value><Value>"
            + "<SimpleValue>n</SimpleValue></Value></Row></SimpleCodeList></gc:CodeList>");

    static final List<String> PROCESSES = List.of("<x:alleInhalte.export.0303 xmlns:x='" + XProzess.NAMESPACE
            + "'><x:nachrichtenkopf><x:nachrichtUUID>1</x:nachrichtUUID></x:nachrichtenkopf><x:prozesskatalog><x:name>k</x:name><x:prozessklasse>"
            + "<x:id>99006028261000</x:id></x:prozessklasse></x:prozesskatalog><x:prozessbibliothek><x:name>b</x:name><x:prozess><x:id>1</x:id>"
            + "<x:prozessmodell><x:prozessmodelldatei><x:dateiname>a</x:dateiname><x:inhalt>UEsDBA==</x:inhalt></x:prozessmodelldatei>"
            + "</x:prozessmodell></x:prozess></x:prozessbibliothek></x:alleInhalte.export.0303>");

    static final List<String> ALL = Stream.of(TRANSFERS, SCHEMAS, LISTS, PROCESSES)
            .flatMap(List::stream)
            .toList();

    static final List<String> ANSWERS = List.of(
            "{\"F60000000011V1.0.0\":\"text\",\"F60000000012V1.0.0\":\"2024-03-27\",\"F60000000016V1.0.0\":1.5,\"F60000000015V1.0.0\":true}");
    static final List<String> VALUES =
            List.of("27.3.2024", "2024-02-30 12:30", "1.234,50 €", "-0,1", "ja", "9:05 Uhr", "1e9");
    static final List<String> PATTERNS = List.of(
            "([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}\n12345",
            "(a+)+b\naaaaaaaaaaaaaaaaaaaaaaac", "\\p{L}*\\.x?\nab.x");
    static final List<String> PATHS = List.of("G00000253-2.F60000319", "F1");

    private static final FormModel FORM = form(schema(
            XDatenfelder.NAMESPACE_3,
            KINDS.stream().map(kind -> field(kind, "")).collect(Collectors.joining())));

    private Seeds() {}

    /** A form with a field of every kind. */
    static FormModel form() {
        return FORM;
    }

    /** A form whose one field has this pattern. */
    static FormModel formWithPattern(String pattern) {
        StringBuilder escaped = new StringBuilder();
        pattern.codePoints()
                .filter(c -> c >= 0x20 && c < 0xd800)
                .forEach(c -> escaped.append("&#").append(c).append(';'));
        return form(schema(XDatenfelder.NAMESPACE_3, field("text", "<x:praezisierung pattern='" + escaped + "'/>")));
    }

    private static FormModel form(String schema) {
        return FormModel.of(XDatenfelder.read(new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8))));
    }

    private static String schema(String namespace, String fields) {
        return "<x:xdatenfelder.stammdatenschema.0102 xmlns:x='" + namespace + "'><x:header/><x:stammdatenschema>"
                + id("S60000000001")
                + "<x:regel>" + id("R60000000001")
                + "<x:freitextRegel>Wenn im Datenfeld F60000000011 nicht der Wert \"\" angegeben wurde, dann soll F60000000012 zum Pflichtfeld werden."
                + "</x:freitextRegel></x:regel>" + fields
                + "</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>";
    }

    private static String field(String kind, String more) {
        return "<x:struktur><x:anzahl>0:1</x:anzahl><x:enthaelt><x:datenfeld>"
                + id("F600000000" + (11 + KINDS.indexOf(kind)))
                + "<x:bezeichnungEingabe>b</x:bezeichnungEingabe><x:feldart><code>input</code></x:feldart><x:datentyp><code>"
                + kind
                + "</code></x:datentyp>" + more + "</x:datenfeld></x:enthaelt></x:struktur>";
    }

    private static String id(String id) {
        return "<x:identifikation><x:id>" + id
                + "</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>n</x:name>";
    }

    private static String version2() {
        return "<x:xdatenfelder.stammdatenschema.0102 xmlns:x='" + XDatenfelder.NAMESPACE_2
                + "'><x:header/><x:stammdatenschema><x:identifikation>"
                + "<x:id>S00000094</x:id><x:version>1.0</x:version></x:identifikation><x:struktur><x:anzahl>1:*</x:anzahl><x:enthaelt><x:datenfeldgruppe>"
                + "<x:identifikation><x:id>G00000001</x:id></x:identifikation><x:struktur><x:anzahl>0:1</x:anzahl><x:enthaelt><x:datenfeld><x:identifikation>"
                + "<x:id>F00000001</x:id></x:identifikation><x:feldart><code>input</code></x:feldart><x:datentyp><code>num</code></x:datentyp>"
                + "<x:praezisierung>{\"minValue\":\"1\",\"maxValue\":\"5\",\"pattern\":\"[0-9]\"}</x:praezisierung></x:datenfeld></x:enthaelt></x:struktur>"
                + "</x:datenfeldgruppe></x:enthaelt></x:struktur></x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>";
    }
}
