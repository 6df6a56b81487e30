// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.MockNutzerkonto.KeyKind;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A service provider in tests, and the citizen's browser. Keys are made once, since that takes a second. */
final class Portal {

    static final String ENTITY_ID = "https://serviceportal.example.test";
    static final URI ACS = URI.create("https://serviceportal.example.test/saml/acs");
    // Short keys, since hundreds of log-ins are signed with them; longer ones have tests of their own.
    static final KeyMaterial SP_KEY = MockNutzerkonto.newKey(KeyKind.RSA_2048, Clock.systemUTC());
    static final KeyMaterial IDP_KEY = MockNutzerkonto.newKey(KeyKind.RSA_2048, Clock.systemUTC());
    static final BrowserKey BROWSER = BrowserKey.fresh(Tokens.secure());

    private Portal() {}

    static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    static Nutzerkonto.Builder with(MockNutzerkonto account, LoginState state) {
        return with(account, state, Nutzerkonto.bundId());
    }

    static Nutzerkonto.Builder with(MockNutzerkonto account, LoginState state, Nutzerkonto.Builder builder) {
        return builder.serviceProvider(ENTITY_ID, ACS)
                .identityProvider(account.metadata())
                .keys(SP_KEY)
                .onlineService("BMI-B0000001", "Stadt Recklinghausen")
                .state(state);
    }

    static Login login() {
        return Login.atLeast(TrustLevel.SUBSTANTIAL).returningTo("/hund");
    }

    /** One whole log-in in the same browser. */
    static LoginOutcome walk(Nutzerkonto konto, MockNutzerkonto account, Login login, MockLogin script) {
        LoginRequest request = konto.begin(login, BROWSER);
        return konto.complete(account.answer(request, script), relayState(request), BROWSER);
    }

    static String relayState(LoginRequest request) {
        return String.valueOf(request.fields().get("RelayState"));
    }
}
