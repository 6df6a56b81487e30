// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.jobs.TestDatabases;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseOnPostgresTest extends DatabaseContract {

    @Override
    DataSource open(Path folder) {
        return TestDatabases.postgres();
    }

    @Override
    String binary() {
        return "bytea";
    }

    @Test
    void starts_without_the_right_to_create_tables_where_all_is_there() {
        DataSource owner = TestDatabases.postgres();
        Migrations migrations = Migrations.of("test", DatabaseContract.class, "001_things.sql");
        Migrations more = Migrations.of("test", DatabaseContract.class, "001_things.sql", "002_dialect.sql");
        migrations.apply(owner);
        Database.of(owner).inTransaction(tx -> {
            tx.update("drop role if exists portal");
            tx.update("revoke create on schema public from public");
            tx.update("create role portal login password 'portal'");
            tx.update("grant select on ozg_migration to portal");
        });
        PGSimpleDataSource restricted = new PGSimpleDataSource();
        restricted.setUrl(TestDatabases.postgresUrl(owner));
        restricted.setUser("portal");
        restricted.setPassword("portal");

        migrations.apply(restricted);

        assertThatThrownBy(() -> more.apply(restricted))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("sql.migration.failed"));
        Database.of(owner).inTransaction(tx -> {
            tx.update("drop owned by portal");
            tx.update("drop role portal");
        });
    }

    @Test
    void undoes_all_files_if_one_fails() {
        DataSource dataSource = TestDatabases.postgres();

        assertThatThrownBy(() -> Migrations.of("test", DatabaseContract.class, "001_things.sql", "003_broken.sql")
                        .apply(dataSource))
                .isInstanceOf(ConfigurationException.class);
        long tables = Database.of(dataSource)
                .call(tx -> tx.first(
                        "select count(*) as n from pg_tables where tablename like 'ozg%'", row -> row.number("n")))
                .orElseThrow();
        assertThat(tables).isZero();
    }
}
