// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.TransportException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the caller learns when the database goes away in the middle, played by connections that fail where they are told to. */
class DatabaseFailureTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void knows_that_nothing_was_done_without_a_connection() {
        Database database = Database.of(failing(Set.of("getConnection")));

        assertThatThrownBy(() -> database.call(tx -> "never")).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e.code()).isEqualTo("sql.connect");
            assertThat(e.mayHaveArrived()).isFalse();
            assertThat(e.retryable()).isTrue();
            assertThat(e).hasMessageContaining("08001").hasMessageNotContaining("secret");
        });
    }

    @Test
    void keeps_the_works_own_exception_when_the_rollback_fails_too() {
        Database database = Database.of(failing(Set.of("rollback")));
        IllegalStateException own = new IllegalStateException("own");

        assertThatThrownBy(() -> database.inTransaction(tx -> {
                    throw own;
                }))
                .isSameAs(own)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(calls).as("switching back would commit").containsOnlyOnce("setAutoCommit");
        assertThat(calls).last().isEqualTo("close");
    }

    @Test
    void keeps_the_works_own_exception_when_closing_fails_too() {
        Database database = Database.of(failing(Set.of("close")));
        IllegalStateException own = new IllegalStateException("own");

        assertThatThrownBy(() -> database.inTransaction(tx -> {
                    throw own;
                }))
                .isSameAs(own);
    }

    @Test
    void rolls_back_and_says_that_it_may_have_arrived_when_the_commit_fails() {
        Database database = Database.of(failing(Set.of("commit")));

        assertThatThrownBy(() -> database.call(tx -> "done")).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e.code()).isEqualTo("sql.failed");
            assertThat(e.mayHaveArrived()).isTrue();
        });
        assertThat(calls).containsSequence("commit", "rollback");
    }

    @Test
    void gives_the_connection_back_as_it_was() {
        Database database = Database.of(failing(Set.of()));

        assertThat(database.<String>call(tx -> "done")).isEqualTo("done");

        assertThat(calls)
                .containsExactly("getConnection", "getAutoCommit", "setAutoCommit", "commit", "setAutoCommit", "close");
    }

    private DataSource failing(Set<String> methods) {
        Connection connection = proxy(Connection.class, methods, null);
        return proxy(DataSource.class, methods, connection);
    }

    private <T> T proxy(Class<T> type, Set<String> failing, Connection connection) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    calls.add(method.getName());
                    if (failing.contains(method.getName())) {
                        throw new SQLException("secret address", "08001");
                    }
                    return method.getName().equals("getAutoCommit") ? Boolean.TRUE : connection;
                }));
    }
}
