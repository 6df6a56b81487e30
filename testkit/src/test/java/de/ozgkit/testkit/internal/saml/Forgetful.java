// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.identity.PendingLogin;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what began and forgets what was used. */
class Forgetful extends LogoutMemory {

    private final Map<String, PendingLogin> begun = new ConcurrentHashMap<>();

    @Override
    public void remember(PendingLogin login) {
        begun.put(login.handle(), login);
    }

    @Override
    public Optional<PendingLogin> find(String handle) {
        return Optional.ofNullable(begun.get(handle));
    }

    @Override
    public boolean claim(String handle, Instant now) {
        return true;
    }

    @Override
    public boolean useAssertion(String assertion, Instant expiresAt) {
        return true;
    }
}
