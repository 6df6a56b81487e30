// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.core.sql.Row;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.identity.PendingLogout;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** {@link LoginState} in the tables of the module. Every decision is one statement, so that the database decides between nodes. */
public final class JdbcLoginState implements LoginState {

    private static final List<String> TABLES = List.of("ozg_login_request", "ozg_login_assertion", "ozg_login_logout");

    private final Database database;

    private JdbcLoginState(Database database) {
        this.database = database;
    }

    public static LoginState on(DataSource dataSource) {
        migrate(dataSource);
        return new JdbcLoginState(Database.of(dataSource));
    }

    static void migrate(DataSource dataSource) {
        Migrations.of("identity", JdbcLoginState.class, "001_login.sql", "002_logout.sql")
                .apply(dataSource);
    }

    @Override
    public void remember(PendingLogin login) {
        database.inTransaction(tx -> tx.update(
                "insert into ozg_login_request (handle, request_id, service_provider, identity_provider, browser, return_to,"
                        + " asked_level, guests, same_person, begun_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                login.handle(),
                login.requestId(),
                login.serviceProvider(),
                login.identityProvider(),
                login.browser(),
                login.returnTo(),
                login.level(),
                login.guests(),
                login.samePerson().orElse(null),
                login.begunAt(),
                login.expiresAt()));
    }

    @Override
    public Optional<PendingLogin> find(String handle) {
        return database.call(
                tx -> tx.first("select * from ozg_login_request where handle = ?", JdbcLoginState::read, handle));
    }

    @Override
    public boolean claim(String handle, Instant now) {
        return database.call(tx ->
                tx.update("update ozg_login_request set used_at = ? where handle = ? and used_at is null", now, handle)
                        == 1);
    }

    @Override
    public boolean useAssertion(String assertion, Instant expiresAt) {
        return database.call(tx -> tx.insertIfAbsent(
                "insert into ozg_login_assertion (assertion, expires_at) values (?, ?)", assertion, expiresAt));
    }

    @Override
    public void remember(PendingLogout logout) {
        database.inTransaction(tx -> tx.update(
                "insert into ozg_login_logout (handle, request_id, service_provider, identity_provider, return_to, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                logout.handle(),
                logout.requestId(),
                logout.serviceProvider(),
                logout.identityProvider(),
                logout.returnTo(),
                logout.expiresAt()));
    }

    @Override
    public Optional<PendingLogout> take(String handle) {
        return database.call(
                tx -> tx.first("select * from ozg_login_logout where handle = ?", JdbcLoginState::readLogout, handle)
                        .filter(found -> tx.update("delete from ozg_login_logout where handle = ?", handle) == 1));
    }

    @Override
    public long forgetBefore(Instant now) {
        for (String table : TABLES) {
            database.inTransaction(tx -> tx.update("delete from " + table + " where expires_at < ?", now));
        }
        return database.call(tx -> tx.query("select count(*) as n from ozg_login_request", row -> row.number("n"))
                .get(0));
    }

    private static PendingLogout readLogout(Row row) throws SQLException {
        return new PendingLogout(
                row.text("handle"),
                row.text("request_id"),
                row.text("service_provider"),
                row.text("identity_provider"),
                row.text("return_to"),
                row.instant("expires_at"));
    }

    private static PendingLogin read(Row row) throws SQLException {
        return new PendingLogin(
                row.text("handle"),
                row.text("request_id"),
                row.text("service_provider"),
                row.text("identity_provider"),
                row.text("browser"),
                row.text("return_to"),
                row.constant("asked_level", TrustLevel.class),
                row.flag("guests"),
                row.optionalText("same_person"),
                row.instant("begun_at"),
                row.instant("expires_at"),
                row.optionalInstant("used_at"));
    }
}
