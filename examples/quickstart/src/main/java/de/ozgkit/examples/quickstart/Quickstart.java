// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.TestPersons;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A whole log-in, signed and encrypted, with no account anywhere. */
public final class Quickstart {

    private Quickstart() {}

    // tag::program
    public static void main(String... args) {
        DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:portal", "sa", "");
        try (MockNutzerkonto account = new MockNutzerkonto()) {
            Nutzerkonto konto = Nutzerkonto.bundId()
                    .serviceProvider("https://portal.example.de", URI.create("https://portal.example.de/saml/acs"))
                    .identityProvider(account.metadata())
                    .keys(KeyMaterial.selfSigned("portal.example.de", Duration.ofDays(1), Clock.systemUTC()))
                    .onlineService("BMI-B0000001", "Stadt Recklinghausen")
                    .state(LoginState.jdbc(database))
                    .build();
            account.serviceProvider(konto.metadata());
            BrowserKey browser = BrowserKey.fresh(Tokens.secure()); // in a portal: from the browser's cookie
            LoginRequest go = konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL), browser);
            String answer = account.answer(go, MockLogin.login(TestPersons.ERIKA_MUSTERMANN));
            String page = konto.complete(answer, go.fields().get("RelayState"), browser)
                    .fold(
                            in -> "Guten Tag " + in.identity().displayName() + " (" + in.level() + ")",
                            cancelled -> "Anmeldung abgebrochen",
                            refused -> refused.publicText());
            System.out.println(page);
        }
    }
    // end::program
}
