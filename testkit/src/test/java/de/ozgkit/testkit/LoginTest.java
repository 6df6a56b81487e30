// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoginTest {

    private static MockNutzerkonto account;
    private static Nutzerkonto konto;

    @BeforeAll
    static void start() {
        account = new MockNutzerkonto(
                0, de.ozgkit.identity.AccountProfile.BUNDID, Portal.IDP_KEY, java.time.Clock.systemUTC());
        konto = Portal.with(account, LoginState.jdbc(Portal.h2())).build();
        account.serviceProvider(konto.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @Test
    void greets_erika_at_level_high() {
        LoginOutcome outcome = Portal.walk(
                konto, account, Portal.login(), login(ERIKA_MUSTERMANN).at(TrustLevel.HIGH));

        assertThat(outcome).isInstanceOfSatisfying(LoginOutcome.Authenticated.class, in -> {
            assertThat(in.person().displayName()).isEqualTo("ERIKA MUSTERMANN");
            assertThat(in.level()).isEqualTo(TrustLevel.HIGH);
            assertThat(in.returnTo()).isEqualTo("/hund");
        });
    }
}
