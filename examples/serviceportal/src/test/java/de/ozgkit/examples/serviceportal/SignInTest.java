// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.TestOrganisations;
import de.ozgkit.testkit.TestPersons;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long somebody stays logged in, with which of our keys, and who else may come. */
class SignInTest {

    private static final String FORM = "/recklinghausen/antrag/hund-anmelden";

    @TempDir
    private Path folder;

    @Test
    void at_level_high_five_idle_minutes_end_the_login() {
        try (World world = World.in(folder)) {
            Citizen erika = world.erikaAtTheForm();

            world.pass(Duration.ofMinutes(4));
            erika.open("/postkorb").sees("Mein Postkorb").seesNot("Weiter zu");
            world.pass(Duration.ofMinutes(4));
            erika.open("/postkorb").seesNot("Weiter zu");
            world.pass(Duration.ofMinutes(5));
            erika.open("/").open("/postkorb").sees("Weiter zu").seesNot("MUSTERMANN");
        }
    }

    @Test
    void at_level_basic_a_longer_pause_is_fine_and_the_session_ends_it() {
        try (World world = World.in(folder)) {
            Citizen erika = world.citizen().open("/postkorb");
            world.logIn(erika, MockLogin.login(TestPersons.ERIKA_MUSTERMANN).at(TrustLevel.BASIC));

            world.pass(Duration.ofMinutes(20));
            erika.open("/postkorb").seesNot("Weiter zu");
            world.pass(Duration.ofMinutes(31));
            erika.open("/postkorb").sees("Weiter zu");
        }
    }

    @Test
    void opens_responses_with_the_former_key_while_the_keys_change() {
        Path second = folder.resolve("second.p12");
        KeyMaterial next = MockNutzerkonto.newKey(Clock.systemUTC());
        next.writePkcs12(second, "geheim".toCharArray());

        try (World world = World.in(folder, Map.of("OZG_SAML_SECOND_KEYS", second.toString()))) {
            assertThat(world.metadata().split("<md:KeyDescriptor", -1)).hasSizeGreaterThan(3);
            world.erikaAtTheForm().sees("Hund");
        }
    }

    @Test
    void an_organisation_logs_in_at_mein_unternehmenskonto() {
        try (World world = World.at(
                AccountProfile.UNTERNEHMENSKONTO, folder, account -> Map.of("OZG_ACCOUNT", "UNTERNEHMENSKONTO"))) {
            Citizen company = world.citizen().open("/postkorb").sees("Mein Unternehmenskonto");

            world.logIn(company, MockLogin.login(TestOrganisations.BEISPIEL_AG));

            company.open("/postkorb").sees("Firma Beispiel AG");
        }
    }
}
