// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockFimPortal;
import de.ozgkit.testkit.MockPeer;
import de.ozgkit.testkit.MockPvog;
import de.ozgkit.testkit.MockXRepository;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.client.FimFile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers do wrong at the real peers they do wrong at the mocks, too. */
@OzgMocks(failOnUnexpectedCalls = false)
class StrictMocksTest {

    private static HttpAnswer get(MockPeer mock, String path) {
        return Gateways.gateway().send(HttpCall.get(mock.uri(path)));
    }

    @Test
    void a_path_that_nobody_knows_is_told_at_the_end_of_the_test(
            MockXRepository repository, MockFimPortal portal, MockPvog pvog) {
        for (MockPeer mock : new MockPeer[] {repository, portal, pvog}) {
            assertThat(get(mock, "/api/v99/nonsense").status()).isEqualTo(404);
            assertThatThrownBy(mock::assertNoUnexpectedCalls)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("/api/v99/nonsense");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=201", "limit=0", "limit=x", "offset=-1", "offset=", "nonsense=1", "Limit=5"})
    void the_fim_portal_refuses_parameters_out_of_range(String query, MockFimPortal portal) {
        assertThat(get(portal, "/api/v1/schemas?" + query).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/locations",
        "/v7/servicedescriptions/05562012?q=x",
        "/v7/servicedescriptions/055620012012?size=4",
        "/v7/servicedescriptions/055620012012?page=x",
        "/v3/servicedescriptions/leikaid?ars=055620012012",
        "/v6/servicedescriptions/L1.LB.1/detail?ars=05562",
        "/v6/servicedescriptions/L1.LB.1/detail",
        "/v2/organisationunits/titles?ars=055620012012",
        "/v5/organisationunits/detail"
    })
    void the_pvog_refuses_what_is_incomplete(String path, MockPvog pvog) {
        assertThat(get(pvog, "/suchdienst/api" + path).status()).isEqualTo(400);
    }

    @Test
    void the_bereitstelldienst_wants_a_token_and_an_index(MockPvog pvog) {
        assertThat(get(pvog, MockPvog.DUMP + "?index=0&ars=%25").status()).isEqualTo(401);
        HttpCall token = HttpCall.post(pvog.tokenAddress());
        assertThat(Gateways.gateway()
                        .send(token.form(Map.of("grant_type", "password")))
                        .status())
                .isEqualTo(400);
        assertThat(Gateways.gateway()
                        .send(token.form(Map.of("grant_type", "client_credentials", "client_id", "somebody")))
                        .status())
                .isEqualTo(401);
        String text = Gateways.gateway()
                .send(token.form(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        MockPvog.CLIENT_ID,
                        "client_secret",
                        MockPvog.SECRET)))
                .text();
        String given = text.replaceAll(".*\"access_token\": \"([^\"]+)\".*", "$1");
        assertThat(Gateways.gateway()
                        .send(HttpCall.get(pvog.uri(MockPvog.DUMP)).bearer(given))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void xrepository_speaks_xml_unless_it_is_asked_for_json(MockXRepository repository) {
        repository.holds(MockXRepository.list("urn:de:test:a", "1", "1", "eins"));

        assertThat(get(repository, "/api/codeliste/urn:de:test:a/gueltigeVersion")
                        .text())
                .contains("VersionCodeliste", "<dat:version>1</dat:version>");
        assertThat(get(repository, "/api/xrepository/urn:de:test:a_1").status()).isEqualTo(404);
        assertThatThrownBy(() -> MockXRepository.list("urn:de:test:a", "1", "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void files_and_findings_need_a_schema(MockFimPortal portal) {
        assertThatThrownBy(() -> portal.file("S1", "1", FimFile.Kind.XSD, "a.xsd", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> portal.finds("S1", "1", Finding.error("fim.1", "", "a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_peer_can_be_busy_or_answer_whatever_the_test_wants(MockPvog pvog) {
        pvog.next(
                Fault.tooManyRequests(Duration.ofSeconds(7)),
                Fault.answer(PeerResponse.text("Feierabend").withStatus(418)));

        HttpAnswer busy = get(pvog, "/suchdienst/api/v2/locations?q=x");
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).contains("7");
        HttpAnswer odd = get(pvog, "/suchdienst/api/v2/locations?q=x");
        assertThat(odd.status()).isEqualTo(418);
        assertThat(odd.text()).isEqualTo("Feierabend");
    }

    @Test
    void everything_is_forgotten_between_two_tests(MockXRepository repository, MockFimPortal portal, MockPvog pvog) {
        repository.holds(MockXRepository.list("urn:de:test:a", "1", "1", "eins"));
        portal.publishes(OneChoice.schema("S99000000001", "1.0.0", "Hund", "urn:de:test:a"));
        pvog.supplies("<a/>");
        for (MockPeer mock : new MockPeer[] {repository, portal, pvog}) {
            mock.reset();
        }

        assertThat(get(repository, "/api/version_codeliste/urn:de:test:a_1/genericode")
                        .status())
                .isEqualTo(404);
        assertThat(get(portal, "/api/v1/schemas/S99000000001/1.0.0").status()).isEqualTo(404);
        assertThat(pvog.requests()).isEmpty();
    }
}
