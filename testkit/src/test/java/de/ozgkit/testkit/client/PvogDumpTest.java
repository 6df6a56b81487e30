// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.client;

import static de.ozgkit.testkit.client.Gateways.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.Ars;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockPvog;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.xoevfim.client.PvogDelivery;
import de.ozgkit.xoevfim.client.PvogDump;
import de.ozgkit.xoevfim.xzufi.Transfer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Bereitstelldienst: token, parts, going on where one stopped. */
@OzgMocks
class PvogDumpTest {

    private final MockPvog mock;
    private final SettableClock clock = new SettableClock();

    PvogDumpTest(MockPvog mock) {
        this.mock = mock;
    }

    private static String part(int number) {
        return "<x:transfer xmlns:x='http://xoev.de/schemata/xzufi/2_2_0'><x:loesche klasse='Leistung'><x:id>" + number
                + "</x:id></x:loesche></x:transfer>";
    }

    @BeforeEach
    void supply() {
        mock.supplies(part(0), part(1), part(2));
    }

    private PvogDump.Builder builder() {
        return PvogDump.at(mock.uri())
                .credentials(mock.tokenAddress(), MockPvog.CLIENT_ID, MockPvog.SECRET.toCharArray())
                .clock(clock)
                .http(Gateways.gateway());
    }

    private static Fault part(String json) {
        return Fault.answer(PeerResponse.json(json));
    }

    @Test
    void delivers_part_after_part_until_it_is_whole() {
        List<String> deleted = new ArrayList<>();
        try (Stream<PvogDelivery> parts = builder().build().from(0)) {
            parts.flatMap(PvogDelivery::changes)
                    .forEach(change -> deleted.add(change.fold(write -> "?", delete -> delete.id().value)));
        }

        assertThat(deleted).containsExactly("0", "1", "2");
        assertThat(mock.requests(MockPvog.DUMP))
                .extracting(request ->
                        request.query().get("index") + request.query().get("ars"))
                .containsExactly("0%", "1%", "2%");
        assertThat(mock.requests(MockPvog.TOKEN)).hasSize(1);
    }

    @Test
    void fetches_a_part_only_when_it_is_wanted() {
        PvogDump dump = builder().build();
        assertThat(mock.requests()).isEmpty();

        PvogDelivery first = dump.from(0).findFirst().orElseThrow();
        assertThat(mock.requests(MockPvog.DUMP)).hasSize(1);
        assertThat(first).hasToString("PvogDelivery[0 to 1, " + first.xzufi().length + " bytes]");
    }

    @Test
    void goes_on_where_it_stopped() {
        long stored = builder()
                .build()
                .from(0)
                .limit(2)
                .reduce((a, b) -> b)
                .orElseThrow()
                .nextIndex();
        assertThat(stored).isEqualTo(2);

        List<PvogDelivery> rest = builder().build().from(stored).toList();
        assertThat(rest).singleElement().satisfies(last -> {
            assertThat(last.last()).isTrue();
            assertThat(last.nextIndex()).isEqualTo(3);
            assertThat(last.changes().map(Transfer.Loesche.class::cast).map(delete -> delete.id().value))
                    .containsExactly("2");
        });
        mock.supplies(part(3));
        assertThat(builder().build().from(3)).singleElement().satisfies(news -> assertThat(news.changes())
                .hasSize(1));
    }

    @Test
    void when_nothing_is_new_there_is_one_empty_part() {
        assertThat(builder().build().from(3)).singleElement().satisfies(nothing -> {
            assertThat(nothing.changes()).isEmpty();
            assertThat(nothing.nextIndex()).isEqualTo(3);
            assertThat(nothing.last()).isTrue();
        });
    }

    @Test
    void asks_for_one_area_only_if_told_so() {
        builder().area(Ars.of("05562")).build().from(0).findFirst();

        assertThat(mock.requests(MockPvog.DUMP).get(0).query()).containsEntry("ars", "055620000000");
    }

    @Test
    void renews_the_token_before_its_end_and_when_it_is_withdrawn() {
        PvogDump dump = builder().build();
        dump.from(0).toList();
        clock.advance(Duration.ofSeconds(269));
        dump.from(0).findFirst();
        assertThat(mock.requests(MockPvog.TOKEN)).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        dump.from(0).findFirst();
        assertThat(mock.requests(MockPvog.TOKEN)).hasSize(2);

        mock.withdrawTokens();
        assertThat(dump.from(0)).hasSize(3);
        assertThat(mock.requests(MockPvog.TOKEN)).hasSize(3);
    }

    @Test
    void wrong_credentials_are_ours_to_mend_and_are_never_told() {
        PvogDump dump = builder()
                .credentials(mock.tokenAddress(), MockPvog.CLIENT_ID, "geheim".toCharArray())
                .build();

        failure("pvog.login", false, () -> dump.from(0).toList());
        mock.next(
                MockPvog.TOKEN,
                Fault.answer(
                        PeerResponse.json("{\"error\": \"invalid_client\"}").withStatus(400)));
        failure("pvog.login", false, () -> builder().build().from(0).toList());
        assertThat(dump.toString()).doesNotContain("geheim");
        failure("pvog.config", false, () -> PvogDump.at(mock.uri()).build());
        failure("pvog.config", false, () -> builder().credentials(URI.create("nonsense"), "a", new char[] {'b'}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"access_token\": \"\"}", "{\"access_token\": \"a b\"}", "{\"access_token\": 1.5e", "[]"
            })
    void a_token_that_makes_no_sense_is_the_peers_fault(String answer) {
        mock.next(MockPvog.TOKEN, part(answer));

        failure("pvog.answer", true, () -> builder().build().from(0).toList());
        assertThat(mock.requests(MockPvog.DUMP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"xzufiObjekte\": \"\", \"vollstaendig\": false, \"naechsterIndex\": 1}",
                "{\"xzufiObjekte\": \"\", \"vollstaendig\": false, \"naechsterIndex\": 0}",
                "{\"xzufiObjekte\": \"\", \"vollstaendig\": true, \"naechsterIndex\": 0}",
                "{\"xzufiObjekte\": \"\", \"vollstaendig\": false}",
                "{\"xzufiObjekte\": \"\", \"vollstaendig\": false, \"naechsterIndex\": \"2\"}",
                "{}"
            })
    void an_index_that_does_not_grow_ends_the_loop(String answer) {
        mock.next(MockPvog.DUMP, part(answer), part(answer), part(answer));

        failure("pvog.answer", true, () -> builder().build().from(1).toList());
        assertThat(mock.requests(MockPvog.DUMP)).hasSize(1);
    }

    @Test
    void without_an_address_for_the_next_part_the_index_is_enough() {
        mock.next(MockPvog.DUMP, part("{\"xzufiObjekte\": \"\", \"vollstaendig\": false, \"naechsterIndex\": 2}"));

        assertThat(builder().build().from(0)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/next",
                "//evil.example/next",
                "file:///etc/passwd",
                "http://127.0.0.2/x",
                "::"
            })
    void the_token_goes_to_no_other_host(String next) {
        mock.next(
                MockPvog.DUMP,
                part("{\"vollstaendig\": false, \"naechsterIndex\": 1, \"naechsteAnfrageUrl\": \"" + next + "\"}"));

        failure("pvog.answer", true, () -> builder().build().from(0).toList());
    }

    @Test
    void a_path_that_looks_like_a_host_stays_a_path() {
        String next = mock.uri() + "//evil.example/next";
        mock.next(
                MockPvog.DUMP,
                part("{\"vollstaendig\": false, \"naechsterIndex\": 1, \"naechsteAnfrageUrl\": \"" + next + "\"}"));

        failure("pvog.answer", true, () -> builder().build().from(0).toList());
        assertThat(mock.requests()).extracting(request -> request.path()).contains("//evil.example/next");
        mock.reset();
    }

    static Stream<Arguments> samePlaces() {
        // What a proxy in front of the service may make of its address: only path and query count.
        return Stream.of(Arguments.of("https://127.0.0.1"), Arguments.of("http://127.0.0.1:1"), Arguments.of(""));
    }

    @ParameterizedTest
    @MethodSource("samePlaces")
    void another_scheme_or_port_of_the_same_host_is_not_followed_but_its_path_is(String start) {
        String next = start + MockPvog.DUMP + "?index=2&ars=%25";
        mock.next(
                MockPvog.DUMP,
                part("{\"vollstaendig\": false, \"naechsterIndex\": 2, \"naechsteAnfrageUrl\": \"" + next + "\"}"));

        assertThat(builder().build().from(0)).hasSize(2);
        assertThat(mock.requests(MockPvog.DUMP)).hasSize(2);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Fault.tooManyRequests(Duration.ofSeconds(9)), "pvog.busy", true),
                Arguments.of(Fault.unavailable(Duration.ofSeconds(9)), "pvog.busy", true),
                Arguments.of(Fault.garbage(), "pvog.answer", true),
                Arguments.of(Fault.answer(PeerResponse.html("geheim")), "pvog.answer", true),
                Arguments.of(Fault.answer(PeerResponse.status(404)), "pvog.answer", true),
                Arguments.of(
                        Fault.answer(PeerResponse.of("application/json", new byte[Gateways.MOST_BYTES + 1])),
                        "http.too_large",
                        false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_in_the_middle_loses_nothing_because_the_index_is_known(Fault fault, String code, boolean retryable) {
        List<PvogDelivery> done = new ArrayList<>();
        mock.next(MockPvog.DUMP, Fault.delay(Duration.ZERO), fault);
        failure(code, retryable, () -> builder().build().from(0).forEach(done::add));
        assertThat(done).hasSize(1);

        builder().build().from(done.get(0).nextIndex()).forEach(done::add);
        assertThat(done).extracting(PvogDelivery::index).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_negative_index_is_a_mistake() {
        assertThatThrownBy(() -> builder().build().from(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_part_is_compared_by_its_content_and_cannot_be_changed() {
        byte[] bytes = {1, 2};
        PvogDelivery part = new PvogDelivery(1, 2, true, bytes);
        bytes[0] = 9;

        assertThat(part.xzufi()).containsExactly(1, 2);
        part.xzufi()[0] = 9;
        assertThat(part)
                .isEqualTo(new PvogDelivery(1, 2, true, new byte[] {1, 2}))
                .hasSameHashCodeAs(new PvogDelivery(1, 2, true, new byte[] {1, 2}))
                .isNotEqualTo(new PvogDelivery(1, 2, true, new byte[] {9, 2}));
    }
}
