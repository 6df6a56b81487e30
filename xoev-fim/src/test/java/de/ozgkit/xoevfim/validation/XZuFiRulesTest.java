// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XZuFiRulesTest {

    private static final String CLEAN =
            """
            <z:beliebig xmlns:z="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0">
            <z:nachrichtenkopf><z:nachrichtUUID>1</z:nachrichtUUID>
            <z:erstelltDatumZeit>2026-01-01T00:00:00Z</z:erstelltDatumZeit></z:nachrichtenkopf>
            <z:schreibe><z:leistung><z:id schemeAgencyID="L1">1</z:id>
            <z:referenzLeiKa><code>99102013104000</code></z:referenzLeiKa>
            <z:modulText><z:leikaTextmodul><code>02</code></z:leikaTextmodul>
            <z:inhalt languageCode="de">Titel</z:inhalt><z:inhalt languageCode="en">Title</z:inhalt></z:modulText>
            <z:gueltigkeitGebietID schemeID="urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs">055620012012</z:gueltigkeitGebietID>
            <z:sprachversion><z:languageCode>de</z:languageCode></z:sprachversion>
            </z:leistung></z:schreibe>
            <z:schreibe><z:zustaendigkeitTransferObjekt><z:uebergeordnetesObjektID>1</z:uebergeordnetesObjektID>
            <z:zustaendigkeit><z:id schemeID="ZustaendigkeitOnlinedienst">1</z:id><z:leistungID>1</z:leistungID></z:zustaendigkeit>
            </z:zustaendigkeitTransferObjekt></z:schreibe>
            </z:beliebig>
            """;

    @Test
    void a_clean_transfer_breaks_no_rule() {
        assertThat(validate(CLEAN).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            xzufi.language    | ERROR   | languageCode="en"          | languageCode="fr"
            xzufi.language    | WARNING | languageCode="en"          | languageCode="de-DE"
            xzufi.language    | ERROR   | >de<                       | >xx<
            xzufi.html        | ERROR   | Titel                      | &lt;script&gt;x&lt;/script&gt;
            xzufi.html        | ERROR   | Titel                      | &lt;p style="x"&gt;x&lt;/p&gt;
            xzufi.html        | ERROR   | Titel                      | &lt;a href="x" onclick="y"&gt;x&lt;/a&gt;
            xzufi.html        | ERROR   | Titel                      | &lt;p&gt;x&lt;div&gt;
            xzufi.latin       | ERROR   | Titel                      | 漢
            xzufi.latin       | WARNING | Titel                      | „Titel“
            xzufi.key         | ERROR   | 99102013104000             | 9910201310400
            xzufi.key         | WARNING | 99102013104000             | 99 102 013 104 000
            xzufi.key         | ERROR   | 99102013104000             | 12345678901234
            xzufi.area        | WARNING | 055620012012               | Dorsten
            xzufi.scheme      | WARNING | ZustaendigkeitOnlinedienst | Zustaendigkeit
            xzufi.leistung_id | ERROR   | <z:leistungID>1</z:leistungID> | ''
            xzufi.leistung_id | ERROR   | <z:leistungID>1</z:leistungID> | <z:leistungID>1</z:leistungID><z:leistungID>2</z:leistungID>
            xzufi.title       | WARNING | <code>02</code>            | <code>05</code>
            """)
    void a_broken_rule_is_found_with_its_line(String rule, Severity severity, String from, String to) {
        assertThat(CLEAN).contains(from);

        ValidationReport report = validate(CLEAN.replace(from, to));

        assertThat(report.ran()).isTrue();
        assertThat(report.findings()).extracting(Finding::rule).containsOnly(rule);
        assertThat(report.findings()).extracting(Finding::severity).containsOnly(severity);
        assertThat(report.findings()).allMatch(f -> f.line().isPresent());
    }

    @Test
    void admitted_html_and_a_smaller_area_key_are_fine() {
        String html =
                "&lt;p&gt;a &lt; b&lt;br/&gt;&lt;a href=&quot;https://www.example.org&quot;&gt;x&lt;/a&gt;&lt;/p&gt;&lt;H1&gt;";

        assertThat(validate(CLEAN.replace("Titel", html)).findings()).isEmpty();
        assertThat(validate(CLEAN.replace("055620012012", "05562")).findings()).isEmpty();
    }

    @Test
    void version_2_3_1_has_the_key_as_an_id() {
        String newer = CLEAN.replace("2_2_0", "2_3_1")
                .replace(
                        "<z:referenzLeiKa><code>99102013104000</code></z:referenzLeiKa>",
                        "<z:referenzLeistungsschluessel>99102013104000</z:referenzLeistungsschluessel>");

        assertThat(validate(newer).findings()).isEmpty();
        assertThat(validate(newer.replace("99102013104000", "1")).findings())
                .extracting(Finding::rule)
                .containsExactly("xzufi.key");
    }

    @Test
    void the_report_of_version_2_1_0_is_known_by_its_own_root() {
        String report =
                """
                <r:leistungsverzeichnis.antwort.leistungsbericht.030108 xmlns:r="http://xoev.de/schemata/xzufi/2_1_0">
                <r:nachrichtenkopf><r:nachrichtUUID>1</r:nachrichtUUID><r:erstelltDatumZeit>2020-01-01T00:00:00</r:erstelltDatumZeit>
                <r:empfaenger>a</r:empfaenger><r:sender>b</r:sender></r:nachrichtenkopf>
                <r:antwort><r:antwortnummer>1</r:antwortnummer><r:antwortrueckgabecode><r:code>202</r:code></r:antwortrueckgabecode>
                <r:ergebnisLeistung><r:id>1</r:id></r:ergebnisLeistung></r:antwort>
                </r:leistungsverzeichnis.antwort.leistungsbericht.030108>
                """;

        assertThat(validate(report).findings()).isEmpty();
        assertThat(validate(report.replace("<r:antwortnummer>1</r:antwortnummer>", ""))
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("xml.element_unexpected");
    }

    @Test
    void the_collected_transfer_is_acceptable() {
        assertThat(Validation.standard()
                        .validate(Samples.collected("xzufi/synthetic-transfer-2.2.0.xml"))
                        .findings())
                .isEmpty();
    }

    private static ValidationReport validate(String text) {
        return Validation.standard().validate(Samples.stream(text));
    }
}
