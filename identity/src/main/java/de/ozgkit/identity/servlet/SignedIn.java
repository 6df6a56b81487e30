// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.Identity;
import de.ozgkit.identity.LoginOutcome.Authenticated;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.SessionLimit;
import jakarta.servlet.ServletRequest;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is logged in, as the session keeps it and {@code request.getUserPrincipal()} gives it. Immutable; serialisable, for containers whose
 * sessions live on many nodes; {@code toString()} shows no data.
 *
 * @since 0.1
 */
public final class SignedIn implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    /** What a guest is called, who has no key. */
    private static final String GUEST = "guest";

    private final transient Identity identity;
    private final transient TrustLevel level;
    private final transient Instant authenticatedAt;
    private final transient SessionLimit limit;
    private final transient String logout;
    private final transient String account;

    SignedIn(
            Identity identity,
            TrustLevel level,
            Instant authenticatedAt,
            SessionLimit limit,
            String logout,
            String account) {
        this.identity = identity;
        this.level = level;
        this.authenticatedAt = authenticatedAt;
        this.limit = limit;
        this.logout = logout;
        this.account = account;
    }

    static SignedIn of(Authenticated login, Account account) {
        return new SignedIn(
                login.identity(),
                login.level(),
                login.authenticatedAt(),
                login.session(),
                login.logout().asText(),
                account.folder());
    }

    /** Who is logged in, behind the filter; empty on a page that is open to everybody if nobody is. */
    public static Optional<SignedIn> of(ServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(NutzerkontoFilter.ATTRIBUTE));
    }

    /** Who it is. */
    public Identity identity() {
        return identity;
    }

    /** How surely that is known. */
    public TrustLevel level() {
        return level;
    }

    /** When the citizen proved it at the account. */
    public Instant authenticatedAt() {
        return authenticatedAt;
    }

    /** When this session ends. */
    public SessionLimit limit() {
        return limit;
    }

    /** What a log-out at the account needs. */
    public LogoutHandle logout() {
        return LogoutHandle.parse(logout);
    }

    /** The account it came from. */
    boolean cameFrom(Account one) {
        return account.equals(one.folder());
    }

    /** The key of the person or organisation; {@code guest} for somebody without an account. */
    @Override
    public String getName() {
        return identity.key().orElse(GUEST);
    }

    /** Whether that is the same person or organisation; guests never are. */
    boolean isSameAs(SignedIn other) {
        return identity.key().isPresent() && identity.key().equals(other.identity.key());
    }

    @Override
    public String toString() {
        return "SignedIn[" + level + "]";
    }

    private Object writeReplace() {
        return new FrozenSignedIn(
                FrozenIdentity.of(identity), level, authenticatedAt, limit.endsAt(), limit.idle(), logout, account);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("only the frozen form travels");
    }
}
