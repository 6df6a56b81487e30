// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import static de.ozgkit.testkit.client.Gateways.failure;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockPvog;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.xoevfim.client.Pvog;
import de.ozgkit.xoevfim.client.PvogLink;
import de.ozgkit.xoevfim.client.PvogLocation;
import de.ozgkit.xoevfim.client.PvogOffice;
import de.ozgkit.xoevfim.client.PvogOfficeDetail;
import de.ozgkit.xoevfim.client.PvogService;
import de.ozgkit.xoevfim.client.PvogServiceDetail;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@OzgMocks
class PvogTest {

    private static final Ars DORSTEN = Ars.of("055620012012");
    private static final Ars KREIS = Ars.of("05562");
    private static final Leistungsschluessel KEY = Leistungsschluessel.of("99102013104000");
    private static final String SEARCH = "/suchdienst/api/v7/servicedescriptions/{ars}";
    private static final PvogLink APPLY = new PvogLink("Hund anmelden", URI.create("https://dorsten.example/hund"));
    private static final PvogOffice TAX = new PvogOffice("L999.OE.1", "Steueramt", Optional.of("Zuständige Stelle"));

    private final MockPvog mock;
    private final Pvog pvog;

    PvogTest(MockPvog mock) {
        this.mock = mock;
        this.pvog = Pvog.at(mock.uri()).http(Gateways.gateway()).build();
    }

    private static PvogServiceDetail service(String id, String name, Ars area) {
        return new PvogServiceDetail(
                new PvogService(
                        id,
                        Optional.of(name),
                        Optional.of("Kurz gesagt."),
                        List.of(KEY),
                        List.of(area),
                        List.of(APPLY)),
                List.of(new PvogServiceDetail.Text("08", "Unterlagen", "<p>Ein Ausweis</p>", List.of(APPLY))),
                List.of(TAX));
    }

    @Test
    void finds_places_by_name_and_post_code() {
        mock.knows(new PvogLocation("Dorsten", Optional.of(DORSTEN), Optional.of("05562012"), Optional.of("46282")));
        mock.knows(new PvogLocation("Düsseldorf", Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(pvog.locations("46282")).singleElement().satisfies(place -> {
            assertThat(place.ars()).contains(DORSTEN);
            assertThat(place.ags()).contains("05562012");
            assertThat(place.zip()).contains("46282");
        });
        assertThat(pvog.locations("düss")).extracting(PvogLocation::name).containsExactly("Düsseldorf");
        assertThat(pvog.locations("Nirgendwo")).isEmpty();
    }

    @Test
    void finds_services_by_words_over_many_pages() {
        for (int i = 0; i < 45; i++) {
            mock.offers(service("L999.LB." + i, "Hundesteuer & mehr " + i, i % 2 == 0 ? KREIS : Ars.of("00")));
        }
        mock.offers(service("L999.LB.100", "Hundesteuer", Ars.of("09")));

        assertThat(pvog.services(DORSTEN, "steuer & mehr")).hasSize(45).doesNotHaveDuplicates();
        assertThat(mock.requests(SEARCH)).hasSize(3);
        assertThat(pvog.services(DORSTEN, "Hundesteuer").limit(1)).hasSize(1);
        assertThat(mock.requests(SEARCH)).hasSize(4);
        assertThat(pvog.services(DORSTEN, "Zirkus")).isEmpty();
    }

    @Test
    void a_key_of_a_kreis_is_filled_up_to_12_digits() {
        mock.offers(service("L999.LB.1", "Hundesteuer", Ars.of("05")));

        assertThat(pvog.services(KREIS, "Hund")).hasSize(1);
        assertThat(pvog.services(KREIS, KEY)).hasSize(1);
        assertThat(pvog.detail("L999.LB.1", KREIS)).isPresent();
        assertThat(pvog.offices("L999.LB.1", KREIS)).containsExactly(TAX);
        assertThat(mock.requests()).hasSize(4).allSatisfy(request -> assertThat(
                        request.path() + request.query().get("ars"))
                .contains("055620000000"));
    }

    @Test
    void tells_everything_about_a_service() {
        PvogServiceDetail dogs = service("L999.LB.1", "Hundesteuer", DORSTEN);
        mock.offers(dogs);

        assertThat(pvog.detail("L999.LB.1", DORSTEN)).contains(dogs);
        assertThat(pvog.services(DORSTEN, KEY)).containsExactly(dogs.service());
        assertThat(pvog.detail("L999.LB.1", Ars.of("091620000000"))).isEmpty();
        assertThat(pvog.detail("L999.LB.2", DORSTEN)).isEmpty();
    }

    @Test
    void tells_how_to_reach_an_office() {
        PvogOfficeDetail office = new PvogOfficeDetail(
                TAX.id(),
                TAX.title(),
                List.of(new PvogOfficeDetail.Address(
                        Optional.of("Hausanschrift"), Optional.of("Markt 1"), Optional.of("46282"), Optional.empty())),
                List.of(new PvogOfficeDetail.Contact("02", "02362 000")),
                List.of(APPLY));
        mock.reaches(office);

        assertThat(pvog.office(TAX.id())).contains(office);
        assertThat(pvog.office("L999.OE.2")).isEmpty();
    }

    @Test
    void missing_and_unknown_fields_do_not_matter_and_bad_links_and_scripts_are_dropped() {
        mock.next(
                Fault.answer(
                        PeerResponse.json(
                                """
                {"id": "L1.LB.1", "name": "  ", "title": "T", "leikakeys": ["x", "99102013104000", 7], "ars": ["5", "05"], "neu": {},
                 "onlineServiceLinks": [{"uri": "javascript:alert(1)"}, {"uri": "https://a.example/"}, {"uri": "no uri"}, {}],
                 "details": [{"code": "06", "text": "<p onclick='x()'>Text<script>alert(1)</script></p>"}, {}],
                 "organisations": [{"title": "ohne"}, {"id": "L1.OE.1", "role": "Ansprechpunkt"}]}""")));

        PvogServiceDetail detail = pvog.detail("L1.LB.1", DORSTEN).orElseThrow();

        assertThat(detail.service().name()).contains("T");
        assertThat(detail.service().keys()).containsExactly(KEY);
        assertThat(detail.service().areas()).containsExactly(Ars.of("05"));
        assertThat(detail.service().onlineServices())
                .containsExactly(new PvogLink("https://a.example/", URI.create("https://a.example/")));
        assertThat(detail.texts()).hasSize(2);
        assertThat(detail.texts().get(0).html()).contains("Text").doesNotContain("onclick", "<script");
        assertThat(detail.offices()).containsExactly(new PvogOffice("L1.OE.1", "", Optional.of("Ansprechpunkt")));
    }

    @Test
    void an_office_of_which_nothing_is_known_is_still_one() {
        mock.next(Fault.answer(PeerResponse.json("{\"location\": null, \"internetAddresses\": 5}")));

        assertThat(pvog.office("L1.OE.1"))
                .contains(new PvogOfficeDetail("L1.OE.1", "", List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "..", "a/b", "a%2Fb", "a?b", ""})
    void a_hostile_id_in_a_path_is_refused_and_never_sent(String id) {
        failure("pvog.id", false, () -> pvog.detail(id, DORSTEN));
        assertThat(mock.requests()).isEmpty();
    }

    @Test
    void what_people_type_goes_into_the_query_encoded() {
        pvog.locations("Bad Säckingen & Co?#/../");
        assertThat(mock.requests().get(0).query()).containsEntry("q", "Bad Säckingen & Co?#/../");
    }

    @Test
    void says_who_we_are_if_it_is_asked_for() {
        pvog.locations("x");
        Pvog.at(mock.uri()).clientId("our-id").build().locations("x");

        assertThat(mock.requests())
                .extracting(request -> request.header("pvog-sud-api-client-id").orElse("none"))
                .containsExactly("none", "our-id");
    }

    @Test
    void paths_are_settings_because_their_versions_die() {
        Pvog moved = Pvog.at(mock.uri())
                .path(Pvog.Resource.OFFICE, "/suchdienst/api/v2/locations")
                .http(Gateways.gateway())
                .build();

        moved.office("x");
        assertThat(mock.requests("/suchdienst/api/v2/locations")).hasSize(1);
        failure("pvog.config", false, () -> Pvog.at(mock.uri()).path(Pvog.Resource.DETAIL, "/{ars}"));
        assertThat(moved).hasToString("the PVOG at " + mock.uri());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Fault.tooManyRequests(Duration.ofSeconds(9)), "pvog.busy"),
                Arguments.of(Fault.unavailable(Duration.ofSeconds(9)), "pvog.busy"),
                Arguments.of(Fault.garbage(), "pvog.answer"),
                Arguments.of(Fault.answer(PeerResponse.html("geheim")), "pvog.answer"),
                Arguments.of(Fault.answer(PeerResponse.xml("<geheim/>")), "pvog.answer"),
                Arguments.of(Fault.answer(PeerResponse.json("[{\"geheim\"")), "pvog.answer"),
                Arguments.of(
                        Fault.answer(
                                PeerResponse.json("{\"message\": \"geheim\"}").withStatus(500)),
                        "pvog.status"),
                Arguments.of(
                        Fault.answer(PeerResponse.of("application/json", new byte[Gateways.MOST_BYTES + 1])),
                        "http.too_large"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_failure_has_its_name_and_tells_nothing_of_what_was_sent(Fault fault, String code) {
        boolean retryable = !code.equals("http.too_large");
        mock.next(fault);
        failure(code, retryable, () -> pvog.locations("Dorsten"));
        mock.next(fault);
        failure(code, retryable, () -> pvog.services(DORSTEN, "Hund").toList());
        assertThat(pvog.locations("Dorsten")).as("afterwards").isEmpty();
    }

    @Test
    void a_peer_that_is_too_slow_is_not_waited_for() {
        mock.next(Fault.delay(Duration.ofSeconds(3)));
        Pvog slow = Pvog.at(mock.uri()).http(Gateways.impatient()).build();

        failure("http.timeout", true, () -> slow.locations("Dorsten"));
    }

    @Test
    void a_connection_that_breaks_has_its_name_too() {
        mock.next(Gateways.allTheTime(Fault.reset()));

        failure("http.broken", true, () -> pvog.locations("Dorsten"));
    }
}
