// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import static de.ozgkit.testkit.client.Gateways.failure;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.PeerException;
import de.ozgkit.core.TransportException;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockXRepository;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.xoevfim.client.XRepository;
import de.ozgkit.xoevfim.form.FormField;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What XRepository answers well and badly. What is kept on disk: {@link XRepositoryCacheTest}. */
@OzgMocks
class XRepositoryTest {

    private static final String DOGS = "urn:de:test:codeliste:hunderasse";

    private final MockXRepository mock;
    private final XRepository repository;

    XRepositoryTest(MockXRepository mock) {
        this.mock = mock;
        this.repository = XRepository.at(mock.uri()).http(Gateways.gateway()).build();
    }

    @BeforeEach
    void publish() {
        mock.holds(MockXRepository.list(DOGS, "1", "01", "Dackel"));
        mock.holds(MockXRepository.list(DOGS, "2", "01", "Dackel", "02", "Pudel & <Mops>"));
    }

    @Test
    void reads_a_version_of_a_list_with_its_key_and_its_names() {
        CodeList list = repository.codeList(DOGS, "2").orElseThrow();

        assertThat(list).isEqualTo(MockXRepository.list(DOGS, "2", "01", "Dackel", "02", "Pudel & <Mops>"));
        assertThat(list.entries()).extracting(CodeList.Entry::name).containsExactly("Dackel", "Pudel & <Mops>");
    }

    @Test
    void without_a_version_the_valid_one_is_read() {
        assertThat(repository.currentVersion(DOGS)).contains("2");
        assertThat(repository.codeList(DOGS).orElseThrow().rows()).hasSize(2);
    }

    @Test
    void understands_the_valid_version_in_xml_too() {
        mock.next(
                MockXRepository.CURRENT_VERSION,
                Fault.answer(PeerResponse.xml(
                        "<d:VersionCodeliste xmlns:d='urn:x'><d:mehr><d:version>9</d:version></d:mehr><d:kennung>"
                                + DOGS + "_1</d:kennung></d:VersionCodeliste>")));

        assertThat(repository.currentVersion(DOGS)).contains("1");
    }

    @Test
    void gives_a_form_its_choices() {
        FormModel form = FormModel.of(OneChoice.schema("S99000000001", "1.0.0", "Hund", DOGS), repository);

        FormField field = (FormField) form.elements().get(0);
        assertThat(field.choices()).extracting(FormField.Choice::label).containsExactly("Dackel", "Pudel & <Mops>");
        assertThat(form.findings()).isEmpty();
    }

    @Test
    void a_form_whose_network_is_down_fails_instead_of_losing_its_choices() {
        mock.next(Gateways.allTheTime(Fault.reset()));

        failure(
                "http.broken",
                true,
                () -> FormModel.of(OneChoice.schema("S99000000001", "1.0.0", "Hund", DOGS), repository));
    }

    @Test
    void what_xrepository_does_not_have_is_empty() {
        assertThat(repository.currentVersion("urn:de:test:unbekannt")).isEmpty();
        assertThat(repository.codeList("urn:de:test:unbekannt")).isEmpty();
        assertThat(repository.codeList(DOGS, "3")).isEmpty();
        assertThat(repository.find(DOGS, Optional.of("3"))).isEmpty();
        mock.withdraws(DOGS);
        assertThat(repository.codeList(DOGS)).isEmpty();
    }

    @Test
    void an_umlaut_in_a_urn_is_encoded_in_utf_8_however_it_was_typed() {
        String composed = "urn:de:test:artbesch\u00e4ftigungsverh\u00e4ltnis";
        String decomposed = "urn:de:test:artbescha\u0308ftigungsverha\u0308ltnis";
        mock.holds(MockXRepository.list(composed, "1.0", "1", "Minijob"));

        assertThat(repository.codeList(composed)).isPresent();
        assertThat(repository.codeList(decomposed)).isPresent();
        assertThat(mock.requests()).allSatisfy(request -> assertThat(request.path())
                .contains("urn:de:test:artbesch%C3%A4ftigungsverh%C3%A4ltnis"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "urn:../../x",
                "urn:a/b",
                "urn:a%2Fb",
                "urn:a?b",
                "urn:a#b",
                "urn:a\\b",
                "urn:a\nb",
                "urn:",
                "",
                "C60000020",
                "http://evil.example/"
            })
    void a_hostile_urn_is_refused_and_never_sent(String urn) {
        failure("xrepository.id", false, () -> repository.currentVersion(urn));
        failure("xrepository.id", false, () -> repository.codeList(urn, "1"));
        failure("xrepository.id", false, () -> repository.schemas(urn));
        assertThat(repository.find(urn, Optional.empty())).isEmpty();
        assertThat(mock.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../1", "1/..", "1%2e", "1?x", "", " ", "1\u0000"})
    void a_hostile_version_is_refused_and_never_sent(String version) {
        failure("xrepository.id", false, () -> repository.codeList(DOGS, version));
        assertThat(repository.find(DOGS, Optional.of(version))).isEmpty();
        assertThat(mock.requests()).isEmpty();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        Fault.tooManyRequests(Duration.ofSeconds(30)), TransportException.class, "xrepository.busy"),
                Arguments.of(Fault.unavailable(Duration.ofSeconds(30)), TransportException.class, "xrepository.busy"),
                Arguments.of(Fault.garbage(), PeerException.class, "xrepository.answer"),
                Arguments.of(
                        answer(PeerResponse.html("<p>geheim: Wartung</p>")), PeerException.class, "xrepository.answer"),
                Arguments.of(
                        answer(PeerResponse.xml("<gc:CodeList xmlns:gc='urn:x'/>")),
                        PeerException.class,
                        "xrepository.answer"),
                Arguments.of(answer(PeerResponse.xml("<a><b>geheim")), PeerException.class, "xrepository.answer"),
                Arguments.of(answer(PeerResponse.json("{\"geheim\": 1")), PeerException.class, "xrepository.answer"),
                Arguments.of(answer(PeerResponse.status(200)), PeerException.class, "xrepository.answer"),
                Arguments.of(
                        answer(PeerResponse.json("{\"meldung\": \"geheim\"}").withStatus(500)),
                        PeerException.class,
                        "xrepository.status"),
                Arguments.of(
                        answer(PeerResponse.of("application/xml", new byte[Gateways.MOST_BYTES + 1])),
                        PeerException.class,
                        "http.too_large"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_failure_has_its_name_and_tells_nothing_of_what_was_sent(Fault fault, Class<?> type, String code) {
        boolean retryable = !code.equals("http.too_large");
        mock.next(fault);
        assertThat(failure(code, retryable, () -> repository.codeList(DOGS, "2")))
                .isInstanceOf(type);
        mock.next(fault);
        assertThat(failure(code, retryable, () -> repository.currentVersion(DOGS)))
                .isInstanceOf(type);
        assertThat(repository.codeList(DOGS, "2")).as("afterwards").isPresent();
    }

    @Test
    void a_peer_that_is_too_slow_is_not_waited_for() {
        mock.next(Fault.delay(Duration.ofSeconds(3)));
        XRepository slow = XRepository.at(mock.uri()).http(Gateways.impatient()).build();

        failure("http.timeout", true, () -> slow.codeList(DOGS, "2"));
    }

    @Test
    void a_connection_that_breaks_has_its_name_too() {
        mock.next(Gateways.allTheTime(Fault.lostAnswer()));

        failure("http.broken", true, () -> repository.codeList(DOGS, "2"));
    }

    @Test
    void says_how_long_a_busy_peer_wants_to_be_left_alone() {
        mock.next(Fault.tooManyRequests(Duration.ofSeconds(30)));

        assertThat(failure("xrepository.busy", true, () -> repository.currentVersion(DOGS)))
                .hasMessageContaining("429")
                .hasMessageContaining("30 seconds");
    }

    @Test
    void another_list_than_was_asked_for_is_refused() {
        String other = "<gc:CodeList xmlns:gc='" + Genericode.NAMESPACE + "'><Identification><Version>3</Version>"
                + "<CanonicalUri>urn:de:test:other</CanonicalUri></Identification></gc:CodeList>";
        mock.holds(DOGS, "3", other.getBytes(StandardCharsets.UTF_8));

        failure("xrepository.answer", true, () -> repository.codeList(DOGS, "3"));
    }

    @Test
    void without_a_cache_every_call_asks() {
        repository.codeList(DOGS, "2");
        repository.codeList(DOGS, "2");

        assertThat(mock.requests(MockXRepository.CODE_LIST)).hasSize(2);
        failure("xrepository.cache", false, () -> repository.schemas("urn:xoev-de:test:standard:x_1"));
    }

    @Test
    void paths_are_settings_and_are_checked() {
        XRepository.Builder builder = XRepository.at(mock.uri("/"));
        XRepository moved = builder.path(
                        XRepository.Resource.CODE_LIST, "/api/version_codeliste/{urn_version}/genericode")
                .http(Gateways.gateway())
                .build();

        assertThat(moved.codeList(DOGS, "1")).isPresent();
        for (String wrong : List.of("no/slash", "/x/{other}", "/x?{urn}", "/{urn", "/a b", "/{urn}#")) {
            failure("xrepository.config", false, () -> builder.path(XRepository.Resource.CODE_LIST, wrong));
        }
        for (String wrong : List.of(
                "ftp://x.example",
                "/path",
                "https://u:p@x.example",
                "https://x.example/#f",
                "https://x.example/?q=1")) {
            failure("xrepository.config", false, () -> XRepository.at(URI.create(wrong)));
        }
    }

    @Test
    void shows_where_it_is() {
        assertThat(repository).hasToString("XRepository at " + mock.uri());
        assertThat(XRepository.PRODUCTION).hasScheme("https");
    }

    private static Fault answer(PeerResponse response) {
        return Fault.answer(response);
    }
}
