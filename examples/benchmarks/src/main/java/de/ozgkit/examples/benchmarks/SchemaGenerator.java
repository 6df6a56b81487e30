// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes an XDatenfelder 3.0.0 schema with invented fields; one unit has groups, fields, lists and rules as a schema of middle size has. */
final class SchemaGenerator {

    private static final int GROUPS = 16;
    private static final int FIELDS = 3;
    private static final String TEXT =
            "Bitte geben Sie an, was in der Urkunde steht. Für Änderungen genügt ein formloser Antrag. ".repeat(4);

    private final StringBuilder xml = new StringBuilder();
    private int number;

    private SchemaGenerator() {}

    /** A schema of so many units, each about 120 KB. */
    static byte[] schema(int units) {
        SchemaGenerator generator = new SchemaGenerator();
        generator.write(units);
        return generator.xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(int units) {
        xml.append("<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf=\"")
                .append(XDatenfelder.NAMESPACE_3)
                .append("\"><xdf:header>");
        leaf("nachrichtID", "1");
        leaf("erstellungszeitpunkt", "2024-01-01T00:00:00Z");
        xml.append("</xdf:header><xdf:stammdatenschema>");
        general("S");
        leaf("bezeichnung", "Schema");
        code("ableitungsmodifikationenStruktur", "3");
        code("ableitungsmodifikationenRepraesentation", "1");
        xml.append("<xdf:dokumentsteckbrief>");
        leaf("id", "D99000000001");
        xml.append("</xdf:dokumentsteckbrief>");
        for (int i = 0; i < units * GROUPS; i++) {
            rule();
        }
        for (int i = 0; i < units * GROUPS; i++) {
            group();
        }
        xml.append("</xdf:stammdatenschema></xdf:xdatenfelder.stammdatenschema.0102>");
    }

    private void rule() {
        xml.append("<xdf:regel>");
        general("R");
        leaf(
                "freitextRegel",
                "Wenn im Datenfeld F60000000011 der Wert 001 angegeben wurde, dann soll F60000000012 zum Pflichtfeld werden.");
        code("typ", "K");
        xml.append("</xdf:regel>");
    }

    private void group() {
        xml.append("<xdf:struktur>");
        leaf("anzahl", number % 5 == 0 ? "0:*" : "1:1");
        xml.append("<xdf:enthaelt><xdf:datenfeldgruppe>");
        element("G");
        for (int i = 0; i < FIELDS; i++) {
            field(i);
        }
        xml.append("</xdf:datenfeldgruppe></xdf:enthaelt></xdf:struktur>");
    }

    private void field(int kind) {
        xml.append("<xdf:struktur>");
        leaf("anzahl", "1:1");
        xml.append("<xdf:enthaelt><xdf:datenfeld>");
        element("F");
        code("feldart", kind == 0 ? "select" : "input");
        code("datentyp", kind == 1 ? "date" : "text");
        if (kind == 2) {
            xml.append("<xdf:praezisierung minLength=\"1\" maxLength=\"200\" pattern=\"[A-ZÄÖÜ].*\"/>");
        }
        code("vorbefuellung", "keine");
        if (kind == 0) {
            xml.append("<xdf:werte>");
            for (int i = 1; i <= 8; i++) {
                xml.append("<xdf:wert>");
                leaf("code", String.format(Locale.ROOT, "%03d", i));
                leaf("name", "Auswahl " + i);
                xml.append("</xdf:wert>");
            }
            xml.append("</xdf:werte>");
        }
        xml.append("</xdf:datenfeld></xdf:enthaelt></xdf:struktur>");
    }

    private void general(String kind) {
        xml.append("<xdf:identifikation>");
        leaf("id", kind + String.format(Locale.ROOT, "%011d", 60_000_000_000L + number++));
        leaf("version", "1.0.0");
        xml.append("</xdf:identifikation>");
        leaf("name", "Name " + number);
        leaf("beschreibung", TEXT);
        if (!kind.equals("R")) {
            leaf("definition", TEXT);
            leaf("bezug", "§ " + number + " BeispielG vom 1.1.2024");
            code("freigabestatus", "6");
        }
        leaf("letzteAenderung", "2024-01-01T00:00:00Z");
    }

    private void element(String kind) {
        general(kind);
        leaf("bezeichnungEingabe", "Angabe " + number);
        leaf("bezeichnungAusgabe", "Angabe " + number);
        code("schemaelementart", "RNG");
        leaf("hilfetextEingabe", TEXT);
    }

    private void code(String name, String value) {
        xml.append("<xdf:")
                .append(name)
                .append(" listURI=\"urn:xoev-de:fim:codeliste:xdatenfelder.")
                .append(name);
        xml.append("\" listVersionID=\"1.0\"><code>")
                .append(value)
                .append("</code></xdf:")
                .append(name)
                .append('>');
    }

    private void leaf(String name, String value) {
        xml.append("<xdf:")
                .append(name)
                .append('>')
                .append(value)
                .append("</xdf:")
                .append(name)
                .append('>');
    }
}
