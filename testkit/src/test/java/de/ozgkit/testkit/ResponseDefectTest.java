// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseDefectTest {

    /** Defects of the response's own signature, which is not looked at where it may be missing. */
    private static final Set<ResponseDefect> NEED_SIGNED_RESPONSE = EnumSet.of(
            ResponseDefect.UNSIGNED_RESPONSE,
            ResponseDefect.RESPONSE_SIGNED_BY_STRANGER,
            ResponseDefect.RESPONSE_TAMPERED,
            ResponseDefect.SHA1_SIGNATURE,
            ResponseDefect.DUPLICATE_ID,
            ResponseDefect.SIGNATURE_IN_EXTENSIONS,
            ResponseDefect.XSW_1,
            ResponseDefect.XSW_2);

    private static MockNutzerkonto account;
    private static Nutzerkonto strict;
    private static Nutzerkonto lenient;

    @BeforeAll
    static void start() {
        account = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC());
        LoginState state = LoginState.jdbc(Portal.h2());
        strict = Portal.with(account, state).build();
        lenient = Portal.with(account, state).acceptUnsignedResponse().build();
        account.serviceProvider(strict.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_defect_is_refused_for_its_own_reason(ResponseDefect defect) {
        verdict(strict, login(ERIKA_MUSTERMANN).broken(defect), defect);
    }

    @ParameterizedTest
    @MethodSource("inside")
    void each_defect_inside_is_refused_even_where_only_the_assertion_is_signed(ResponseDefect defect) {
        verdict(lenient, login(ERIKA_MUSTERMANN).withUnsignedResponse().broken(defect), defect);
    }

    static Set<ResponseDefect> inside() {
        return EnumSet.complementOf(EnumSet.copyOf(NEED_SIGNED_RESPONSE));
    }

    private static void verdict(Nutzerkonto konto, MockLogin script, ResponseDefect defect) {
        if (defect == ResponseDefect.REUSED_ASSERTION_ID) {
            // The first one is right; the database is shared with the other registration.
            try {
                Portal.walk(konto, account, Portal.login(), script);
            } catch (RejectedException e) {
                assertThat(e.code()).isEqualTo("saml.replay");
            }
        }
        String outcome = outcome(() -> Portal.walk(konto, account, Portal.login(), script));
        assertThat(outcome).isEqualTo(defect.expected().map(Enum::name).orElse("ERIKA MUSTERMANN"));
    }

    /** The failure, however it is told, or who logged in. */
    private static String outcome(Supplier<LoginOutcome> login) {
        try {
            return login.get()
                    .fold(
                            in -> in.identity().displayName(),
                            cancelled -> LoginFailure.STATUS_CANCELLED.name(),
                            refused -> refused.reason().name());
        } catch (RejectedException e) {
            assertThat(e.publicText()).doesNotContain("saml").contains("noch einmal");
            assertThat(e.getMessage()).doesNotContainIgnoringCase("mustermann");
            return LoginFailure.of(e).map(Enum::name).orElse(e.code());
        }
    }
}
