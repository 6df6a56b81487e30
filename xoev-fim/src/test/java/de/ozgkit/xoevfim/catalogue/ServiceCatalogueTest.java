// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCatalogueTest {

    private static final Ars RECKLINGHAUSEN = Ars.of("055620032032");
    private static final Ars DORSTEN = Ars.of("055620012012");
    private static final Ars GELSENKIRCHEN = Ars.of("055130000000");
    private static final Ars MUENCHEN = Ars.of("091620000000");

    static final ServiceCatalogue CATALOGUE = fromXml(Samples.resourceText("catalogue_xzufi.xml"));

    private static ServiceCatalogue fromXml(String xml) {
        try (Stream<Transfer> changes = XZuFi.stream(Samples.stream(xml))) {
            return ServiceCatalogue.of(changes);
        }
    }

    private static ServiceCatalogue catalogue(String... objects) {
        return fromXml(message(objects));
    }

    private static String message(String... objects) {
        return "<x:r xmlns:x='" + XZuFi.NAMESPACE + "'>" + String.join("", objects) + "</x:r>";
    }

    @Test
    void shows_the_services_of_the_city_beside_those_of_kreis_land_and_country() {
        assertThat(CATALOGUE.at(RECKLINGHAUSEN).all())
                .extracting(LeistungView::title, LeistungView::level)
                .containsExactly(
                        tuple("Hund anmelden", Level.KOMMUNE),
                        tuple("Sperrmüll anmelden", Level.KOMMUNE),
                        tuple("Ölheizung anzeigen", Level.KREIS),
                        tuple("Elterngeld beantragen", Level.LAND),
                        tuple("Führungszeugnis beantragen", Level.BUND));
        assertThat(CATALOGUE.at(DORSTEN).all())
                .extracting(LeistungView::title)
                .containsExactly("Ölheizung anzeigen", "Elterngeld beantragen", "Führungszeugnis beantragen");
        assertThat(CATALOGUE.at(MUENCHEN).all())
                .extracting(LeistungView::title)
                .containsExactly("Führungszeugnis beantragen");
        assertThat(CATALOGUE.size()).isEqualTo(5);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void tells_everything_a_page_shows_about_a_service() {
        LeistungView dog =
                CATALOGUE.at(RECKLINGHAUSEN).find(ServiceId.of("L999999.LB.1")).orElseThrow();
        assertThat(dog.key()).contains(Leistungsschluessel.of("99102013104000"));
        assertThat(dog.summary()).isEqualTo("Wer einen Hund hält, meldet ihn an.");
        assertThat(dog.text("06")).contains("<p>Hunde über drei Monate sind <b>anzumelden</b>.</p>");
        assertThat(dog.text("07")).isEmpty();
        assertThat(dog.topics()).containsExactly(Topic.STEUERN_ZOLL);
        assertThat(dog.audiences()).containsExactlyInAnyOrder(Audience.BUERGER, Audience.UNTERNEHMEN);
        assertThat(dog.synonyms()).containsExactly("Hundemarke", "Hundesteuer");
        assertThat(dog.details().fees()).contains("<p>Die Anmeldung kostet nichts.</p>");
        assertThat(dog.details().duration()).contains("<p>etwa eine Woche</p>");
        assertThat(dog.details().deadline()).contains("<p>innerhalb von zwei Wochen</p>");
        assertThat(dog.details().documents()).contains("Impfpass");
        assertThat(dog.offices())
                .containsExactly(new Office(
                        ServiceId.of("L999999.OE.10"),
                        "Steueramt",
                        java.util.Optional.of("Zuständige Stelle"),
                        java.util.List.of("Zimmer 12", "Rathausplatz 3", "45657 Recklinghausen"),
                        java.util.List.of("02361 50-0")));
        assertThat(dog.onlineServices()).singleElement().satisfies(online -> {
            assertThat(online.title()).isEqualTo("Hund online anmelden");
            assertThat(online.link()).contains(URI.create("https://example.org/hund"));
            assertThat(online.trustLevel()).contains(TrustLevel.SUBSTANTIAL);
        });
    }

    @Test
    void accepts_municipal_services_without_a_national_key() {
        LeistungView bulky =
                CATALOGUE.at(RECKLINGHAUSEN).find(ServiceId.of("L999999.LB.2")).orElseThrow();
        assertThat(bulky.key()).isEmpty();
        assertThat(bulky.offices()).extracting(Office::name).containsExactly("Zuständige Stelle");
    }

    @Test
    void counts_topics_and_lists_services_under_them() {
        LocalCatalogue local = CATALOGUE.at(RECKLINGHAUSEN);
        assertThat(local.topics())
                .isEqualTo(
                        Map.of(Topic.FAMILIE_KIND, 1, Topic.BAUEN_WOHNEN, 1, Topic.UMWELT, 2, Topic.STEUERN_ZOLL, 1));
        assertThat(local.under(Topic.FAMILIE_KIND))
                .extracting(LeistungView::title)
                .containsExactly("Elterngeld beantragen");
        assertThat(local.under(Topic.GESUNDHEIT)).isEmpty();
        assertThat(local.place()).isEqualTo(RECKLINGHAUSEN);
        assertThat(CATALOGUE.at(MUENCHEN).find(ServiceId.of("L999999.LB.1"))).isEmpty();
    }

    private static String leistung(String id, String areas) {
        return "<x:schreibe><x:leistung><x:id>" + id + "</x:id>" + areas + "</x:leistung></x:schreibe>";
    }

    private static String area(String key) {
        return "<x:gueltigkeitGebietID>" + key + "</x:gueltigkeitGebietID>";
    }

    @ParameterizedTest
    @CsvSource({
        "055620032032, KOMMUNE",
        "05562032, KOMMUNE",
        "055620032, KOMMUNE",
        "05562, KREIS",
        "055620000000, KREIS",
        "05562000, KREIS",
        "055, LAND",
        "05, LAND",
        "050000000000, LAND",
        "00, BUND",
        "000000000000, BUND",
        "DE, BUND"
    })
    void understands_the_ways_in_which_areas_are_written(String key, Level level) {
        assertThat(catalogue(leistung("1", area(key))).at(RECKLINGHAUSEN).all())
                .singleElement()
                .extracting(LeistungView::level)
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"055620012012", "05562012", "05513", "09", "Recklinghausen", "0556", "05562003203299"})
    void does_not_offer_what_is_valid_elsewhere_or_in_an_unknown_area(String key) {
        assertThat(catalogue(leistung("1", area(key))).at(RECKLINGHAUSEN).all()).isEmpty();
    }

    @Test
    void counts_a_city_that_is_its_own_kreis_as_a_city() {
        for (String key : new String[] {"05513", "05513000", "055130000000"}) {
            assertThat(catalogue(leistung("1", area(key))).at(GELSENKIRCHEN).all())
                    .singleElement()
                    .extracting(LeistungView::level)
                    .isEqualTo(Level.KOMMUNE);
        }
    }

    private static String competence(String id, String leistung, String owner, String area) {
        return "<x:schreibe><x:zustaendigkeitTransferObjekt><x:uebergeordnetesObjektID>" + owner
                + "</x:uebergeordnetesObjektID><x:zustaendigkeit><x:id>" + id + "</x:id><x:leistungID>" + leistung
                + "</x:leistungID>" + (area.isEmpty() ? "" : "<x:gebietID>" + area + "</x:gebietID>")
                + "</x:zustaendigkeit></x:zustaendigkeitTransferObjekt></x:schreibe>";
    }

    private static String office(String id, String name) {
        return "<x:schreibe><x:organisationseinheit><x:id>" + id + "</x:id><x:name><x:name languageCode='de'>" + name
                + "</x:name></x:name></x:organisationseinheit></x:schreibe>";
    }

    @Test
    void names_the_nearest_office_first_and_all_others_behind_it() {
        ServiceCatalogue catalogue = catalogue(
                leistung("1", ""),
                office("a", "Land"),
                office("b", "Stadt"),
                office("c", "Kreis"),
                office("d", "Nachbarstadt"),
                competence("1", "1", "a", "05"),
                competence("2", "1", "b", "055620032032"),
                competence("3", "1", "c", "05562"),
                competence("4", "1", "d", "055620012012"));
        assertThat(catalogue.at(RECKLINGHAUSEN).all()).singleElement().satisfies(s -> {
            assertThat(s.offices()).extracting(Office::name).containsExactly("Stadt", "Kreis", "Land");
            assertThat(s.level()).isEqualTo(Level.KOMMUNE);
        });
        assertThat(catalogue.at(GELSENKIRCHEN).all().get(0).offices())
                .extracting(Office::name)
                .containsExactly("Land");
        assertThat(catalogue.at(MUENCHEN).all()).isEmpty();
    }

    @Test
    void applies_changes_in_their_order_and_does_not_mind_unknown_deletes() {
        String delete = "<x:loesche klasse='Leistung'><x:id>1</x:id></x:loesche>";
        assertThat(catalogue(delete, leistung("1", "")).size()).isEqualTo(1);
        assertThat(catalogue(leistung("1", ""), delete).size()).isZero();
        assertThat(catalogue(leistung("1", ""), delete, leistung("1", "")).size())
                .isEqualTo(1);
        assertThat(catalogue(leistung("1", ""), leistung("1", area("09")))
                        .at(RECKLINGHAUSEN)
                        .all())
                .isEmpty();
        ServiceCatalogue offices = catalogue(
                leistung("1", area("05")),
                office("b", "Stadt"),
                competence("2", "1", "b", "05"),
                "<x:loesche klasse='Zustaendigkeit'><x:id>2</x:id></x:loesche>",
                "<x:loesche klasse='Zustaendigkeit'><x:id>99</x:id></x:loesche>",
                "<x:loesche klasse='Zauberei'><x:id>1</x:id></x:loesche>");
        assertThat(offices.at(RECKLINGHAUSEN).all().get(0).offices()).isEmpty();
    }

    @Test
    void leaves_the_old_catalogue_alone_when_further_changes_come() {
        try (Stream<Transfer> changes = XZuFi.stream(Samples.stream(message(
                "<x:loesche klasse='Leistung'><x:id schemeAgencyID='L999999'" + " schemeID='LB'>1</x:id></x:loesche>",
                leistung("9", ""))))) {
            ServiceCatalogue changed = CATALOGUE.with(changes);
            assertThat(changed.at(MUENCHEN).all()).hasSize(2);
            assertThat(changed.at(RECKLINGHAUSEN).find(ServiceId.of("L999999.LB.1")))
                    .isEmpty();
        }
        assertThat(CATALOGUE.at(RECKLINGHAUSEN).find(ServiceId.of("L999999.LB.1")))
                .isPresent();
    }

    @Test
    void survives_objects_with_nothing_in_them() {
        ServiceCatalogue catalogue = catalogue(
                "<x:schreibe><x:leistung/></x:schreibe>",
                leistung(
                        "1",
                        "<x:modulText/><x:modulKosten/><x:kategorie/><x:leistungsadressat/><x:vertrauensniveau/>"
                                + "<x:modulBegriffImKontext><x:begriffImKontext/></x:modulBegriffImKontext><x:referenzLeiKa/>"),
                "<x:schreibe><x:organisationseinheit/></x:schreibe>",
                "<x:schreibe><x:onlinedienst/></x:schreibe>",
                "<x:schreibe><x:zustaendigkeitTransferObjekt/></x:schreibe>",
                "<x:schreibe><x:zustaendigkeitTransferObjekt><x:zustaendigkeit/></x:zustaendigkeitTransferObjekt></x:schreibe>");
        assertThat(catalogue.at(MUENCHEN).all()).singleElement().satisfies(s -> {
            assertThat(s.title()).isEqualTo("Kein Titel");
            assertThat(s.level()).isEqualTo(Level.BUND);
        });
    }

    @Test
    void never_hands_out_a_link_or_text_that_runs_a_script() {
        ServiceCatalogue catalogue = catalogue(
                leistung(
                        "1",
                        "<x:modulText><x:leikaTextmodul><code>06</code></x:leikaTextmodul><x:inhalt languageCode='de'>"
                                + "&lt;img src=x onerror=alert(1)&gt;gut</x:inhalt></x:modulText>"),
                "<x:schreibe><x:onlinedienst><x:id>o</x:id><x:link><x:link>javascript:alert(1)</x:link></x:link>"
                        + "</x:onlinedienst></x:schreibe>",
                competence("2", "1", "o", ""));
        LeistungView view = catalogue.at(MUENCHEN).all().get(0);
        assertThat(view.text("06")).contains("gut");
        assertThat(view.onlineServices()).singleElement().satisfies(o -> assertThat(o.link())
                .isEmpty());
    }

    @Test
    void reads_the_collected_sample() {
        try (Stream<Transfer> changes = XZuFi.stream(Samples.collected("xzufi/synthetic-transfer-2.2.0.xml"))) {
            assertThat(ServiceCatalogue.of(changes).at(DORSTEN).all())
                    .singleElement()
                    .satisfies(s -> {
                        assertThat(s.title()).isEqualTo("Hundesteuer Anmeldung");
                        assertThat(s.offices()).extracting(Office::name).containsExactly("Steueramt Beispielstadt");
                    });
        }
    }

    @Test
    void finds_a_topic_however_it_is_spelled() {
        for (Topic topic : Topic.values()) {
            assertThat(Topic.of(topic.title())).contains(topic);
            assertThat(Topic.of(topic.title().replace("&", "und"))).contains(topic);
            assertThat(Topic.of(topic.fimId())).contains(topic);
        }
        assertThat(Topic.of("Querschnitt")).contains(Topic.QUERSCHNITTSLEISTUNGEN);
        assertThat(Topic.of("Hundehaltung")).isEmpty();
        assertThat(Topic.of("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"L100042.LB.101954", "..4711", ".LB.4711", "a.b.c.d", "a.b."})
    void reads_ids_in_their_flat_form(String flat) {
        assertThat(ServiceId.of(flat)).hasToString(flat);
    }
}
