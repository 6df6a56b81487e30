// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.LogoutOutcome;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.UnverifiedLogout;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Single log-out at the account's side. The protocol is the same on both sides, so this is the library with the roles exchanged: the account
 * is the service provider of its services.
 */
public final class LogoutDesk {

    private final String entityId;
    private final URI address;
    private final KeyMaterial key;
    private final Clock clock;
    private final LoginState memory = new LogoutMemory();

    public LogoutDesk(String entityId, URI address, KeyMaterial key, Clock clock) {
        this.entityId = entityId;
        this.address = address;
        this.key = key;
        this.clock = clock;
    }

    /** The answer to a service's request. */
    public LogoutMessage answer(ServiceProvider provider, UnverifiedLogout request) {
        return towards(provider, Binding.POST).answerLogout(request, order -> true);
    }

    /** Asks a service to end a session. */
    public LogoutMessage begin(ServiceProvider provider, LogoutHandle handle, Binding binding) {
        var seenFromHere = new LogoutHandle(
                provider.entityId(),
                handle.nameId(),
                handle.format(),
                handle.nameQualifier(),
                handle.spNameQualifier(),
                handle.sessionIndex());
        return towards(provider, binding).beginLogout(seenFromHere, "/").orElseThrow();
    }

    /** Reads a service's answer. */
    public LogoutOutcome complete(ServiceProvider provider, UnverifiedLogout answer) {
        return towards(provider, Binding.POST).completeLogout(answer);
    }

    private Nutzerkonto towards(ServiceProvider provider, Binding binding) {
        URI there = provider.logout()
                .orElseThrow(() -> new IllegalArgumentException("the service has no SingleLogoutService"));
        var service = new IdpMetadata.LogoutService(there, there);
        URI acs = URI.create(provider.acs());
        return Nutzerkonto.of(AccountProfile.UNTERNEHMENSKONTO)
                .serviceProvider(entityId, address)
                .identityProvider(new IdpMetadata(
                        provider.entityId(),
                        Map.of(Binding.POST, acs, Binding.REDIRECT, acs),
                        Map.of(Binding.POST, service, Binding.REDIRECT, service),
                        provider.signing(),
                        Optional.empty()))
                .keys(key)
                .bindRequests(binding)
                .singleLogout(address)
                .state(memory)
                .clock(clock)
                .build();
    }
}
