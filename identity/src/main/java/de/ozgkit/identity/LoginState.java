// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.identity.internal.JdbcLoginState;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The memory of log-ins between request and response, shared by all nodes of a portal. Implementations are thread-safe and keep what they
 * are told over a restart. A store that is out of reach throws {@link de.ozgkit.core.TransportException}.
 *
 * @since 0.1
 */
public interface LoginState {

    /** Keeps a log-in that begins. */
    void remember(PendingLogin login);

    /** The log-in with this handle, used or not. */
    Optional<PendingLogin> find(String handle);

    /** Marks a log-in as used: true for exactly one caller, on whatever node. */
    boolean claim(String handle, Instant now);

    /**
     * Marks an assertion as used: true for exactly one caller, on whatever node.
     *
     * @param assertion a text that is unique for the assertion, of at most 64 characters
     * @param expiresAt from when on the assertion would be refused as too old anyhow
     */
    boolean useAssertion(String assertion, Instant expiresAt);

    /** Keeps a log-out that begins. */
    void remember(PendingLogout logout);

    /** Takes a log-out out of the memory: there for exactly one caller, on whatever node. */
    Optional<PendingLogout> take(String handle);

    /**
     * Deletes what is past its time. Called now and then; losing a run does no harm.
     *
     * @return how many log-ins are left
     */
    long forgetBefore(Instant now);

    /**
     * In the portal's own database, H2 or PostgreSQL. Creates its tables {@code ozg_login_…} if they are missing.
     *
     * @throws de.ozgkit.core.TransportException with code {@code sql.failed} if the database cannot be reached
     */
    static LoginState jdbc(DataSource dataSource) {
        return JdbcLoginState.on(dataSource);
    }
}
