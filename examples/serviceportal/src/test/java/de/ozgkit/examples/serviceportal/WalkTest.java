// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One application from the umbrella portal to the notice, over real HTTP, without JavaScript. */
class WalkTest {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void a_citizen_registers_a_dog_pays_answers_a_question_and_gets_the_notice() {
        try (World world = World.in(folder)) {
            walk(world);
        }
    }

    @Test
    void the_same_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                World world = World.in(
                        folder,
                        Map.of(
                                "OZG_JDBC_URL",
                                postgres.getJdbcUrl("postgres", "postgres"),
                                "OZG_JDBC_USER",
                                "postgres"))) {
            walk(world);
        }
    }

    private static void walk(World world) {
        Citizen erika = world.citizen();
        erika.open("/");
        assertThat(erika.page().select("a.tile.place")).hasSizeGreaterThanOrEqualTo(13);
        erika.click("Recklinghausen")
                .click("Engagement & Hobby")
                .click("Hund anmelden")
                .sees("12,00")
                .click("Jetzt beantragen");
        erika.sees("Sie verlassen jetzt").sees("127.0.0.1");
        world.logIn(erika, de.ozgkit.testkit.MockLogin.login(de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN));
        erika.sees("Schritt 1 von").sees("Stadt Recklinghausen");
        assertThat(erika.page().select("input[value=MUSTERMANN]"))
                .as("filled in from the account")
                .isNotEmpty();

        DogRegistration.fillIn(erika);
        erika.sees("Angaben prüfen und absenden").sees("27. März 2024").sees("Dackel");
        erika.press(DogRegistration.SEND).sees("Ihre Vorgangsnummer ist");
        String reference = erika.page().select(".alert strong").text();
        DogRegistration.pay(erika).sees("Gebühr bezahlt").sees("Bezahlt");
        erika.open("/postkorb").sees(reference).sees("Eingegangen");
        erika.click("Hund anmelden").sees("Die Gebühr ist bezahlt");

        Citizen clerk = atTheDesk(world, reference);
        clerk.sees("Bello").sees("bezahlt am");
        clerk.press("In Prüfung nehmen").sees("In Prüfung");
        clerk.fill("Ihre Frage", "Bitte schicken Sie uns den Kaufvertrag.").press("Rückfrage senden");
        clerk.sees("Rückfrage an Sie");

        erika.open("/postkorb").sees("ungelesen").click("Rückfrage zu Ihrem Antrag");
        erika.seesNot("Kaufvertrag").press("Nachricht öffnen").sees("Bitte schicken Sie uns den Kaufvertrag.");
        erika.click("Zum Antrag").sees("Sie müssen etwas tun");
        erika.fill("Ihre Nachricht", "Anbei der Vertrag.")
                .attach("Datei anhängen", "Vertrag.pdf", PDF)
                .press("Nachricht senden");
        erika.sees("Anbei der Vertrag.").sees("Vertrag.pdf").sees("In Prüfung");

        clerk.open("/amt").click(reference).sees("Anbei der Vertrag.");
        clerk.click("Vertrag.pdf");
        assertThat(clerk.bytes()).isEqualTo(PDF);
        assertThat(clerk.answer().header("Content-Disposition")).startsWith("attachment");
        clerk.open("/amt").click(reference);
        clerk.fill("Ihre Entscheidung", "Ihr Hund ist angemeldet.")
                .press("Bescheid zustellen")
                .sees("entschieden");

        erika.open("/postkorb").click("Entscheidung über Ihren Antrag").press("Nachricht öffnen");
        erika.sees("Ihr Hund ist angemeldet.");
        erika.open("/postkorb").sees("Alles gelesen.").sees("Entschieden");
        world.payment.assertNoUnexpectedCalls();
        world.account.assertNoUnexpectedCalls();
    }

    /** The clerk sees an application once the outbox has delivered it. */
    static Citizen atTheDesk(World world, String reference) {
        Citizen clerk = world.citizen().open("/amt");
        clerk.choose("Behörde", "Stadt Recklinghausen")
                .fill("Passwort", World.DESK_PASSWORD)
                .press("Anmelden");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> clerk.open("/amt").sees(reference));
        return clerk.click(reference);
    }
}
