// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.identity.PendingLogout;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What an account remembers of log-outs; it begins no log-ins. */
class LogoutMemory implements LoginState {

    private final Map<String, PendingLogout> pending = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    @Override
    public void remember(PendingLogin login) {
        throw new UnsupportedOperationException("an account does not log in");
    }

    @Override
    public Optional<PendingLogin> find(String handle) {
        return Optional.empty();
    }

    @Override
    public boolean claim(String handle, Instant now) {
        return false;
    }

    @Override
    public boolean useAssertion(String assertion, Instant expiresAt) {
        return used.add(assertion);
    }

    @Override
    public void remember(PendingLogout logout) {
        pending.put(logout.handle(), logout);
    }

    @Override
    public Optional<PendingLogout> take(String handle) {
        return Optional.ofNullable(pending.remove(handle));
    }

    @Override
    public long forgetBefore(Instant now) {
        return 0;
    }
}
