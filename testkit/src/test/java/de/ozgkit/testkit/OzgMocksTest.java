// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs small test classes as JUnit would, and looks at what became of them. Their names do not end in Test, so the build leaves them alone. */
class OzgMocksTest {

    private static final HttpGateway GATEWAY = HttpGateway.to("desk").build();
    private static final List<MockDesk> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void a_class_gets_one_mock_that_forgets_between_tests_and_is_closed_at_the_end() {
        TestExecutionSummary summary = run(TwoTests.class);

        assertThat(summary.getTestsSucceededCount()).as(failures(summary)).isEqualTo(3);
        assertThat(SEEN).hasSizeGreaterThan(2).containsOnly(SEEN.get(0));
        assertThat(SEEN.get(0).closed).isTrue();
    }

    @Test
    void a_test_fails_when_its_mock_got_calls_that_it_does_not_understand() {
        TestExecutionSummary summary = run(AsksNonsense.class);

        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(failures(summary)).contains("GET /nonsense");
    }

    @Test
    void unless_the_test_wants_that() {
        assertThat(run(AsksNonsenseOnPurpose.class).getTestsSucceededCount()).isEqualTo(2);
    }

    @Test
    void says_what_a_mock_needs_that_cannot_be_started() {
        TestExecutionSummary summary = run(WantsTheImpossible.class);

        assertThat(failures(summary)).contains("needs a public constructor without parameters");
    }

    @OzgMocks
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class TwoTests {

        @BeforeEach
        void look(MockDesk desk) {
            SEEN.add(desk);
        }

        @Test
        @Order(1)
        void first(MockDesk desk) {
            GATEWAY.send(HttpCall.post(desk.uri("/cases")).form(Map.of("name", "Erika")));
            desk.next(Fault.reset(), Fault.reset());
            assertThat(desk.requests()).hasSize(1);
        }

        @Test
        @Order(2)
        void second(MockDesk desk) {
            assertThat(desk.requests()).isEmpty();
            assertThat(GATEWAY.send(HttpCall.get(desk.uri("/cases/1"))).status())
                    .isEqualTo(200);
        }

        @Nested
        class Inside {
            @Test
            void third(MockDesk desk) {
                SEEN.add(desk);
                assertThat(desk.requests()).isEmpty();
            }
        }
    }

    @OzgMocks
    static class AsksNonsense {
        @Test
        void asks(MockDesk desk) {
            GATEWAY.send(HttpCall.get(desk.uri("/nonsense")));
        }
    }

    @OzgMocks(failOnUnexpectedCalls = false)
    static class AsksNonsenseOnPurpose {
        @Test
        void asks(MockDesk desk) {
            GATEWAY.send(HttpCall.get(desk.uri("/nonsense")));
        }

        @Nested
        class Inside {
            @Test
            void asks(MockDesk desk) {
                GATEWAY.send(HttpCall.get(desk.uri("/nonsense")));
            }
        }
    }

    @OzgMocks
    static class WantsTheImpossible {
        @Test
        void wants(MockPeer any) {
            assertThat(any).isNotNull();
        }
    }

    private static TestExecutionSummary run(Class<?> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static String failures(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> String.valueOf(failure.getException()))
                .toList()
                .toString();
    }
}
