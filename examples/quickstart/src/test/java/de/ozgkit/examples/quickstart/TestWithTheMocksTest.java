// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.payment.Payments;
import de.ozgkit.postbox.Cases;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.testkit.PmTransaction;
import de.ozgkit.testkit.ResponseDefect;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Guide, "Test with the mocks". */
class TestWithTheMocksTest {

    private static final KeyMaterial KEY = MockNutzerkonto.newKey(Clock.systemUTC());

    @Nested
    // tag::login
    @OzgMocks
    class LoginTest {

        private Nutzerkonto konto;

        @BeforeEach
        void setUp(MockNutzerkonto account) {
            konto = Nutzerkonto.bundId()
                    .serviceProvider("https://portal.example.de", URI.create("https://portal.example.de/saml/acs"))
                    .identityProvider(account.metadata())
                    .keys(KEY)
                    .onlineService("BMI-B0000001", "Stadt Recklinghausen")
                    .state(LoginState.jdbc(Databases.fresh()))
                    .build();
            account.serviceProvider(konto.metadata());
        }

        @Test
        void welcomes_erika(MockNutzerkonto account) {
            assertThat(answered(account, login(ERIKA_MUSTERMANN).at(TrustLevel.HIGH)))
                    .isInstanceOf(LoginOutcome.Authenticated.class);
        }

        @Test
        void refuses_a_response_that_somebody_changed(MockNutzerkonto account) {
            assertThatThrownBy(
                            () -> answered(account, login(ERIKA_MUSTERMANN).broken(ResponseDefect.ASSERTION_TAMPERED)))
                    .isInstanceOfSatisfying(
                            OzgException.class, e -> assertThat(e.code()).isEqualTo("saml.signature_invalid"));
        }

        private LoginOutcome answered(MockNutzerkonto account, MockLogin script) {
            BrowserKey browser = BrowserKey.fresh(Tokens.secure());
            LoginRequest go = konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL), browser);
            return konto.complete(account.answer(go, script), go.fields().get("RelayState"), browser);
        }
    }
    // end::login

    // tag::fault
    @Test
    void a_lost_answer_costs_nobody_money() {
        char[] salt = "any-text-will-do".toCharArray();
        JdbcConnectionPool database = Databases.fresh();
        CaseId caseId = new CaseId(UUID.randomUUID());
        try (MockPmPayment pay = MockPmPayment.withSalt(salt).start();
                Jobs jobs = Jobs.on(database).build()) {
            Payments payments = TakeAFee.open(database, jobs, Cases.on(database).build(), pay.uri(), salt);
            pay.next("/payment/secure", Fault.lostAnswer()); // opened there, but nobody hears of it

            assertThat(TakeAFee.pay(payments, caseId, "recklinghausen").status())
                    .isEqualTo(303);
            assertThat(pay.transactions()).extracting(PmTransaction::status).containsOnly(PmTransaction.IN_PROGRESS);
            pay.assertNoUnexpectedCalls();
        } finally {
            database.dispose();
        }
    }
    // end::fault
}
