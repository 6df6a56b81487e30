// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.util.Optional;

/** Short schemas of version 3 for tests, and the forms of the collected ones. */
final class Forms {

    /** Every data type, every structure, every kind of rule. */
    static final FormModel EVERYTHING = form(rule(
                    "R1", "Es muss mindestens eines der Felder F01000000 oder F02000000 befüllt sein.")
            + rule("R2", "Wenn Feld F03000000 = ja, dann muss die Feldgruppe G01000000 befüllt werden.")
            + rule("R3", "Wenn Feld F03000000 = nein, dann darf Feld F04000000 nicht befüllt werden.")
            + field("0:1", "F01000000", "text", "<praezisierung minLength='2' maxLength='9'/>")
            + field("0:3", "F02000000", "text_latin", "<praezisierung pattern='[A-Z]{2}\\d{3}(-[a-z0-9]+)?'/>")
            + field("1:1", "F03000000", "bool", "")
            + field("0:1", "F04000000", "date", "<praezisierung minValue='1999-02-28' maxValue='2030-10-09'/>")
            + field("0:1", "F05000000", "datetime", "<praezisierung minValue='2001-01-01' maxValue='2026-06-30'/>")
            + field("0:1", "F06000000", "time", "<praezisierung minValue='08:30:00' maxValue='17:15:00'/>")
            + field("0:1", "F07000000", "num", "<praezisierung minValue='-0.5' maxValue='99.25'/>")
            + field("0:2", "F08000000", "num_int", "<praezisierung minValue='-3' maxValue='12'/>")
            + field("0:1", "F09000000", "num_currency", "<praezisierung minValue='0' maxValue='1000'/>")
            + field("0:1", "F10000000", "file", "")
            + select("1:1", "F11000000", "", "a", "b", "c")
            + label("F12000000")
            + art("1:1", "F13000000", "hidden", "date")
            + art("0:1", "F14000000", "locked", "num_int")
            + field("0:1", "F33000000", "text_latin", "<praezisierung maxLength='12'/>")
            + group("0:1", "G01000000", field("0:1", "F20000000", "text", "") + field("0:1", "F21000000", "bool", ""))
            + group(
                    "1:3",
                    "G02000000",
                    rule("R4", "Wenn F22000000 nicht leer, dann darf F23000000 nicht leer sein.")
                            + field("0:1", "F22000000", "text", "")
                            + field("0:1", "F23000000", "text", "")
                            + group("0:2", "G03000000", field("2:4", "F24000000", "text", "")))
            + choice(
                    "1:1",
                    "G04000000",
                    field("0:1", "F25000000", "text", "")
                            + field("0:2", "F26000000", "date", "")
                            + group("0:1", "G05000000", field("1:1", "F27000000", "text", "")))
            + choice(
                    "0:*",
                    "G06000000",
                    field("1:1", "F28000000", "text", "")
                            + label("F29000000")
                            + field("0:1", "F30000000", "num_int", ""))
            + group(
                    "1:1",
                    "G07000000",
                    rule("R5", "Es muss entweder Feldgruppe G08000000 oder Feldgruppe G09000000 befüllt werden.")
                            + group("0:1", "G08000000", field("0:1", "F31000000", "text", ""))
                            + group("1:1", "G09000000", field("0:1", "F32000000", "text", ""))));

    private Forms() {}

    static FormModel mutterschutz2() {
        return FormModel.of(XDatenfelder.read(Samples.collected("xdatenfelder2/S00000094V1.0_xdf2.xml")));
    }

    static FormModel mutterschutz3() {
        return FormModel.of(
                XDatenfelder.read(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.xml")),
                (uri, version) -> uri.equals("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat")
                        ? Optional.of(Genericode.read(Samples.collected("xdatenfelder2/C60000020_genericode.xml")))
                        : Optional.empty());
    }

    static FormModel form(String content) {
        return FormModel.of(XDatenfelder.read(Samples.stream("<xdatenfelder.stammdatenschema.0102 xmlns='"
                + XDatenfelder.NAMESPACE_3
                + "'><stammdatenschema><identifikation><id>S99</id><version>1.0.0</version></identifikation>"
                + "<bezeichnung>Alles &amp; \"mehr\"</bezeichnung>" + content
                + "</stammdatenschema></xdatenfelder.stammdatenschema.0102>")));
    }

    static String rule(String id, String text) {
        return "<regel><identifikation><id>" + id + "</id></identifikation><freitextRegel>"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</freitextRegel></regel>";
    }

    static String field(String anzahl, String id, String type, String more) {
        return place(
                anzahl,
                id,
                "<feldart><code>input</code></feldart><datentyp><code>" + type + "</code></datentyp>" + more);
    }

    static String art(String anzahl, String id, String art, String type) {
        return place(
                anzahl,
                id,
                "<feldart><code>" + art + "</code></feldart><datentyp><code>" + type + "</code></datentyp>");
    }

    static String label(String id) {
        return place("1:1", id, "<feldart><code>label</code></feldart><inhalt>Ein Hinweis</inhalt>");
    }

    static String select(String anzahl, String id, String more, String... codes) {
        StringBuilder values = new StringBuilder();
        for (String code : codes) {
            values.append("<wert><code>")
                    .append(code)
                    .append("</code><name>Wert ")
                    .append(code)
                    .append("</name></wert>");
        }
        return place(anzahl, id, "<feldart><code>select</code></feldart>" + more + "<werte>" + values + "</werte>");
    }

    private static String place(String anzahl, String id, String content) {
        return "<struktur><anzahl>" + anzahl + "</anzahl><enthaelt><datenfeld><identifikation><id>" + id
                + "</id><version>1.0.0</version></identifikation><bezeichnungEingabe>Feld &lt;" + id
                + "&gt; \"x\"</bezeichnungEingabe>" + content + "</datenfeld></enthaelt></struktur>";
    }

    static String group(String anzahl, String id, String content) {
        return "<struktur><anzahl>" + anzahl + "</anzahl><enthaelt><datenfeldgruppe><identifikation><id>" + id
                + "</id><version>1.0.0</version></identifikation><bezeichnungEingabe>Gruppe " + id
                + "</bezeichnungEingabe>" + content + "</datenfeldgruppe></enthaelt></struktur>";
    }

    static String choice(String anzahl, String id, String content) {
        return group(anzahl, id, "<art><code>X</code></art>" + content);
    }
}
