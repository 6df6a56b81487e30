// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.identity.SamlKey;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.spec.OAEPParameterSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Log-ins of somebody known, and with keys of other kinds. */
class StepUpTest {

    private static final LoginState STATE = LoginState.jdbc(Portal.h2());

    private static MockNutzerkonto account;
    private static Nutzerkonto konto;

    @BeforeAll
    static void start() {
        account = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC());
        konto = Portal.with(account, STATE).build();
        account.serviceProvider(konto.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @Test
    void the_same_person_comes_back_at_a_higher_level() {
        LoginOutcome.Authenticated before = erika();
        Login stepUp = Login.stepUp(TrustLevel.HIGH, before.identity()).returningTo("/hund");

        assertThat(Portal.walk(konto, account, stepUp, login(ERIKA_MUSTERMANN).at(TrustLevel.HIGH)))
                .isInstanceOfSatisfying(LoginOutcome.Authenticated.class, in -> {
                    assertThat(in.level()).isEqualTo(TrustLevel.HIGH);
                    assertThat(in.identity().key()).isEqualTo(before.identity().key());
                });
    }

    @Test
    void another_person_is_refused_and_told_why() {
        Login stepUp = Login.stepUp(TrustLevel.HIGH, erika().identity()).returningTo("/hund");
        TestPerson other = TestPersons.all().stream()
                .filter(person -> person != ERIKA_MUSTERMANN && person.values().containsKey(PersonAttribute.KEY))
                .findFirst()
                .orElseThrow();

        LoginOutcome outcome = Portal.walk(konto, account, stepUp, login(other));

        assertThat(outcome).isEqualTo(new LoginOutcome.Refused(LoginFailure.OTHER_PERSON, "/hund"));
    }

    @Test
    void a_step_up_that_stays_below_is_refused() {
        Login stepUp = Login.stepUp(TrustLevel.HIGH, erika().identity());

        assertThat(Portal.walk(konto, account, stepUp, login(ERIKA_MUSTERMANN).at(TrustLevel.SUBSTANTIAL)))
                .isEqualTo(new LoginOutcome.Refused(LoginFailure.LEVEL_TOO_LOW, "/"));
    }

    @Test
    void a_key_in_a_hardware_module_signs_and_opens() {
        Module module = new Module(SamlKey.of(Portal.SP_KEY));
        Nutzerkonto withModule = Portal.with(account, STATE).keys(module).build();

        assertThat(Portal.walk(withModule, account, Portal.login(), login(ERIKA_MUSTERMANN)))
                .isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(module.calls).containsExactly("sign", "open");
    }

    @Test
    void a_module_that_cannot_be_reached_is_no_broken_message() {
        Module module = new Module(SamlKey.of(Portal.SP_KEY));
        Nutzerkonto withModule = Portal.with(account, STATE).keys(module).build();
        LoginRequest request = withModule.begin(Portal.login(), Portal.BROWSER);
        String response = account.answer(request, login(ERIKA_MUSTERMANN));
        module.gone = true;

        assertThatThrownBy(() -> withModule.complete(response, Portal.relayState(request), Portal.BROWSER))
                .isInstanceOf(TransportException.class);
    }

    @Test
    void while_keys_change_both_open_and_only_the_first_signs() {
        KeyMaterial next = MockNutzerkonto.newKey(Clock.systemUTC());
        Nutzerkonto before = Portal.with(account, STATE).alsoOpensWith(next).build();
        Nutzerkonto stranger = Portal.with(account, STATE).keys(next).build();
        try (var changing = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC())) {
            Nutzerkonto after = Portal.with(changing, STATE).keys(next).build();
            changing.serviceProvider(after.metadata());
            assertThat(Portal.walk(after, changing, Portal.login(), login(ERIKA_MUSTERMANN)))
                    .as("the former key, given first, still opens")
                    .isInstanceOf(LoginOutcome.Authenticated.class);
        }
        assertThat(Portal.walk(before, account, Portal.login(), login(ERIKA_MUSTERMANN)))
                .isInstanceOf(LoginOutcome.Authenticated.class);
        assertThatThrownBy(
                        () -> account.answer(stranger.begin(Portal.login(), Portal.BROWSER), login(ERIKA_MUSTERMANN)))
                .as("the account does not know the next key yet")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("chapter 7, line 24: no more messages are judged at once than allowed")
    void no_more_messages_are_judged_at_once_than_allowed() throws Exception {
        Module slow = new Module(SamlKey.of(Portal.SP_KEY));
        Nutzerkonto narrow =
                Portal.with(account, STATE).keys(slow).maxParallel(1).build();
        LoginRequest request = narrow.begin(Portal.login(), Portal.BROWSER);
        String response = account.answer(request, login(ERIKA_MUSTERMANN));
        slow.pause = true;
        Thread first = new Thread(() -> narrow.complete(response, Portal.relayState(request), Portal.BROWSER));
        first.start();
        while (!slow.calls.contains("open")) {
            Thread.onSpinWait();
        }

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> narrow.complete("AAAA", "x", Portal.BROWSER))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.code()).isEqualTo("saml.busy"));
        assertThat(Thread.interrupted()).isTrue();
        slow.pause = false;
        first.join();
        assertThatThrownBy(() -> narrow.complete("AAAA", "x", Portal.BROWSER)).isInstanceOf(RejectedException.class);
    }

    private static LoginOutcome.Authenticated erika() {
        LoginOutcome outcome = Portal.walk(
                konto, account, Portal.login(), login(ERIKA_MUSTERMANN).at(TrustLevel.SUBSTANTIAL));
        assertThat(outcome).isInstanceOf(LoginOutcome.Authenticated.class);
        return (LoginOutcome.Authenticated) outcome;
    }

    private static final class Module implements SamlKey {

        private final SamlKey inner;
        private final List<String> calls = new CopyOnWriteArrayList<>();
        private volatile boolean gone;
        private volatile boolean pause;

        Module(SamlKey inner) {
            this.inner = inner;
        }

        @Override
        public X509Certificate certificate() {
            return inner.certificate();
        }

        @Override
        public byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
            calls.add("sign");
            return inner.sign(algorithm, data);
        }

        @Override
        public byte[] decryptKey(byte[] encrypted, OAEPParameterSpec parameters) throws GeneralSecurityException {
            calls.add("open");
            while (pause) {
                Thread.onSpinWait();
            }
            if (gone) {
                throw new TransportException("module.gone", "the module cannot be reached", false, null);
            }
            return inner.decryptKey(encrypted, parameters);
        }
    }
}
