// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Writes an XZuFi 2.2.0 transfer of any size with invented data that is shaped like that of an editorial system: many texts, some offices,
 * links between them, a few deletes. The same seed gives the same bytes.
 */
final class TransferGenerator {

    private static final List<String> TEXT_MODULES =
            List.of("02", "03", "05", "06", "07", "08", "09", "11", "14", "15", "16", "18", "22", "23", "24");
    private static final List<String> WORDS = List.of(
            ("Antrag Behörde die der und für Gebühr Straße Wohnung müssen können Sie wird Frist Nachweis Führerschein Geburtsurkunde persönlich schriftlich "
                            + "Bürgerbüro zuständig Unterlagen Verlängerung erteilt über ändern Gemeinde Kreis innerhalb Wochen Anmeldung Steuer Hund Halterin gültig Ausweis vorlegen oder")
                    .split(" "));

    private final Random random;
    private final StringBuilder xml = new StringBuilder(1 << 16);
    private int number;

    TransferGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Writes whole objects until there are at least so many bytes; the output is left open. Returns the number of objects. */
    long write(OutputStream out, long atLeastBytes) throws IOException {
        xml.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xzufi:uebertragung xmlns:xzufi=\"http://xoev.de/schemata/xzufi/2_2_0\"")
                .append(
                        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" produktbezeichnung=\"Generator\" xzufiVersion=\"2.2.0\">\n");
        open("nachrichtenkopf");
        leaf("nachrichtUUID", "00000000-0000-4000-8000-000000000001");
        leaf("erstelltDatumZeit", "2024-01-01T00:00:00Z");
        leaf("empfaenger", "Portalverbund");
        leaf("sender", "Beispielredaktion");
        close("nachrichtenkopf");
        long written = flush(out);
        long objects = 0;
        while (written < atLeastBytes) {
            change();
            written += flush(out);
            objects++;
        }
        xml.append("</xzufi:uebertragung>\n");
        flush(out);
        return objects;
    }

    private long flush(OutputStream out) throws IOException {
        byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        xml.setLength(0);
        return bytes.length;
    }

    private void change() {
        number++;
        switch (random.nextInt(8)) {
            case 0 -> written("organisationseinheit", "", this::office);
            case 1, 2 -> written("zustaendigkeitTransferObjekt", "", this::competence);
            case 3 -> written("onlinedienst", " xsi:type=\"xzufi:OnlinedienstErweitert\"", this::onlineService);
            case 4 -> {
                xml.append("<xzufi:loesche klasse=\"Zustaendigkeit\">\n");
                id("id", "ZustaendigkeitOrganisationseinheit", number);
                close("loesche");
            }
            default -> written("leistung", "", this::service);
        }
    }

    private void written(String object, String attributes, Runnable content) {
        open("schreibe");
        xml.append("<xzufi:").append(object).append(attributes).append(">\n");
        content.run();
        close(object);
        close("schreibe");
    }

    private void service() {
        id("id", "LB", number);
        open("struktur", " xsi:type=\"xzufi:LeistungsstrukturObjektMitVerrichtung\"");
        id("leistungsobjektID", "LeistungsObjektID", random.nextInt(999));
        open("verrichtung");
        code("verrichtungLeiKa", "urn:de:fim:leika:verrichtung", "104", "Anmeldung");
        close("verrichtung");
        close("struktur");
        code("referenzLeiKa", "urn:de:fim:leika:leistung", String.valueOf(99_000_000_000_000L + number), null);
        int position = 0;
        for (String module : TEXT_MODULES) {
            open("modulText");
            leaf("positionDarstellung", String.valueOf(++position));
            code("leikaTextmodul", "urn:de:xzufi:codeliste:leistungstextmodulleika", module, null);
            text("inhalt", 200 + (int) (Math.pow(random.nextDouble(), 2) * 2800));
            for (int links = random.nextInt(3); links > 0; links--) {
                link();
            }
            close("modulText");
        }
        deadlines();
        fees();
        for (int synonyms = random.nextInt(6); synonyms > 0; synonyms--) {
            open("modulBegriffImKontext");
            open("begriffImKontext");
            xml.append("<xzufi:begriff languageCode=\"de\">").append(word()).append("</xzufi:begriff>\n");
            close("begriffImKontext");
            close("modulBegriffImKontext");
        }
        code("typisierung", "urn:de:fim:leika:typisierung", "4", null);
        leaf("kennzeichenSchriftformerfordernis", "false");
        area("gueltigkeitGebietID");
        leaf("kennzeichenEA", "false");
        open("versionsinformation");
        leaf("geaendertDatumZeit", "2024-01-01T00:00:00Z");
        close("versionsinformation");
        language();
    }

    private void deadlines() {
        open("modulFrist");
        open("frist");
        code("typ", "urn:de:fim:codeliste:fristtyp", "001", "Antragsfrist");
        open("fristauswahl");
        open("fristDauer");
        leaf("dauer", String.valueOf(1 + random.nextInt(12)));
        leaf("einheit", "WOCHE");
        close("fristDauer");
        close("fristauswahl");
        text("beschreibung", 120);
        close("frist");
        close("modulFrist");
    }

    private void fees() {
        open("modulKosten");
        for (int fees = 1 + random.nextInt(3); fees > 0; fees--) {
            open("kosten");
            code("typ", "urn:de:fim:codeliste:kostentyp", "001", "Gebühr");
            open("kostenauswahl");
            open("kostenFix");
            xml.append("<xzufi:betrag currencyID=\"EUR\">")
                    .append(random.nextInt(90))
                    .append(".50</xzufi:betrag>\n");
            close("kostenFix");
            close("kostenauswahl");
            text("beschreibung", 150);
            leaf("vorkasse", "false");
            close("kosten");
        }
        close("modulKosten");
    }

    private void office() {
        id("id", "OE", number);
        open("name");
        xml.append("<xzufi:name languageCode=\"de\">Bürgerbüro ").append(word()).append("</xzufi:name>\n");
        close("name");
        open("anschrift");
        leaf("strasse", "Straße der " + word());
        leaf("hausnummer", String.valueOf(1 + random.nextInt(200)));
        leaf("postleitzahl", String.valueOf(45_000 + random.nextInt(900)));
        leaf("ort", "Beispielstadt");
        open("verwaltungspolitischeKodierung");
        code("bundesland", "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:bundesland", "05", null);
        code("regionalschluessel", "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs", ars(), null);
        close("verwaltungspolitischeKodierung");
        close("anschrift");
        for (int i = 0; i < 3; i++) {
            open("kommunikation");
            code("kanal", "urn:de:xoev:codeliste:erreichbarkeit", "0" + (i + 1), null);
            leaf("kennung", "0209 " + random.nextInt(99_999));
            close("kommunikation");
        }
        text("beschreibung", 400);
        text("infoOeffnungszeitenText", 200);
        language();
    }

    private void competence() {
        id("uebergeordnetesObjektID", "OE", random.nextInt(number));
        open("zustaendigkeit");
        id("id", "ZustaendigkeitOrganisationseinheit", number);
        id("leistungID", "LB", random.nextInt(number));
        area("gebietID");
        xml.append("<xzufi:rolle><code>01</code><name>Zuständige Stelle</name></xzufi:rolle>\n");
        close("zustaendigkeit");
    }

    private void onlineService() {
        id("id", "OD", number);
        xml.append("<xzufi:bezeichnung languageCode=\"de\">").append(word()).append(" online</xzufi:bezeichnung>\n");
        xml.append("<xzufi:link languageCode=\"de\">\n");
        code("typ", "urn:xoev-de:fim:codeliste:onlinedienstlinktyp", "01", null);
        leaf("link", "https://www.example.org/antrag?nr=" + number + "&amp;los=1");
        leaf("titel", "Zum Antrag");
        close("link");
        code("vertrauensniveau", "urn:xoev-de:fim:codeliste:vertrauensniveau", "10", null);
    }

    private void language() {
        open("sprachversion");
        leaf("languageCode", "de");
        leaf("sprachbezeichnungDeutsch", "Deutsch");
        leaf("sprachbezeichnungNativ", "Deutsch");
        close("sprachversion");
    }

    private void link() {
        xml.append("<xzufi:weiterfuehrenderLink languageCode=\"de\">\n");
        leaf("uri", "https://www.example.org/" + random.nextInt(100_000) + "?a=1&amp;b=2");
        leaf("titel", word() + " " + word());
        leaf("positionDarstellung", "1");
        close("weiterfuehrenderLink");
    }

    /** HTML as it is mostly sent: escaped, in paragraphs and lists. */
    private void text(String name, int length) {
        xml.append("<xzufi:").append(name).append(" languageCode=\"de\">");
        int end = xml.length() + length;
        while (xml.length() < end) {
            xml.append("&lt;p&gt;");
            for (int words = 8 + random.nextInt(30); words > 0; words--) {
                xml.append(word()).append(random.nextInt(12) == 0 ? ", " : " ");
            }
            xml.append(
                    random.nextInt(3) == 0
                            ? "&lt;strong&gt;§ 4 Abs. 1 &amp;amp; 2&lt;/strong&gt;.&lt;/p&gt;\n"
                            : "ist möglich.&lt;/p&gt;\n");
        }
        xml.append("</xzufi:").append(name).append(">\n");
    }

    private void id(String name, String scheme, int value) {
        xml.append("<xzufi:")
                .append(name)
                .append(" schemeAgencyID=\"L999999\" schemeID=\"")
                .append(scheme)
                .append("\">");
        xml.append(value).append("</xzufi:").append(name).append(">\n");
    }

    private void area(String name) {
        xml.append("<xzufi:")
                .append(name)
                .append(" schemeID=\"urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs\">");
        xml.append(ars()).append("</xzufi:").append(name).append(">\n");
    }

    private String ars() {
        return "05562001" + (2000 + random.nextInt(40) * 4);
    }

    private void code(String name, String list, String code, @org.jspecify.annotations.Nullable String label) {
        xml.append("<xzufi:")
                .append(name)
                .append(" listURI=\"")
                .append(list)
                .append("\" listVersionID=\"1\"><code>")
                .append(code);
        xml.append(label == null ? "</code>" : "</code><name>" + label + "</name>");
        xml.append("</xzufi:").append(name).append(">\n");
    }

    private void leaf(String name, String value) {
        xml.append("<xzufi:")
                .append(name)
                .append('>')
                .append(value)
                .append("</xzufi:")
                .append(name)
                .append(">\n");
    }

    private void open(String name) {
        open(name, "");
    }

    private void open(String name, String attributes) {
        xml.append("<xzufi:").append(name).append(attributes).append(">\n");
    }

    private void close(String name) {
        xml.append("</xzufi:").append(name).append(">\n");
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
