// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.identity.PendingLogout;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cheapest memory there is, to see the rest of the work alone. Of no use to a portal, which would forget everything with each restart. */
public class MapLoginState implements LoginState {

    private final Map<String, PendingLogin> logins = new ConcurrentHashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Set<String> assertions = ConcurrentHashMap.newKeySet();

    @Override
    public void remember(PendingLogin login) {
        logins.put(login.handle(), login);
    }

    @Override
    public Optional<PendingLogin> find(String handle) {
        return Optional.ofNullable(logins.get(handle));
    }

    @Override
    public boolean claim(String handle, Instant now) {
        return logins.containsKey(handle) && claimed.add(handle);
    }

    @Override
    public boolean useAssertion(String assertion, Instant expiresAt) {
        return assertions.add(assertion);
    }

    @Override
    public void remember(PendingLogout logout) {
        throw new UnsupportedOperationException("nobody logs out here");
    }

    @Override
    public Optional<PendingLogout> take(String handle) {
        return Optional.empty();
    }

    /** Keeps everything: a benchmark ends before anything grows old. */
    @Override
    public long forgetBefore(Instant now) {
        return logins.size();
    }
}
