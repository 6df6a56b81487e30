// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.xzufi.Betrag;
import de.ozgkit.xoevfim.xzufi.Fristangabe;
import de.ozgkit.xoevfim.xzufi.Kostenangabe;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import de.ozgkit.xoevfim.xzufi.XZuFiVersion;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The view of a Leistung in any version and language, and who is responsible for it. */
class ViewsTest {

    private static final Ars DORSTEN = Ars.of("055620012012");
    private static final Ars GELSENKIRCHEN = Ars.of("055130000000");

    private static ServiceCatalogue of(String resource) {
        try (Stream<Transfer> changes = XZuFi.stream(Samples.resource(resource))) {
            return ServiceCatalogue.of(changes);
        }
    }

    private static ServiceCatalogue catalogue(String... objects) {
        String xml = "<x:r xmlns:x='" + XZuFi.NAMESPACE + "'>" + String.join("", objects) + "</x:r>";
        try (Stream<Transfer> changes = XZuFi.stream(Samples.stream(xml))) {
            return ServiceCatalogue.of(changes);
        }
    }

    private static LeistungView first(ServiceCatalogue catalogue) {
        return catalogue.at(DORSTEN).all().get(0);
    }

    @ParameterizedTest
    @EnumSource(XZuFiVersion.class)
    void shows_the_same_view_whatever_the_version(XZuFiVersion version) {
        String key = version.compareTo(XZuFiVersion.V2_3_0) < 0
                ? "<referenzLeiKa><code xmlns=''>99102013104000</code></referenzLeiKa>"
                : "<referenzLeistungsschluessel>99 102 013 104 000</referenzLeistungsschluessel>";
        String xml = "<leistung xmlns='" + version.namespace() + "'><id>1</id>" + key
                + "<modulText><leikaTextmodul><code xmlns=''>03</code></leikaTextmodul><inhalt languageCode='de'>Hund</inhalt>"
                + "<inhalt languageCode='en-GB'>Dog</inhalt></modulText></leistung>";
        try (Stream<Transfer> changes = XZuFi.stream(Samples.stream(xml))) {
            LeistungView view = first(ServiceCatalogue.of(changes));
            assertThat(view.key()).contains(Leistungsschluessel.of("99102013104000"));
            assertThat(view.title()).isEqualTo("Hund");
            assertThat(view.title(Locale.UK)).isEqualTo("Dog");
        }
    }

    @Test
    void shows_all_of_2_3_1() {
        LeistungView view = first(of("xzufi_2_3_1.xml"));
        assertThat(view.keys())
                .containsExactly(Leistungsschluessel.of("99102013104000"), Leistungsschluessel.of("99110009104000"));
        assertThat(view.level()).isEqualTo(Level.KREIS);
        assertThat(view.details().duration()).contains("<p>eine Woche</p>");
        assertThat(view.details().documents()).contains("<p>im Original</p>\n<p>Antrag</p>");
        Facts facts = view.facts();
        assertThat(facts.fees()).singleElement().satisfies(fee -> assertThat(fee.amount())
                .isEqualTo(new Kostenangabe.Fix(new Betrag(new BigDecimal("30"), Optional.of("EUR")))));
        assertThat(facts.deadlines())
                .extracting(Facts.Deadline::time)
                .hasExactlyElementsOfTypes(Fristangabe.Dauer.class, Fristangabe.Stichtag.class);
        assertThat(facts.documents()).containsExactly(new Facts.Paper(Optional.of("001"), "Antrag", Optional.empty()));
        assertThat(facts.areas()).containsExactly("05562");
    }

    @Test
    void shows_all_of_2_2_0() {
        LeistungView view = first(of("xzufi_2_2_0.xml"));
        assertThat(view.languages()).containsOnlyKeys("de", "en");
        assertThat(view.synonyms()).containsExactly("Hundemarke");
        assertThat(view.facts().links())
                .containsExactly(new Facts.Link(
                        URI.create("https://www.example.org/hund"), Optional.of("Hund"), Optional.of("de")));
        assertThat(view.facts().durations()).hasSize(1);
        assertThat(view.facts().fees()).hasSize(3).allSatisfy(fee -> assertThat(fee.payInAdvance())
                .isEmpty());
        assertThat(view.offices()).extracting(Office::name).containsExactly("Steueramt");
        assertThat(view.onlineServices()).extracting(OnlineService::title).containsExactly("Hund online");
    }

    @Test
    void answers_in_the_language_asked_for_and_else_in_german() {
        LeistungView view = first(of("xzufi_2_2_0.xml"));
        assertThat(view.title(Locale.ENGLISH)).isEqualTo("Register a dog");
        assertThat(view.text("03", Locale.ENGLISH)).contains("Register a dog");
        assertThat(view.text("06", Locale.ENGLISH)).contains("<p>Zeile 1<br>Zeile 2 &amp; mehr</p>");
        for (Locale other : List.of(Locale.GERMAN, Locale.GERMANY, Locale.FRENCH, Locale.ROOT)) {
            assertThat(view.title(other)).isEqualTo("Hund anmelden");
        }
        assertThat(view.words(Locale.ENGLISH).orElseThrow().texts()).containsOnlyKeys("03");
        assertThat(view.words(Locale.FRENCH)).isEmpty();
    }

    @Test
    void takes_over_links_to_the_web_only() {
        LeistungView view = first(catalogue("<x:leistung><x:id>1</x:id><x:modulText>"
                + "<x:weiterfuehrenderLink><x:uri>javascript:alert(1)</x:uri></x:weiterfuehrenderLink>"
                + "<x:weiterfuehrenderLink><x:uri>http://[</x:uri></x:weiterfuehrenderLink>"
                + "<x:weiterfuehrenderLink/></x:modulText></x:leistung>"));
        assertThat(view.facts().links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, false", "2024-01-01, true", "2026-12-31, true", "2027-01-01, false"})
    void leaves_out_what_is_not_valid_on_a_day(LocalDate day, boolean valid) {
        ServiceCatalogue catalogue = of("xzufi_2_2_0.xml");
        assertThat(catalogue.at(DORSTEN, day).all()).hasSize(valid ? 1 : 0);
        assertThat(catalogue.at(DORSTEN).all()).hasSize(1);
    }

    private static String competence(String id, String leistung, String owner, String areas) {
        return "<x:zustaendigkeitTransferObjekt><x:uebergeordnetesObjektID>" + owner
                + "</x:uebergeordnetesObjektID><x:zustaendigkeit><x:id>" + id + "</x:id>" + leistung + areas
                + "</x:zustaendigkeit></x:zustaendigkeitTransferObjekt>";
    }

    private static String area(String key) {
        return "<x:gebietID>" + key + "</x:gebietID>";
    }

    private static final String DOG = "<x:leistungID schemeAgencyID='L1' schemeID='LB'>1</x:leistungID>";

    @Test
    void names_everyone_who_is_responsible_the_nearest_first() {
        ServiceCatalogue catalogue = catalogue(
                competence("z1", DOG, "land", area("05")),
                competence("z2", DOG, "bund", ""),
                competence("z3", DOG, "stadt", area("05562012")),
                competence("z4", DOG, "kreis", area("09") + area("055620000000")),
                competence("z5", DOG, "bezirk", area("055")),
                competence("z6", DOG, "bayern", area("09")),
                "<x:organisationseinheit><x:id>kreis</x:id></x:organisationseinheit>");
        List<Responsible> found = catalogue.responsible(new ServiceId("L1", "LB", "1"), DORSTEN);
        assertThat(found)
                .extracting(r -> r.owner().value())
                .containsExactly("stadt", "kreis", "bezirk", "land", "bund");
        assertThat(found)
                .extracting(Responsible::level)
                .containsExactly(Level.KOMMUNE, Level.KREIS, Level.LAND, Level.LAND, Level.BUND);
        assertThat(found).extracting(r -> r.office().isPresent()).containsExactly(false, true, false, false, false);
        assertThat(catalogue.responsible(new ServiceId("L1", "LB", "2"), DORSTEN))
                .isEmpty();
    }

    @Test
    void tells_all_roles() {
        ServiceCatalogue catalogue = catalogue(
                competence(
                        "z1",
                        DOG,
                        "amt",
                        "<x:rolle><code>01</code><name>Zuständige Stelle</name></x:rolle><x:rolle><code>02</code><name>Ansprechpunkt</name></x:rolle>"));
        assertThat(catalogue.responsible(new ServiceId("L1", "LB", "1"), DORSTEN))
                .singleElement()
                .satisfies(r -> assertThat(r.roles()).containsExactly("Zuständige Stelle", "Ansprechpunkt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:leistungID schemeAgencyID='L1' schemeID='LB'>1</x:leistungID>",
                "<x:leistungID schemeAgencyID='L1'>1</x:leistungID>",
                "<x:leistungID>L1.LB.1</x:leistungID>",
                "<x:leistungID schemeAgencyID='L2' schemeID='ALT'>eins</x:leistungID>"
            })
    void finds_a_service_by_each_of_its_ids(String id) {
        ServiceCatalogue catalogue = catalogue(
                competence("z", id, "amt", ""),
                "<x:leistung><x:id schemeAgencyID='L1' schemeID='LB'>1</x:id>"
                        + "<x:idSekundaer schemeAgencyID='L2' schemeID='ALT'>eins</x:idSekundaer></x:leistung>",
                "<x:leistung><x:id schemeAgencyID='L3' schemeID='LB'>1</x:id></x:leistung>");
        assertThat(catalogue.responsible(new ServiceId("L1", "LB", "1"), DORSTEN))
                .hasSize(1);
        assertThat(catalogue.responsible(new ServiceId("L3", "LB", "1"), DORSTEN))
                .isEmpty();
    }

    @Test
    void does_not_guess_between_two_services() {
        ServiceCatalogue catalogue = catalogue(
                competence("z", "<x:leistungID schemeAgencyID='L1'>1</x:leistungID>", "amt", ""),
                "<x:leistung><x:id schemeAgencyID='L1' schemeID='LB'>1</x:id></x:leistung>",
                "<x:leistung><x:id schemeAgencyID='L1' schemeID='LS'>1</x:id></x:leistung>");
        assertThat(catalogue.responsible(new ServiceId("L1", "LB", "1"), DORSTEN))
                .isEmpty();
        assertThat(catalogue.responsible(new ServiceId("L1", "LS", "1"), DORSTEN))
                .isEmpty();
    }

    @Test
    void forgets_who_was_responsible_with_the_office_or_online_service() {
        for (String klasse : List.of("Organisationseinheit", "Onlinedienst")) {
            String delete = "<x:loesche klasse='" + klasse + "'><x:id>amt</x:id></x:loesche>";
            ServiceCatalogue gone = catalogue(competence("z", DOG, "amt", ""), delete);
            assertThat(gone.responsible(new ServiceId("L1", "LB", "1"), DORSTEN))
                    .isEmpty();
            ServiceCatalogue back = catalogue(delete, competence("z", DOG, "amt", ""));
            assertThat(back.responsible(new ServiceId("L1", "LB", "1"), DORSTEN))
                    .hasSize(1);
        }
    }

    @Test
    void deletes_by_the_whole_id_and_the_class() {
        String office = "<x:organisationseinheit><x:id>amt</x:id><x:zustaendigkeit><x:id schemeAgencyID='L1'>z</x:id>"
                + DOG + "</x:zustaendigkeit><x:zustaendigkeit>" + DOG + area("09")
                + "</x:zustaendigkeit></x:organisationseinheit>";
        ServiceId dog = new ServiceId("L1", "LB", "1");
        assertThat(catalogue(office).responsible(dog, DORSTEN)).hasSize(1);
        for (String other : List.of(
                "<x:loesche klasse='Zustaendigkeit'><x:id>z</x:id></x:loesche>",
                "<x:loesche klasse='Zustaendigkeit'><x:id schemeAgencyID='L2'>z</x:id></x:loesche>",
                "<x:loesche klasse='Leistung'><x:id schemeAgencyID='L1'>z</x:id></x:loesche>")) {
            assertThat(catalogue(office, other).responsible(dog, DORSTEN)).hasSize(1);
        }
        String nested = "<x:loesche klasse='Zustaendigkeit'><x:id schemeAgencyID='L1'>z</x:id></x:loesche>";
        assertThat(catalogue(office, nested).responsible(dog, DORSTEN)).isEmpty();
        String anew = "<x:organisationseinheit><x:id>amt</x:id></x:organisationseinheit>";
        assertThat(catalogue(office, anew).responsible(dog, DORSTEN)).isEmpty();
        assertThat(catalogue(office, anew).responsible(dog, Ars.of("09"))).isEmpty();
        assertThat(catalogue(competence("z", DOG, "amt", ""), anew).responsible(dog, DORSTEN))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "schluessel:staat, 000, true",
        "schluessel:staat, 121, false",
        "schluessel:staatsangehoerigkeit, 055, true",
        "schluessel:ags, 05562012, true",
        "schluessel:kreis, 05562, true",
        "schluessel:bundesland, 05, true",
        "schluessel:bezirk, 055, true",
        "schluessel:rs, 055620012012, true"
    })
    void minds_the_key_list_of_an_area(String list, String key, boolean covers) {
        ServiceCatalogue catalogue = catalogue("<x:leistung><x:id>1</x:id><x:gueltigkeitGebietID schemeID='"
                + "urn:de:bund:destatis:bevoelkerungsstatistik:" + list + "'>" + key
                + "</x:gueltigkeitGebietID></x:leistung>");
        assertThat(catalogue.at(DORSTEN).all()).hasSize(covers ? 1 : 0);
        assertThat(catalogue.at(Ars.of("121000000000")).all()).hasSize(key.equals("000") ? 1 : 0);
    }

    @Test
    void lists_what_a_city_offers_under_a_topic_with_kreis_land_and_bund_beside_it() {
        String umwelt = "<x:kategorie><x:id>umwelt</x:id></x:kategorie>";
        ServiceCatalogue catalogue = catalogue(
                service("stadt", "055620012012", umwelt),
                service("kreis", "05562", umwelt),
                service("land", "05", umwelt),
                service("bund", "00", umwelt),
                service("nachbar", "05513", umwelt),
                service("anderes", "055620012012", ""));
        assertThat(catalogue.at(DORSTEN).byLevel(Topic.UMWELT).values().stream()
                        .flatMap(List::stream)
                        .map(s -> s.id().value()))
                .containsExactly("stadt", "kreis", "land", "bund");
        assertThat(catalogue.at(GELSENKIRCHEN).byLevel(Topic.UMWELT))
                .containsOnlyKeys(Level.KOMMUNE, Level.LAND, Level.BUND);
        assertThat(catalogue.at(DORSTEN).byLevel(Topic.BILDUNG)).isEmpty();
    }

    private static String service(String id, String area, String more) {
        return "<x:leistung><x:id>" + id + "</x:id>" + more + "<x:gueltigkeitGebietID>" + area
                + "</x:gueltigkeitGebietID></x:leistung>";
    }

    @Test
    void takes_several_transfers_in_their_order() {
        String head = "<r xmlns='" + XZuFi.NAMESPACE + "'>";
        Stream<Transfer> first = XZuFi.stream(
                Samples.stream(head + "<leistung><id>1</id></leistung><leistung><id>2</id></leistung></r>"));
        Stream<Transfer> second =
                XZuFi.stream(Samples.stream(head + "<loesche klasse='Leistung'><id>1</id></loesche></r>"));
        assertThat(ServiceCatalogue.of(List.of(first, second)).size()).isEqualTo(1);
    }
}
