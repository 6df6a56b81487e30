// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.v2.AllgemeineAngaben;
import de.ozgkit.xoevfim.xdatenfelder.v2.CodelisteReferenz;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v2.Enthaelt;
import de.ozgkit.xoevfim.xdatenfelder.v2.GenericodeIdentification;
import de.ozgkit.xoevfim.xdatenfelder.v2.Header;
import de.ozgkit.xoevfim.xdatenfelder.v2.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v2.Regel;
import de.ozgkit.xoevfim.xdatenfelder.v2.Schemaelementangaben;
import de.ozgkit.xoevfim.xdatenfelder.v2.Stammdatenschema;
import de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Struktur;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/** Makes valid schemas of version 2 out of a seed, with everything that version 2 can say. */
final class RandomSchemas {

    private static final DatatypeFactory DATES = DatatypeFactory.newDefaultInstance();

    private final Random random;
    private final Map<String, CodeList> lists = new TreeMap<>();
    private final List<Datenfeld> fields = new ArrayList<>();
    private int number;

    RandomSchemas(long seed) {
        this.random = new Random(seed);
    }

    Version2 schema() {
        StammdatenschemaNachricht message = new StammdatenschemaNachricht();
        message.header = new Header();
        message.header.nachrichtID = "1";
        message.header.erstellungszeitpunkt = DATES.newXMLGregorianCalendar("2022-05-05T08:35:06.2766Z");
        Stammdatenschema schema = new Stammdatenschema();
        common(schema, "S");
        schema.hilfetext = maybe() ? text() : null;
        schema.ableitungsmodifikationenStruktur = Codes.of("ableitungsmodifikationenStruktur", "1.0", "3");
        schema.ableitungsmodifikationenRepraesentation =
                Codes.of("ableitungsmodifikationenRepraesentation", "1.0", "1");
        rules(schema.regel);
        places(schema.struktur, 0);
        message.stammdatenschema = schema;
        return new Version2(message, lists, List.of());
    }

    private void places(List<Struktur> places, int depth) {
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Struktur place = new Struktur();
            place.anzahl = pick("0:1", "1:1", "0:*", "2:5");
            place.bezug = bases();
            place.enthaelt = new Enthaelt();
            if (depth < 4 && maybe()) {
                place.enthaelt.datenfeldgruppe = group(depth);
            } else {
                place.enthaelt.datenfeld = !fields.isEmpty() && random.nextInt(4) == 0
                        ? fields.get(random.nextInt(fields.size()))
                        : field();
            }
            places.add(place);
        }
    }

    private Datenfeldgruppe group(int depth) {
        Datenfeldgruppe group = new Datenfeldgruppe();
        element(group, "G");
        rules(group.regel);
        places(group.struktur, depth + 1);
        return group;
    }

    private Datenfeld field() {
        Datenfeld field = new Datenfeld();
        element(field, "F");
        field.feldart = Codes.of("feldart", "1.0", pick("input", "select", "label"));
        field.datentyp = Codes.of(
                "datentyp", "1.0", pick("text", "date", "bool", "num", "num_int", "num_currency", "file", "obj"));
        field.praezisierung = pick(
                "",
                " ",
                "{}",
                "junk",
                "[1]",
                "{\"minLength\":\"5\",\"maxLength\":\"5\",\"pattern\":\"[a-z]+\\\\.x\\\"\"}",
                "{\"minValue\":\"2020-01-01\",\"maxValue\":\"\"}",
                "{\"minLength\":\"x\",\"maxLength\":\"0\"}",
                "{\"minValue\":-1.5,\"unbekannt\":\"1\"}",
                "{\"pattern\":null,\"maxValue\":[1]}");
        field.inhalt = pick("", " ", text());
        if (maybe()) {
            field.codelisteReferenz = reference();
        }
        rules(field.regel);
        fields.add(field);
        return field;
    }

    private CodelisteReferenz reference() {
        String id = "C" + (10_000_000 + number++);
        String urn = pick("urn:de:fim:codeliste:", "urn:xoev-de:fim:codeliste:", "urn:de:bund:destatis:") + id;
        CodelisteReferenz reference = new CodelisteReferenz();
        reference.identifikation = new Identifikation();
        reference.identifikation.id = id;
        reference.genericodeIdentification = new GenericodeIdentification();
        reference.genericodeIdentification.canonicalIdentification = urn;
        reference.genericodeIdentification.version = "1";
        reference.genericodeIdentification.canonicalVersionUri = urn + "_1";
        if (random.nextInt(4) > 0) {
            lists.put(id, list(urn));
        }
        return reference;
    }

    private CodeList list(String urn) {
        boolean third = maybe();
        StringBuilder rows = new StringBuilder();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            rows.append("<Row><Value><SimpleValue>")
                    .append(pick("00" + i, "00" + i, "1", " "))
                    .append("</SimpleValue></Value>");
            rows.append("<Value><SimpleValue>Name ").append(random.nextInt(9)).append("</SimpleValue></Value>");
            rows.append(third ? "<Value><SimpleValue>Hilfe</SimpleValue></Value>" : "")
                    .append("</Row>");
        }
        return Genericode.read(Samples.stream("<gc:CodeList xmlns:gc='" + Genericode.NAMESPACE
                + "'><Identification><ShortName>L</ShortName><Version>1</Version><CanonicalUri>" + urn
                + "</CanonicalUri><CanonicalVersionUri>" + urn + "_1</CanonicalVersionUri></Identification><ColumnSet>"
                + column("code") + column("name") + (third ? column("mehr") : "")
                + "<Key Id='codeKey'><ShortName>k</ShortName><ColumnRef Ref='code'/></Key></ColumnSet><SimpleCodeList>"
                + rows
                + "</SimpleCodeList></gc:CodeList>"));
    }

    private static String column(String id) {
        return "<Column Id='" + id + "' Use='optional'><ShortName>" + id + "</ShortName><Data Type='string'/></Column>";
    }

    private void rules(List<Regel> rules) {
        for (int i = random.nextInt(3); i > 1; i--) {
            Regel rule = new Regel();
            common(rule, "R");
            rule.bezeichnungEingabe = pick("", rule.name, "anders");
            rule.definition = pick(
                    "",
                    "Wenn im Datenfeld F00000462 der Wert 001 angegeben wurde, dann soll G60000467 zum Pflichtfeld werden.",
                    "F00000000462 und F60000231V1.0, nicht XF60000231 oder F600002319",
                    text());
            rule.script = pick("", Scripts.EMPTY, "function script() {\r\n\r\n}", "return 1;");
            rules.add(rule);
        }
    }

    private void element(Schemaelementangaben element, String letter) {
        common(element, letter);
        element.schemaelementart = Codes.of("schemaelementart", "1.0", pick("ABS", "HAR", "RNG"));
        element.hilfetextEingabe = pick("", " ", text());
        element.hilfetextAusgabe = pick("", text());
    }

    private void common(AllgemeineAngaben element, String letter) {
        number++;
        element.identifikation = new Identifikation();
        element.identifikation.id = random.nextInt(12) == 0
                ? pick("T" + number, letter + (60_000_000_000L + number), "../" + number)
                : letter + (60_000_000 + number);
        element.identifikation.version = pick("1.0", "2.13", null, random.nextInt(5) == 0 ? "1.0.0" : "1.1");
        element.name = pick(text(), "Name", "");
        element.bezeichnungEingabe = pick(text(), "Label", "");
        element.bezeichnungAusgabe = pick(null, "", text());
        element.beschreibung = pick("", text());
        element.definition = pick("", " ", text());
        element.bezug = bases();
        element.status = Codes.of("status", "1.0", pick("aktiv", "aktiv", "inaktiv", "inVorbereitung"));
        element.gueltigAb = date();
        element.gueltigBis = date();
        element.fachlicherErsteller = pick(null, "Redaktion");
        element.versionshinweis = pick(null, text());
        element.freigabedatum = date();
        element.veroeffentlichungsdatum = date();
    }

    private XMLGregorianCalendar date() {
        return maybe()
                ? null
                : DATES.newXMLGregorianCalendar("202" + random.nextInt(4) + "-01-0" + (1 + random.nextInt(3)));
    }

    private String bases() {
        return pick("", " ", "§ 1 A", "§ 1 A; § 2  B;\r\n§ 3 C;");
    }

    private String text() {
        return pick("ein Text", "zwei\r\nZeilen ", "<&>\"'„“ ≤ 𝄞", " vorn und hinten\n");
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }
}
