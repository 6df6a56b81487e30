// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import static de.ozgkit.testkit.client.Gateways.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.RejectedException;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockFimPortal;
import de.ozgkit.testkit.MockXRepository;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.client.FimFile;
import de.ozgkit.xoevfim.client.FimLeistung;
import de.ozgkit.xoevfim.client.FimPortal;
import de.ozgkit.xoevfim.client.FimQualityReport;
import de.ozgkit.xoevfim.client.FimSchema;
import de.ozgkit.xoevfim.client.FimStammtext;
import de.ozgkit.xoevfim.client.SchemaQuery;
import de.ozgkit.xoevfim.client.XRepository;
import de.ozgkit.xoevfim.form.FormField;
import de.ozgkit.xoevfim.form.FormModel;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@OzgMocks
class FimPortalTest {

    private static final String ID = "S99000000001";
    private static final String DOGS = "urn:de:test:codeliste:hunderasse";
    private static final String XZUFI = "<x:leistung xmlns:x='http://xoev.de/schemata/xzufi/2_2_0'/>";
    private static final Leistungsschluessel KEY = Leistungsschluessel.of("99102013104000");

    private final MockFimPortal mock;
    private final FimPortal portal;

    @TempDir
    private Path folder;

    FimPortalTest(MockFimPortal mock) {
        this.mock = mock;
        this.portal = FimPortal.at(mock.uri()).http(Gateways.gateway()).build();
    }

    private void publish(int count) {
        for (int i = 1; i <= count; i++) {
            mock.publishes(schema("S9900000" + (1000 + i), "1.0.0", "Antrag " + i));
        }
    }

    private static XDatenfelderMessage schema(String id, String version, String name) {
        return OneChoice.schema(id, version, name, DOGS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // search

    @Test
    void lists_all_schemas_over_many_pages() {
        publish(7);

        try (Stream<FimSchema> all = portal.schemas(SchemaQuery.all().pageSize(3))) {
            assertThat(all)
                    .extracting(FimSchema::name)
                    .hasSize(7)
                    .startsWith("Antrag 1")
                    .doesNotHaveDuplicates();
        }
        assertThat(mock.requests(MockFimPortal.SCHEMAS))
                .extracting(request -> request.query().get("offset"))
                .containsExactly("0", "3", "6");
    }

    @Test
    void fetches_no_page_that_nobody_reads() {
        publish(7);
        Stream<FimSchema> all = portal.schemas(SchemaQuery.all().pageSize(3));
        assertThat(mock.requests()).isEmpty();

        assertThat(all.limit(3)).hasSize(3);
        assertThat(mock.requests()).hasSize(1);
        assertThat(portal.schemas(SchemaQuery.all().name("nicht da"))).isEmpty();
    }

    @Test
    void asks_for_200_at_a_time_and_no_more() {
        publish(201);

        assertThat(portal.schemas(SchemaQuery.all())).hasSize(201);
        assertThat(mock.requests(MockFimPortal.SCHEMAS))
                .extracting(request -> request.query().get("limit"))
                .containsExactly("200", "200");
        assertThatThrownBy(() -> SchemaQuery.all().pageSize(201)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SchemaQuery.all().pageSize(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void finds_by_words_number_and_version() {
        mock.publishes(schema(ID, "1.0.0", "Hund & Katze anmelden"));
        mock.publishes(schema(ID, "1.1.0", "Hund & Katze anmelden"));
        mock.publishes(schema("S05000000001", "1.0.0", "Zählerstand"));

        SchemaQuery all = SchemaQuery.all();
        assertThat(portal.schemas(all.text("hund & k"))).hasSize(2);
        assertThat(portal.schemas(all.name("Zählerstand"))).hasSize(1);
        assertThat(portal.schemas(all.nummernkreis("05").freigabestatus(6).xdfVersion("3.0.0")))
                .hasSize(1);
        assertThat(portal.schemas(all.latestOnly().nummernkreis("99")))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.version()).isEqualTo("1.1.0");
                    assertThat(found.latest()).isTrue();
                    assertThat(found.title()).contains("Hund & Katze anmelden");
                    assertThat(found.freigabestatus()).hasValue(6);
                    assertThat(found.updated()).contains(Instant.parse("2026-01-01T00:00:00Z"));
                    assertThat(found.steckbriefId()).isEmpty();
                });
        assertThat(portal.versions(ID)).extracting(FimSchema::version).containsExactly("1.0.0", "1.1.0");
        assertThat(portal.versions("S00000000000")).isEmpty();
        assertThat(all.updatedSince(Instant.EPOCH).filters()).containsEntry("updated_since", "1970-01-01T00:00:00Z");
    }

    @Test
    void a_parameter_that_the_portal_refuses_is_an_error_not_an_empty_list() {
        failure("fimportal.status", false, () -> portal.schemas(
                        SchemaQuery.all().filter("nonsense", "1"))
                .toList());
    }

    @Test
    void fields_that_are_missing_or_new_do_not_matter_and_what_has_no_id_is_left_out() {
        mock.next(
                Fault.answer(
                        PeerResponse.json(
                                """
                {"items": [{"fim_id": "S1", "neu": {"a": [1]}, "freigabe_status": "x", "last_update": "gestern"}, {"name": "ohne"}, 7],
                 "total_count": 3}""")));

        assertThat(portal.schemas(SchemaQuery.all())).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo("S1");
            assertThat(found.version()).isEmpty();
            assertThat(found.title()).isEmpty();
            assertThat(found.freigabestatus()).isEmpty();
            assertThat(found.updated()).isEmpty();
        });
    }

    @Test
    void a_portal_that_promises_more_than_it_gives_is_not_asked_for_ever() {
        mock.next(
                Fault.answer(PeerResponse.json("{\"items\": [{\"fim_id\": \"S1\"}], \"total_count\": 1000}")),
                Fault.answer(PeerResponse.json("{\"items\": [{}], \"total_count\": 1000}")),
                Fault.answer(PeerResponse.json("{\"items\": [], \"total_count\": 1000}")));

        assertThat(portal.schemas(SchemaQuery.all())).hasSize(1);
        assertThat(mock.requests())
                .extracting(request -> request.query().get("offset"))
                .containsExactly("0", "1", "2");
    }

    // one schema

    @Test
    void a_schema_becomes_a_form_with_the_choices_of_xrepository(MockXRepository lists) {
        lists.holds(MockXRepository.list(DOGS, "1", "01", "Dackel"));
        mock.publishes(schema(ID, "1.0.0", "Hund"));
        XRepository repository = XRepository.at(lists.uri()).build();

        FormModel form = portal.xdf(ID, "latest")
                .map(schema -> FormModel.of(schema, repository))
                .orElseThrow();

        assertThat(form.title()).isEqualTo("Hund");
        assertThat(((FormField) form.elements().get(0)).choices()).hasSize(1);
    }

    @Test
    void what_the_portal_does_not_have_is_empty() {
        assertThat(portal.schema(ID, "1.0.0")).isEmpty();
        assertThat(portal.xdf(ID, "1.0.0")).isEmpty();
        assertThat(portal.qualityReport(ID, "1.0.0")).isEmpty();
        assertThat(portal.steckbrief(KEY)).isEmpty();
        assertThat(portal.stammtexte(KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "../x", "S1/2", "S1%2F", "S1?x", "S1#", "", " ", "S1\n", "a\\b"})
    void a_hostile_id_is_refused_and_never_sent(String id) {
        failure("fimportal.id", false, () -> portal.xdf(id, "1.0.0"));
        failure("fimportal.id", false, () -> portal.schema(ID, id));
        failure("fimportal.id", false, () -> portal.versions(id));
        failure("fimportal.id", false, () -> portal.stammtext(new FimStammtext("L1", id, "pvog", "t", List.of())));
        assertThat(mock.requests()).isEmpty();
    }

    @Test
    void tells_what_the_portals_own_checks_found() {
        mock.publishes(schema(ID, "1.0.0", "Hund"));
        mock.finds(
                ID,
                "1.0.0",
                Finding.error("fim.1011", "F99000000001V1.0.0", "Falsch.", "Wrong."),
                Finding.of(Finding.Severity.METHOD, "fim.1019", "", "Unschön.", "Not nice."));

        FimQualityReport report = portal.qualityReport(ID, "1.0.0").orElseThrow();

        assertThat(report.checks()).isEqualTo(2);
        assertThat(report.findings())
                .extracting(Finding::severity, Finding::rule, Finding::path, Finding::text)
                .containsExactly(
                        tuple(Finding.Severity.METHOD, "fim.1019", "", "Unschön."),
                        tuple(Finding.Severity.ERROR, "fim.1011", "F99000000001V1.0.0", "Falsch."));
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.english()).isNotBlank());
    }

    // files

    @Test
    void a_generated_file_is_fetched_once_and_outlives_a_restart() throws IOException {
        mock.publishes(schema(ID, "1.0.0", "Hund"));
        mock.file(ID, "1.0.0", FimFile.Kind.JSON_SCHEMA, "hund.schema.json", bytes("{\"type\": \"object\"}"));
        mock.file(ID, "1.0.0", FimFile.Kind.XSD, "hund.xsd", bytes("<xs:schema xmlns:xs='urn:x'/>"));
        List<FimFile> files = cached().schema(ID, "1.0.0").orElseThrow().files();
        assertThat(files).extracting(FimFile::kind).containsExactly(FimFile.Kind.JSON_SCHEMA, FimFile.Kind.XSD);

        for (int i = 0; i < 3; i++) {
            assertThat(cached().file(files.get(0))).contains(bytes("{\"type\": \"object\"}"));
            assertThat(cached().file(files.get(1))).contains(bytes("<xs:schema xmlns:xs='urn:x'/>"));
        }
        assertThat(mock.requests(MockFimPortal.FILE)).hasSize(2);

        try (Stream<Path> kept = Files.list(folder)) {
            for (Path file : kept.toList()) {
                Files.writeString(file, "{<broken");
            }
        }
        assertThat(cached().file(files.get(0))).contains(bytes("{\"type\": \"object\"}"));
        assertThat(cached().file(files.get(1))).isPresent();
        assertThat(mock.requests(MockFimPortal.FILE)).hasSize(4);
    }

    private FimPortal cached() {
        return FimPortal.at(mock.uri()).cache(folder).http(Gateways.gateway()).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x.xsd",
                "https://somebody@fimportal.de/x.xsd",
                "http://127.0.0.1:1/x.xsd",
                "http://fimportal.de/x.xsd",
                "https://fimportal.de:8443/x.xsd",
                "file:///etc/passwd",
                "https://fimportal.de.evil.example/x",
                "http://localhost/x"
            })
    void a_file_elsewhere_is_not_fetched(String address) {
        failure(
                "fimportal.file_host",
                false,
                () -> portal.file(new FimFile(FimFile.Kind.XSD, "x.xsd", URI.create(address), Optional.empty())));
        assertThat(mock.requests()).isEmpty();
    }

    @Test
    void a_file_that_is_broken_is_not_kept() {
        URI address = mock.uri("/immutable/schemas/x.json");
        FimFile file = new FimFile(FimFile.Kind.JSON_SCHEMA, "../x.json", address, Optional.empty());
        assertThat(cached().file(file)).as("404").isEmpty();
        mock.next(Fault.answer(PeerResponse.json("{\"half\": ")));

        failure("fimportal.answer", true, () -> cached().file(file));
        assertThat(folder).isEmptyDirectory();
    }

    // XZuFi

    @Test
    void texts_about_a_leistung_come_read_and_as_they_are() {
        FimStammtext text = new FimStammtext("L100042", "4711", "pvog", "Hund anmelden", List.of(KEY));
        String withId = XZUFI.replace("/>", "><x:id>4711</x:id></x:leistung>");
        mock.describes(text, bytes(withId)).describes(KEY, bytes(XZUFI));

        assertThat(portal.stammtexte(KEY)).containsExactly(text);
        FimLeistung found = portal.stammtext(text).orElseThrow();
        assertThat(found.leistung())
                .hasValueSatisfying(leistung -> assertThat(leistung.id.value).isEqualTo("4711"));
        FimLeistung profile = portal.steckbrief(KEY).orElseThrow();
        assertThat(profile.leistung()).isPresent();
        assertThat(profile.xzufi()).isEqualTo(bytes(XZUFI));
        assertThat(profile.open()).hasBinaryContent(bytes(XZUFI));
        assertThat(profile).isEqualTo(new FimLeistung(bytes(XZUFI))).isNotEqualTo(found);
        assertThat(profile).hasToString("FimLeistung[" + XZUFI.length() + " bytes]");
    }

    @Test
    void a_file_of_xzufi_without_a_leistung_or_of_a_later_version_still_comes_as_a_file() {
        mock.describes(KEY, bytes(XZUFI.replace("leistung", "formular")));
        assertThat(portal.steckbrief(KEY).orElseThrow().leistung()).isEmpty();

        mock.describes(KEY, bytes(XZUFI.replace("2_2_0", "9_9_9")));
        FimLeistung later = portal.steckbrief(KEY).orElseThrow();
        assertThatThrownBy(later::leistung).isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.code())
                .isEqualTo("xzufi.version"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<other/>", XZUFI + "x", "<x:leistung xmlns:x='http://xoev.de/schemata/xzufi/2_2_0'><x:id>"})
    void an_answer_that_is_no_xzufi_or_broken_anywhere_is_refused(String answer) {
        mock.describes(KEY, bytes(answer));
        failure("fimportal.answer", true, () -> portal.steckbrief(KEY));
    }

    // failures

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Fault.tooManyRequests(Duration.ofSeconds(9)), "fimportal.busy"),
                Arguments.of(Fault.unavailable(Duration.ofSeconds(9)), "fimportal.busy"),
                Arguments.of(Fault.garbage(), "fimportal.answer"),
                Arguments.of(Fault.answer(PeerResponse.html("<p>geheim</p>")), "fimportal.answer"),
                Arguments.of(Fault.answer(PeerResponse.text("geheim")), "fimportal.answer"),
                Arguments.of(Fault.answer(PeerResponse.json("{\"geheim\": ")), "fimportal.answer"),
                Arguments.of(Fault.answer(PeerResponse.json("\"geheim\"")), "fimportal.answer"),
                Arguments.of(Fault.answer(PeerResponse.text("geheim").withStatus(502)), "fimportal.status"),
                Arguments.of(
                        Fault.answer(PeerResponse.of("application/json", new byte[Gateways.MOST_BYTES + 1])),
                        "http.too_large"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_failure_has_its_name_and_tells_nothing_of_what_was_sent(Fault fault, String code) {
        mock.publishes(schema(ID, "1.0.0", "Hund"));
        boolean retryable = !code.equals("http.too_large");
        mock.next(fault);
        failure(code, retryable, () -> portal.schemas(SchemaQuery.all()).toList());
        mock.next(fault);
        failure(code, retryable, () -> portal.schema(ID, "1.0.0"));
        mock.next(fault);
        failure(code, retryable, () -> portal.xdf(ID, "1.0.0"));
        assertThat(portal.xdf(ID, "1.0.0")).as("afterwards").isPresent();
    }

    @Test
    void a_peer_that_is_too_slow_is_not_waited_for() {
        mock.next(Fault.delay(Duration.ofSeconds(3)));
        FimPortal slow = FimPortal.at(mock.uri()).http(Gateways.impatient()).build();

        failure("http.timeout", true, () -> slow.schema(ID, "1.0.0"));
    }

    @Test
    void a_connection_that_breaks_has_its_name_too() {
        mock.next(Gateways.allTheTime(Fault.reset()));

        failure("http.broken", true, () -> portal.schema(ID, "1.0.0"));
    }

    @Test
    void paths_are_settings() {
        mock.describes(KEY, bytes(XZUFI));
        FimPortal.Builder builder = FimPortal.at(mock.uri()).http(Gateways.gateway());
        FimPortal moved = builder.path(FimPortal.Resource.STECKBRIEF, "/immutable/schemas/{key}")
                .build();

        assertThat(moved.steckbrief(KEY)).isEmpty();
        assertThat(mock.requests().get(0).path()).isEqualTo("/immutable/schemas/" + KEY);
        failure("fimportal.config", false, () -> builder.path(FimPortal.Resource.XDF, "/x/{urn}"));
        assertThat(portal).hasToString("the FIM portal at " + mock.uri());
    }
}
