// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.jobs.TestDatabases;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every database that we support. */
abstract class DatabaseContract {

    @TempDir
    Path folder;

    private DataSource dataSource;
    private Database database;

    abstract DataSource open(Path folder);

    /** The type of a column for bytes. */
    abstract String binary();

    @BeforeEach
    void createTable() {
        dataSource = open(folder);
        database = Database.of(dataSource);
        database.inTransaction(
                tx -> tx.update("create table item (id varchar(40) primary key, amount bigint, flag boolean,"
                        + " level varchar(20), at timestamp with time zone, born date, uuid uuid, content " + binary()
                        + ")"));
    }

    @AfterEach
    void close() {
        TestDatabases.close(dataSource);
    }

    @Test
    void keeps_every_kind_of_value() {
        Instant at = Instant.parse("2026-10-25T00:30:00.123456789Z");
        LocalDate day = LocalDate.of(2026, 3, 29);
        UUID uuid = UUID.randomUUID();
        byte[] content = {0, 1, (byte) 0xff};

        int changed = database.call(tx -> tx.update(
                "insert into item values (?, ?, ?, ?, ?, ?, ?, ?)",
                "a'); drop table item; --",
                Long.MAX_VALUE,
                true,
                TrustLevel.HIGH,
                at,
                day,
                uuid,
                new ByteArrayInputStream(content)));

        assertThat(changed).isEqualTo(1);
        eachRow(row -> {
            assertThat(row.text("id")).isEqualTo("a'); drop table item; --");
            assertThat(row.number("amount")).isEqualTo(Long.MAX_VALUE);
            assertThat(row.flag("flag")).isTrue();
            assertThat(row.constant("level", TrustLevel.class)).isEqualTo(TrustLevel.HIGH);
            assertThat(row.instant("at")).isEqualTo(Instant.parse("2026-10-25T00:30:00.123456Z"));
            assertThat(row.optionalInstant("at")).contains(Instant.parse("2026-10-25T00:30:00.123456Z"));
            assertThat(row.optionalDate("born")).contains(day);
            assertThat(row.uuid("uuid")).isEqualTo(uuid);
            assertThat(row.optionalUuid("uuid")).contains(uuid);
            assertThat(row.bytes("content")).isEqualTo(content);
            assertThat(row.stream("content")).hasBinaryContent(content);
            return true;
        });
    }

    @Test
    void keeps_null_in_every_column_and_insists_where_a_value_is_expected() {
        database.inTransaction(tx -> tx.update(
                "insert into item values (?, ?, ?, ?, ?, ?, ?, ?)", "a", null, null, null, null, null, null, null));

        eachRow(row -> {
            assertThat(row.optionalText("level")).isEmpty();
            assertThat(row.optionalInstant("at")).isEmpty();
            assertThat(row.optionalDate("born")).isEmpty();
            assertThat(row.optionalUuid("uuid")).isEmpty();
            return true;
        });
        List<Tx.RowReader<?>> insisting = List.of(
                row -> row.text("level"),
                row -> row.number("amount"),
                row -> row.flag("flag"),
                row -> row.instant("at"),
                row -> row.uuid("uuid"),
                row -> row.bytes("content"),
                row -> row.stream("content"),
                row -> row.constant("level", TrustLevel.class));
        for (Tx.RowReader<?> reader : insisting) {
            assertThatThrownBy(() -> eachRow(reader)).isInstanceOf(TransportException.class);
        }
    }

    @Test
    void finds_all_rows_or_the_first_or_none() {
        database.inTransaction(tx -> {
            for (String id : List.of("a", "b", "c")) {
                insert(tx, id);
            }
        });

        assertThat(ids()).containsExactly("a", "b", "c");
        assertThat(database.<Optional<String>>call(
                        tx -> tx.first("select id from item where id > ? order by id", row -> row.text("id"), "a")))
                .contains("b");
        assertThat(database.<Optional<String>>call(
                        tx -> tx.first("select id from item where id > ?", row -> row.text("id"), "x")))
                .isEmpty();
        assertThat(database.<Integer>call(tx -> tx.update("delete from item where id <> ?", "b")))
                .isEqualTo(2);
    }

    @Test
    void undoes_everything_when_the_work_throws() {
        IllegalStateException failure = new IllegalStateException("own");

        assertThatThrownBy(() -> database.inTransaction(tx -> {
                    insert(tx, "a");
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> database.inTransaction(tx -> {
                    insert(tx, "a");
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(ids()).isEmpty();
    }

    @Test
    void tells_nothing_of_the_row_when_a_statement_fails() {
        database.inTransaction(tx -> insert(tx, "Erika Mustermann"));

        assertThatThrownBy(() -> database.inTransaction(tx -> insert(tx, "Erika Mustermann")))
                .isInstanceOfSatisfying(TransportException.class, e -> {
                    assertThat(e.code()).isEqualTo("sql.failed");
                    assertThat(e.mayHaveArrived()).isTrue();
                    assertThat(e).hasMessageContaining("23505").hasMessageNotContaining("Erika");
                    assertThat(e.getCause()).hasMessageNotContaining("Erika").hasNoCause();
                });
    }

    @Test
    void stays_usable_after_an_insert_that_was_not_needed() {
        database.inTransaction(tx -> {
            assertThat(insertIfAbsent(tx, "a")).isTrue();
            for (int i = 0; i < 100; i++) {
                assertThat(insertIfAbsent(tx, "a")).isFalse();
            }
            insert(tx, "b");
            assertThat(insertIfAbsent(tx, "c")).isTrue();
        });

        assertThat(ids()).containsExactly("a", "b", "c");
    }

    @Test
    void takes_other_failures_of_an_insert_as_failures() {
        assertThatThrownBy(() -> database.inTransaction(tx -> insertIfAbsent(tx, "x".repeat(41))))
                .isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> database.inTransaction(tx -> insertIfAbsent(tx, null)))
                .isInstanceOf(TransportException.class);
        assertThat(ids()).isEmpty();
    }

    @Test
    void lets_only_one_of_many_insert_the_same_row() throws Exception {
        List<Boolean> inserted = together(8, i -> database.call(tx -> insertIfAbsent(tx, "same")));

        assertThat(inserted.stream().filter(won -> won)).hasSize(1);
        assertThat(ids()).containsExactly("same");
    }

    @Test
    void joins_a_transaction_that_somebody_else_began() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Tx tx = Tx.joining(connection);
            insert(tx, "a");
            assertThat(tx.connection()).isSameAs(connection);
            connection.rollback();
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void applies_migrations_once_and_the_file_of_its_dialect() {
        Migrations migrations = Migrations.of("test", DatabaseContract.class, "001_things.sql", "002_dialect.sql");

        migrations.apply(dataSource);
        migrations.apply(dataSource);

        assertThat(strings("select file as s from ozg_migration where module = 'test' order by file"))
                .containsExactly("001_things.sql", "002_dialect.sql");
        assertThat(strings("select product as s from ozg_dialect")).containsExactly(dialect());
        database.inTransaction(tx -> tx.update("insert into ozg_thing_order (id) values ('a')"));
    }

    @Test
    void applies_what_a_later_version_adds() {
        Migrations.of("test", DatabaseContract.class, "001_things.sql").apply(dataSource);
        Migrations.of("test", DatabaseContract.class, "001_things.sql", "002_dialect.sql")
                .apply(dataSource);
        Migrations.of("test", DatabaseContract.class, "001_things.sql").apply(dataSource);

        assertThat(strings("select product as s from ozg_dialect")).containsExactly(dialect());
    }

    @Test
    void lets_eight_nodes_start_at_once() throws Exception {
        for (int round = 0; round < 3; round++) {
            String module = "module" + round;
            List<Boolean> done = together(8, i -> {
                Migrations.of(i % 2 == 0 ? "test" : module, DatabaseContract.class, "001_things.sql", "002_dialect.sql")
                        .apply(dataSource);
                return true;
            });
            assertThat(done).hasSize(8);
        }
        assertThat(strings("select module as s from ozg_migration")).hasSize(8);
    }

    @Test
    void only_notes_tables_that_another_tool_has_made() {
        database.inTransaction(tx -> {
            tx.update("create table ozg_thing (id varchar(40) primary key, note varchar(40))");
            tx.update("insert into ozg_thing (id) values ('kept')");
        });

        Migrations.of("test", DatabaseContract.class, "001_things.sql").apply(dataSource);

        assertThat(strings("select id as s from ozg_thing")).containsExactly("kept");
    }

    @Test
    void refuses_a_file_that_has_changed_since_it_was_applied() {
        Migrations migrations = Migrations.of("test", DatabaseContract.class, "001_things.sql");
        migrations.apply(dataSource);
        database.inTransaction(tx -> tx.update("update ozg_migration set checksum = 'other'"));

        assertConfiguration("sql.migration.changed", migrations);
    }

    @Test
    void refuses_a_file_that_is_not_there_before_it_touches_the_database() {
        Migrations migrations = Migrations.of("test", DatabaseContract.class, "001_things.sql", "999_absent.sql");

        assertConfiguration("sql.migration.missing", migrations);
        assertThatThrownBy(() -> strings("select id as s from ozg_thing")).isInstanceOf(TransportException.class);
    }

    @Test
    void notes_nothing_of_a_file_that_failed_and_names_the_statement() {
        Migrations migrations = Migrations.of("test", DatabaseContract.class, "001_things.sql", "003_broken.sql");

        assertConfiguration("sql.migration.failed", migrations);
        assertThatThrownBy(() -> migrations.apply(dataSource))
                .hasMessageContaining("Statement 2 of 003_broken.sql")
                .hasMessageNotContaining("tabel");
        Migrations.of("test", DatabaseContract.class, "001_things.sql").apply(dataSource);
        assertThat(strings("select file as s from ozg_migration")).containsExactly("001_things.sql");
    }

    private String dialect() {
        return getClass().getSimpleName().contains("Postgres") ? "postgresql" : "h2";
    }

    private void assertConfiguration(String code, Migrations migrations) {
        assertThatThrownBy(() -> migrations.apply(dataSource))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private List<String> ids() {
        return strings("select id as s from item order by id");
    }

    private List<String> strings(String sql) {
        return database.call(tx -> tx.query(sql, row -> row.text("s")));
    }

    private void eachRow(Tx.RowReader<?> reader) {
        List<?> rows = database.call(tx -> tx.query("select * from item", reader));
        assertThat(rows).hasSize(1);
    }

    private static void insert(Tx tx, String id) {
        tx.update("insert into item (id) values (?)", id);
    }

    private static boolean insertIfAbsent(Tx tx, String id) {
        return tx.insertIfAbsent("insert into item (id) values (?)", id);
    }

    private static <T> List<T> together(int threads, IntFunction<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<T>> futures = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return work.apply(i);
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
