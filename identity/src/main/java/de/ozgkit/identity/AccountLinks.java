// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.identity.internal.JdbcAccountLinks;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Which key of a former account belongs to which key of the present one: for citizens who have cases in the portal from the time of
 * Servicekonto.NRW and come back with BundID. The two accounts share no key, and a mail address proves nothing. Hence a link is made only by
 * the citizen, who logs in with both accounts in one session of the portal; nothing is merged by itself, and a portal whose former account
 * is switched off needs another proof, such as a letter with a code, before it calls {@link #link(String, String, String, String, Instant)}.
 *
 * <p>Implementations are thread-safe; a store that is out of reach throws {@link de.ozgkit.core.TransportException}. Keys are personal data: {@link #forget} them with the rest of what is known about a person.
 *
 * @since 0.1
 */
public interface AccountLinks {

    /**
     * Notes that both keys belong to the same person. A former key belongs to one present key of an account for good.
     *
     * @param formerAccount entity id of the former account, see {@link Nutzerkonto#account()}
     * @return whether the link holds now; false if the former key belongs to another present key already
     */
    boolean link(String formerAccount, String formerKey, String account, String key, Instant now);

    /** The former key of the person with this key. */
    Optional<String> formerKey(String formerAccount, String account, String key);

    /** Deletes every link of a key, be it the former or the present one. */
    void forget(String account, String key);

    /**
     * Links two log-ins that the portal has seen in one session of the same browser, one after the other.
     *
     * @param former the log-in at the former account
     * @param present the log-in at the present account
     * @return whether the link holds now
     * @throws IllegalArgumentException if one of them is a guest, or both are of the same account
     */
    default boolean link(LoginOutcome.Authenticated former, LoginOutcome.Authenticated present, Instant now) {
        String formerAccount = former.logout().identityProvider();
        String account = present.logout().identityProvider();
        if (former.temporary() || present.temporary() || formerAccount.equals(account)) {
            throw new IllegalArgumentException("two accounts with a key each are expected");
        }
        return link(
                formerAccount,
                former.identity().key().orElseThrow(),
                account,
                present.identity().key().orElseThrow(),
                now);
    }

    /**
     * In the portal's own database, H2 or PostgreSQL. Creates its table {@code ozg_login_link} if it is missing.
     *
     * @throws de.ozgkit.core.TransportException with code {@code sql.failed} if the database cannot be reached
     */
    static AccountLinks jdbc(DataSource dataSource) {
        return JdbcAccountLinks.on(dataSource);
    }
}
