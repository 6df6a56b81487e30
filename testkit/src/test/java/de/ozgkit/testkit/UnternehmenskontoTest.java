// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.cancelled;
import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestOrganisations.BEISPIEL_AG;
import static de.ozgkit.testkit.TestOrganisations.EXEMPLE_SARL;
import static de.ozgkit.testkit.TestOrganisations.GARTENBAU_MUSTERMANN;
import static de.ozgkit.testkit.TestOrganisations.KEGELFREUNDE;
import static de.ozgkit.testkit.TestOrganisations.TEST_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginOutcome.Authenticated;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.Organisation;
import de.ozgkit.identity.Organisation.ActingPerson;
import de.ozgkit.identity.OrganisationAttribute;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.identity.UnverifiedLogout;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mein Unternehmenskonto, played by the mock: the response is signed, the assertion inside is not, values have structure. */
class UnternehmenskontoTest {

    private static MockNutzerkonto account;
    private static Nutzerkonto konto;

    @BeforeAll
    static void start() {
        account = new MockNutzerkonto(0, AccountProfile.UNTERNEHMENSKONTO, Portal.IDP_KEY, Clock.systemUTC());
        konto = portal(Portal.ENTITY_ID).build();
        account.serviceProvider(konto.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @Test
    void greets_an_organisation_and_who_acts_for_it() {
        Authenticated in = in(login(BEISPIEL_AG));

        Organisation company = (Organisation) in.identity();
        assertThat(company.key()).hasValueSatisfying(key -> assertThat(key).matches("du-[0-9a-f]{40}"));
        assertThat(company.displayName()).isEqualTo("Firma Beispiel AG");
        assertThat(company.legalForm()).contains("Aktiengesellschaft");
        assertThat(company.naturalPerson()).contains(false);
        assertThat(company.register())
                .contains(new Organisation.Register(Optional.of("HRB"), "12345 B", Optional.of("Charlottenburg")));
        assertThat(company.address()).isEqualTo(BEISPIEL_AG.address());
        assertThat(company.actingPerson()).hasValueSatisfying(acting -> {
            assertThat(acting.displayName()).isEqualTo("Dr. Max Mustermann");
            assertThat(acting.birthDate()).contains(LocalDate.of(1990, 1, 31));
        });
        assertThat(company.raw().get("Unternehmensanschrift/PLZ")).containsExactly("10585");
        assertThat(company.raw().get("Unternehmensanschrift/Typ")).containsExactly("Inland");
        assertThat(in.level()).isEqualTo(TrustLevel.SUBSTANTIAL);
        assertThat(in.temporary()).isFalse();
    }

    @Test
    void shows_nothing_of_an_organisation_in_logs() {
        Authenticated in = in(login(BEISPIEL_AG));
        Organisation company = (Organisation) in.identity();

        assertThat(in + "" + company.register() + company.address() + company.actingPerson())
                .doesNotContain("Beispiel", "Zille", "12345", "Max")
                .doesNotContain(company.key().orElseThrow());
    }

    @Test
    void greets_a_natural_person_in_business() {
        Organisation gardener = (Organisation) in(login(GARTENBAU_MUSTERMANN)).identity();

        assertThat(gardener.naturalPerson()).contains(true);
        assertThat(gardener.get(OrganisationAttribute.ACTIVITY_TEXT)).contains("Einzelgewerbetreibende");
        assertThat(gardener.get(OrganisationAttribute.TAX_NUMBER)).contains("340/0000/0000");
        assertThat(gardener.register()).isEmpty();
    }

    @Test
    void greets_an_organisation_of_which_little_is_known_and_one_from_abroad() {
        Organisation club = (Organisation) in(login(KEGELFREUNDE)).identity();
        Organisation foreign = (Organisation) in(login(EXEMPLE_SARL)).identity();

        assertThat(club.actingPerson()).isEmpty();
        assertThat(club.displayName()).isEqualTo("Kegelfreunde Musterhausen");
        assertThat(foreign.get(OrganisationAttribute.DATA_SET)).contains("BZStNr");
        assertThat(foreign.address()).isEqualTo(EXEMPLE_SARL.address());
        assertThat(foreign.raw().get("Unternehmensanschrift/Typ")).containsExactly("Ausland");
    }

    @Test
    void greets_a_natural_person_with_a_date_in_the_german_form() {
        Person erika = (Person) in(login(TestPersons.ERIKA_MUSTERMANN)).identity();

        assertThat(erika.displayName()).isEqualTo("ERIKA MUSTERMANN");
        assertThat(erika.birthDate()).contains(LocalDate.of(1964, 8, 12));
        assertThat(erika.raw().get("Geburtsdatum")).containsExactly("12.08.1964");
        assertThat(erika.get(PersonAttribute.TAX_ID)).contains("00000000001");
        assertThat(erika.get(PersonAttribute.STREET)).contains("HEIDESTRAẞE 17");
        assertThat(erika.get(PersonAttribute.CITY)).contains("KÖLN");
        assertThat(erika.key()).as("the persistent name").hasValueSatisfying(key -> assertThat(key)
                .startsWith("du-"));
    }

    @Test
    void one_organisation_has_one_key_here_and_another_elsewhere() {
        var somebodyElse = new ActingPerson(
                Optional.empty(),
                Optional.of("Erika"),
                Optional.empty(),
                Optional.of("Mustermann"),
                Optional.empty(),
                Optional.empty());
        Nutzerkonto elsewhere = portal("https://elsewhere.example.test").build();
        account.serviceProvider(elsewhere.metadata());

        Optional<String> key = in(login(BEISPIEL_AG)).identity().key();

        assertThat(in(login(BEISPIEL_AG.actedForBy(somebodyElse))).identity().key())
                .isEqualTo(key);
        assertThat(in(login(KEGELFREUNDE)).identity().key()).isNotEqualTo(key);
        assertThat(((Authenticated) Portal.walk(elsewhere, account, Portal.login(), login(BEISPIEL_AG)))
                        .identity()
                        .key())
                .isNotEqualTo(key);
    }

    @Test
    void test_accounts_stay_out_of_production() {
        Nutzerkonto testing = portal(Portal.ENTITY_ID).allowTestAccounts().build();

        assertThat(failure(Portal.login(), login(TEST_ACCOUNT))).contains(LoginFailure.TEST_ACCOUNT);
        assertThat(failure(Portal.login(), login(KEGELFREUNDE.asTestAccount()))).contains(LoginFailure.TEST_ACCOUNT);
        assertThat(Portal.walk(testing, account, Portal.login(), login(TEST_ACCOUNT)))
                .isInstanceOf(Authenticated.class);
    }

    @Test
    void no_certificate_reaches_the_level_high() {
        Login high = Login.atLeast(TrustLevel.HIGH).returningTo("/");

        assertThat(in(login(BEISPIEL_AG).at(TrustLevel.HIGH)).level()).isEqualTo(TrustLevel.SUBSTANTIAL);
        assertThat(failure(high, login(BEISPIEL_AG).at(TrustLevel.HIGH))).contains(LoginFailure.LEVEL_TOO_LOW);
    }

    @Test
    void opens_a_name_that_is_encrypted_once_more() {
        Authenticated in = in(login(BEISPIEL_AG).in(ResponseStyle.usual().withNameEncrypted()));

        assertThat(in.logout().nameId()).isEqualTo(in.identity().key().orElseThrow());
    }

    @Test
    void who_has_logged_in_logs_out_again() {
        try (var other = new MockNutzerkonto(0, AccountProfile.UNTERNEHMENSKONTO, Portal.IDP_KEY, Clock.systemUTC())) {
            Nutzerkonto portal = portal(other, Portal.ENTITY_ID)
                    .singleLogout(URI.create(Portal.ENTITY_ID + "/saml/slo"))
                    .build();
            other.serviceProvider(portal.metadata());
            Authenticated in = (Authenticated) Portal.walk(portal, other, Portal.login(), login(BEISPIEL_AG));

            var request = portal.beginLogout(in.logout(), "/ende").orElseThrow();

            Map<String, List<String>> answer = new LinkedHashMap<>();
            other.answer(request).fields().forEach((name, value) -> answer.put(name, List.of(value)));
            assertThat(in.logout().sessionIndex()).isPresent();
            assertThat(portal.completeLogout(UnverifiedLogout.posted(answer)).everywhere())
                    .isTrue();
        }
    }

    @Test
    void a_cancel_at_elster_is_a_cancel() {
        assertThat(Portal.walk(konto, account, Portal.login(), cancelled()))
                .isEqualTo(new LoginOutcome.Cancelled("/hund"));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_broken_is_refused_here_too(ResponseDefect defect) {
        if (defect.affects(AccountProfile.UNTERNEHMENSKONTO)) {
            assertThat(failure(Portal.login(), login(BEISPIEL_AG).broken(defect)))
                    .isEqualTo(defect.expected());
        }
    }

    @Test
    void an_account_for_citizens_knows_no_organisation() {
        try (var citizens = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC())) {
            Nutzerkonto portal =
                    Portal.with(citizens, LoginState.jdbc(Portal.h2())).build();
            citizens.serviceProvider(portal.metadata());
            LoginRequest request = portal.begin(Portal.login(), Portal.BROWSER);

            assertThatThrownBy(() -> citizens.answer(request, login(BEISPIEL_AG)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Nutzerkonto.Builder portal(String entityId) {
        return portal(account, entityId);
    }

    private static Nutzerkonto.Builder portal(MockNutzerkonto account, String entityId) {
        return Nutzerkonto.unternehmenskonto()
                .serviceProvider(entityId, URI.create(entityId + "/saml/acs"))
                .identityProvider(account.metadata())
                .keys(Portal.SP_KEY)
                .state(LoginState.jdbc(Portal.h2()));
    }

    private static Authenticated in(MockLogin script) {
        return (Authenticated) Portal.walk(konto, account, Portal.login(), script);
    }

    private static Optional<LoginFailure> failure(Login login, MockLogin script) {
        try {
            return Portal.walk(konto, account, login, script)
                    .fold(
                            in -> Optional.empty(),
                            cancelled -> Optional.of(LoginFailure.STATUS_CANCELLED),
                            refused -> Optional.of(refused.reason()));
        } catch (RejectedException e) {
            return LoginFailure.of(e);
        }
    }
}
