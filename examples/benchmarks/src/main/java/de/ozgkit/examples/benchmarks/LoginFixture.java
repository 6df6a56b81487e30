// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import java.net.URI;
import java.time.Clock;

/**
 * One log-in at the mock of BundID with RSA keys of 2048 bits on both sides: the response is signed (PKCS#1, SHA-256), the assertion in it
 * too, and encrypted (RSA-OAEP, AES-256-GCM).
 */
final class LoginFixture implements AutoCloseable {

    static final String ENTITY_ID = "https://portal.example.test";
    static final URI ACS = URI.create("https://portal.example.test/saml/acs");

    final BrowserKey browser = BrowserKey.fresh(Tokens.secure());
    final KeyMaterial portalKey;
    final KeyMaterial accountKey;
    final MockNutzerkonto account;
    final PendingLogin login;
    final String response;

    LoginFixture() {
        portalKey = newKey();
        accountKey = newKey();
        account = new MockNutzerkonto(0, AccountProfile.BUNDID, accountKey, Clock.systemUTC());
        MapLoginState state = new MapLoginState();
        Nutzerkonto konto = konto(state);
        account.serviceProvider(konto.metadata());
        LoginRequest request = konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL).returningTo("/hund"), browser);
        login = state.find(String.valueOf(request.fields().get("RelayState"))).orElseThrow();
        response = account.answer(request, MockLogin.login(ERIKA_MUSTERMANN));
    }

    Nutzerkonto konto(LoginState state) {
        return Nutzerkonto.bundId()
                .serviceProvider(ENTITY_ID, ACS)
                .identityProvider(account.metadata())
                .keys(portalKey)
                .onlineService("BMI-B0000001", "Stadt Beispielstadt")
                .state(state)
                .build();
    }

    /** The same log-in under another RelayState. */
    PendingLogin login(String handle) {
        return new PendingLogin(
                handle,
                login.requestId(),
                login.serviceProvider(),
                login.identityProvider(),
                login.browser(),
                login.returnTo(),
                login.level(),
                login.guests(),
                login.samePerson(),
                login.begunAt(),
                login.expiresAt(),
                login.usedAt());
    }

    @Override
    public void close() {
        account.close();
    }

    /** With 2048 bits, as most portals and accounts have; our own self-signed keys are longer. */
    static KeyMaterial newKey() {
        return MockNutzerkonto.newKey(MockNutzerkonto.KeyKind.RSA_2048, Clock.systemUTC());
    }
}
