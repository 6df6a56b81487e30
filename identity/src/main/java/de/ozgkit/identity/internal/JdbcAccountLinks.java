// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.sql.Database;
import de.ozgkit.identity.AccountLinks;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** {@link AccountLinks} in one table. */
public final class JdbcAccountLinks implements AccountLinks {

    private final Database database;

    private JdbcAccountLinks(Database database) {
        this.database = database;
    }

    public static AccountLinks on(DataSource dataSource) {
        JdbcLoginState.migrate(dataSource);
        return new JdbcAccountLinks(Database.of(dataSource));
    }

    @Override
    public boolean link(String formerAccount, String formerKey, String account, String key, Instant now) {
        return database.call(tx -> tx.insertIfAbsent(
                        "insert into ozg_login_link (former_account, former_key, account, account_key, linked_at)"
                                + " values (?, ?, ?, ?, ?)",
                        formerAccount,
                        formerKey,
                        account,
                        key,
                        now)
                || tx.first(
                                "select account_key from ozg_login_link where former_account = ? and former_key = ?"
                                        + " and account = ?",
                                row -> row.text("account_key"),
                                formerAccount,
                                formerKey,
                                account)
                        .filter(key::equals)
                        .isPresent());
    }

    @Override
    public Optional<String> formerKey(String formerAccount, String account, String key) {
        return database.call(tx -> tx.first(
                "select former_key from ozg_login_link where former_account = ? and account = ? and account_key = ?"
                        + " order by linked_at",
                row -> row.text("former_key"),
                formerAccount,
                account,
                key));
    }

    @Override
    public void forget(String account, String key) {
        database.inTransaction(tx -> tx.update(
                "delete from ozg_login_link where (former_account = ? and former_key = ?)"
                        + " or (account = ? and account_key = ?)",
                account,
                key,
                account,
                key));
    }
}
