// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.TrustLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store of log-ins must do. */
abstract class LoginStateContract {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private DataSource database;
    private LoginState state;

    abstract DataSource database();

    @BeforeEach
    void open() {
        database = database();
        state = LoginState.jdbc(database);
    }

    @Test
    void finds_again_what_it_was_told_even_after_a_restart() {
        PendingLogin login = login("a", NOW.plusSeconds(60));
        state.remember(login);

        assertThat(LoginState.jdbc(database).find("a")).contains(login);
        assertThat(state.find("b")).isEmpty();
    }

    @Test
    @DisplayName("chapter 7, line 12: a log-in is claimed once by one of many")
    void a_log_in_is_claimed_once_by_one_of_many() throws Exception {
        state.remember(login("a", NOW.plusSeconds(60)));
        LoginState otherNode = LoginState.jdbc(database);

        assertThat(winners(i -> (i % 2 == 0 ? state : otherNode).claim("a", NOW)))
                .isEqualTo(1);
        assertThat(state.find("a").flatMap(PendingLogin::usedAt)).contains(NOW);
        assertThat(state.claim("unknown", NOW)).isFalse();
    }

    @Test
    @DisplayName("chapter 7, line 15: an assertion is used once by one of many")
    void an_assertion_is_used_once_by_one_of_many() throws Exception {
        LoginState otherNode = LoginState.jdbc(database);

        assertThat(winners(i -> (i % 2 == 0 ? state : otherNode).useAssertion("x", NOW.plusSeconds(60))))
                .isEqualTo(1);
        assertThat(state.useAssertion("y", NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void forgets_what_is_past_its_time_and_nothing_else() {
        state.remember(login("old", NOW.minusSeconds(1)));
        state.remember(login("new", NOW.plusSeconds(1)));
        state.useAssertion("old", NOW.minusSeconds(1));
        state.useAssertion("new", NOW.plusSeconds(1));

        assertThat(state.forgetBefore(NOW)).as("log-ins left").isEqualTo(1);

        assertThat(state.find("old")).isEmpty();
        assertThat(state.find("new")).isPresent();
        assertThat(state.useAssertion("old", NOW)).isTrue();
        assertThat(state.useAssertion("new", NOW)).isFalse();
    }

    @Test
    void a_log_out_is_taken_once_by_one_of_many() throws Exception {
        PendingLogout logout = new PendingLogout(
                "out", "_request", "https://portal.example.test", "https://account.example.test", "/", NOW);
        state.remember(logout);
        LoginState otherNode = LoginState.jdbc(database);

        assertThat(winners(i -> (i % 2 == 0 ? state : otherNode).take("out").equals(Optional.of(logout))))
                .isEqualTo(1);
        assertThat(state.take("out")).isEmpty();
    }

    private static int winners(java.util.function.IntPredicate attempt) throws Exception {
        int threads = 6;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier together = new CyclicBarrier(threads);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                results.add(pool.submit(() -> {
                    together.await();
                    return attempt.test(number);
                }));
            }
            int winners = 0;
            for (Future<Boolean> result : results) {
                winners += result.get() ? 1 : 0;
            }
            return winners;
        } finally {
            pool.shutdownNow();
        }
    }

    private static PendingLogin login(String handle, Instant expires) {
        return new PendingLogin(
                handle,
                "_request",
                "https://portal.example.test",
                "https://account.example.test",
                "0".repeat(64),
                "/hund?ö",
                TrustLevel.SUBSTANTIAL,
                true,
                Optional.of("1".repeat(64)),
                NOW.minus(Duration.ofMinutes(5)),
                expires,
                Optional.empty());
    }
}
