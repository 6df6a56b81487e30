// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One application from the umbrella portal to the notice in a real browser, with and without JavaScript. The portal is at {@code localhost},
 * account and payment page are at {@code 127.0.0.1}: for the browser, that is another site.
 */
class BrowserWalkTest {

    @TempDir
    Path folder;

    private final PageChecks checks = new PageChecks(Path.of("target", "screenshots"));
    private Path contract;
    private Path program;
    private String payPage = "";

    @BeforeEach
    void writeFiles() throws IOException {
        contract = Files.writeString(folder.resolve("Kaufvertrag.pdf"), "%PDF-1.4\n%%EOF\n");
        program = Files.writeString(folder.resolve("bello.exe"), "MZ");
    }

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void a_citizen_registers_a_dog_pays_answers_a_question_and_gets_the_notice(boolean script) throws IOException {
        try (World world = World.in(folder);
                Browser erika = browser(world, "erika", script);
                Browser clerk = browser(world, "clerk", script)) {
            findTheService(erika);
            logIn(erika);
            fillIn(erika);
            String reference = send(erika);
            pay(erika);
            readTheStatus(erika, reference);
            ask(clerk, reference);
            answer(erika);
            decide(clerk, reference);
            readTheNotice(erika);
            if (script) {
                lookAtPagesThatSendThemselvesOn(erika);
            }
            world.payment.assertNoUnexpectedCalls();
            world.account.assertNoUnexpectedCalls();
        }
        assertThat(checks.findings()).isEmpty();
        assertThat(checks.pages()).isGreaterThanOrEqualTo(44);
        assertThat(checks.axeRuns()).isEqualTo(script ? 2 * checks.pages() : 0);
    }

    private Browser browser(World world, String name, boolean script) throws IOException {
        return Browser.start(world.uri(), Files.createDirectory(folder.resolve(name)), script);
    }

    private void findTheService(Browser erika) {
        erika.open("/").sees("Wo wohnen Sie?");
        assertThat(erika.count("a.tile.place")).isGreaterThanOrEqualTo(13);
        checks.look(erika, "start");
        erika.click("Recklinghausen").sees("Stadt Recklinghausen");
        checks.look(erika, "city");
        erika.click("Engagement & Hobby").sees("Hund anmelden");
        checks.look(erika, "topic");
        erika.click("Hund anmelden").sees("12,00");
        checks.look(erika, "service");
    }

    private void logIn(Browser erika) {
        erika.click("Jetzt beantragen").sees("Sie verlassen jetzt").sees("127.0.0.1");
        checks.look(erika, "sign-in");
        erika.press("Weiter zu");
        lookWithoutScript(erika, "hand-over", "Sie kommen jetzt zu");
        erika.pressWithoutScript("Weiter").sees("Wer meldet sich an?");
        checks.look(erika, "account");
        erika.choose("Wer meldet sich an?", "Erika Mustermann")
                .choose("Womit?", "ELSTER")
                .press("Anmelden");
        lookWithoutScript(erika, "account-back", "zum Dienst zurückgeleitet");
        erika.pressWithoutScript("Weiter").sees("Schritt 1 von").sees("Stadt Recklinghausen");
    }

    private void fillIn(Browser erika) {
        checks.look(erika, "holder");
        erika.fill("Familienname", "").press("Weiter").seesErrors("Familienname");
        checks.look(erika, "holder-error");
        erika.goesToTheFirstError()
                .fill("Familienname", "Mustermann")
                .press("Weiter")
                .sees("Schritt 2 von");

        checks.look(erika, "address");
        erika.fill("Postleitzahl", "4565").press("Weiter").seesErrors("Postleitzahl");
        checks.look(erika, "address-error");
        erika.fill("Postleitzahl", "45657").press("Weiter").sees("Schritt 3 von");

        checks.look(erika, "dog");
        erika.press("Weiter").seesErrors("Name des Hundes", "Geburtsdatum des Hundes");
        checks.look(erika, "dog-error");
        erika.fill("Name des Hundes", "Bello").choose("Rasse", "Dackel").fill("Geburtsdatum des Hundes", "27.3.2024");
        erika.choose("Geschlecht des Hundes", "Rüde")
                .fill("Farbe des Fells", "braun")
                .press("Weiter");

        erika.sees("Schritt 4 von");
        checks.look(erika, "keeping");
        erika.fill("Seit wann halten Sie den Hund", "31.2.2026").choose("Ist der Hund ein Assistenzhund", "Nein");
        erika.fill("Wie viele Hunde", "99").press("Weiter").seesErrors("Wie viele Hunde", "Seit wann");
        checks.look(erika, "keeping-error");
        erika.fill("Seit wann halten Sie den Hund", "1.10.2026")
                .fill("Wie viele Hunde", "1")
                .press("Weiter");

        erika.sees("Schritt 5 von");
        checks.look(erika, "proof");
        erika.attach("Nachweis", program).press("Weiter").seesErrors("PDF");
        checks.look(erika, "proof-error");
        erika.attach("Nachweis", contract).press("Weiter").sees("Angaben prüfen und absenden");
    }

    private String send(Browser erika) {
        erika.sees("27. März 2024").sees("Dackel").sees("Kaufvertrag.pdf");
        checks.look(erika, "check");
        erika.press(DogRegistration.SEND).sees("Ihre Vorgangsnummer ist");
        checks.look(erika, "received");
        return erika.textOf(".alert strong");
    }

    private void pay(Browser erika) {
        erika.click("Weiter zur Bezahlung").sees("Jetzt 12,00");
        checks.look(erika, "pay");
        erika.press("Jetzt 12,00").sees("Bezahlen mit Kreditkarte");
        payPage = erika.driver().getCurrentUrl();
        checks.look(erika, "platform");
        erika.press("Bezahlen mit Kreditkarte");
        lookWithoutScript(erika, "platform-back", "zum Portal zurückgeleitet");
        erika.pressWithoutScript("Weiter zum Portal").sees("Gebühr bezahlt");
        checks.look(erika, "paid");
    }

    private void readTheStatus(Browser erika, String reference) {
        erika.open("/postkorb").sees(reference).sees("Eingegangen");
        checks.look(erika, "postbox");
        erika.click("Hund anmelden").sees("Die Gebühr ist bezahlt");
        checks.look(erika, "case");
    }

    private void ask(Browser clerk, String reference) {
        clerk.open("/amt").sees("Anmeldung für Ämter");
        checks.look(clerk, "desk-login");
        clerk.choose("Behörde", "Stadt Recklinghausen")
                .fill("Passwort", "falsch")
                .press("Anmelden");
        clerk.seesErrors("Ort und Passwort passen nicht zusammen.");
        checks.look(clerk, "desk-login-error");
        clerk.choose("Behörde", "Stadt Recklinghausen")
                .fill("Passwort", World.DESK_PASSWORD)
                .press("Anmelden");
        clerk.sees("Eingang Stadt Recklinghausen");
        checks.look(clerk, "desk");
        clerk.click(reference).sees("Bello").sees("bezahlt am");
        checks.look(clerk, "desk-case");
        clerk.press("In Prüfung nehmen").sees("In Prüfung");
        clerk.press("Rückfrage senden").seesErrors("Schreiben Sie");
        checks.look(clerk, "desk-case-error");
        clerk.fill("Ihre Frage", "Bitte schicken Sie uns den Kaufvertrag.").press("Rückfrage senden");
        clerk.sees("Rückfrage an Sie");
        checks.look(clerk, "desk-asked");
    }

    private void answer(Browser erika) {
        erika.open("/postkorb").sees("ungelesen");
        checks.look(erika, "postbox-unread");
        erika.click("Rückfrage zu Ihrem Antrag")
                .sees("Bevor Sie die Nachricht öffnen")
                .seesNot("Kaufvertrag");
        checks.look(erika, "message-closed");
        erika.press("Nachricht öffnen").sees("Bitte schicken Sie uns den Kaufvertrag.");
        checks.look(erika, "message");
        erika.click("Zum Antrag").sees("Sie müssen etwas tun");
        checks.look(erika, "case-asked");
        erika.press("Nachricht senden").seesErrors("Schreiben Sie einen Text");
        checks.look(erika, "case-error");
        erika.goesToTheFirstError().fill("Ihre Nachricht", "Anbei der Vertrag.").attach("Datei anhängen", contract);
        erika.press("Nachricht senden").sees("Anbei der Vertrag.").sees("In Prüfung");
        checks.look(erika, "case-answered");
    }

    private void decide(Browser clerk, String reference) {
        clerk.open("/amt").click(reference).sees("Anbei der Vertrag.").sees("Kaufvertrag.pdf");
        checks.look(clerk, "desk-answered");
        clerk.press("Bescheid zustellen").seesErrors("Schreiben Sie").goesToTheFirstError();
        clerk.fill("Ihre Entscheidung", "Ihr Hund ist angemeldet.")
                .press("Bescheid zustellen")
                .sees("entschieden");
        checks.look(clerk, "desk-decided");
        clerk.open("/amt").sees(reference);
        checks.look(clerk, "desk-inbox-decided");
    }

    private void readTheNotice(Browser erika) {
        erika.open("/postkorb").click("Entscheidung über Ihren Antrag").press("Nachricht öffnen");
        erika.sees("Ihr Hund ist angemeldet.");
        checks.look(erika, "notice");
        erika.open("/postkorb").sees("Alles gelesen.").sees("Entschieden");
        checks.look(erika, "postbox-decided");
        erika.click("Hund anmelden").sees("Entschieden");
        checks.look(erika, "case-decided");
        erika.open("/postkorb").press("Abmelden").sees("Sie sind abgemeldet");
        checks.look(erika, "signed-out");
    }

    /** The mock of the payment page shows its way back again for a payment that is done. */
    private void lookAtPagesThatSendThemselvesOn(Browser erika) {
        erika.holdScripts().open("/postkorb").press("Weiter zu").sees("Sie kommen jetzt zu");
        checks.look(erika, "hand-over");
        erika.press("Weiter").sees("Wer meldet sich an?").press("Anmelden").sees("zum Dienst zurückgeleitet");
        checks.look(erika, "account-back");
        erika.press("Weiter").sees("Mein Postkorb");
        erika.driver().get(payPage);
        erika.sees("zum Portal zurückgeleitet");
        checks.look(erika, "platform-back");
        erika.press("Weiter zum Portal").sees("Gebühr bezahlt");
    }

    /** A page that sends itself on where scripts run. */
    private void lookWithoutScript(Browser browser, String name, String text) {
        if (!browser.hasScript()) {
            browser.sees(text);
            checks.look(browser, name);
        }
    }
}
