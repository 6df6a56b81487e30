// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.ResponseDefect;
import de.ozgkit.testkit.TestPersons;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mistakes, attacks and failures on the way: each ends in a clear message, nothing is lost, nothing happens twice. */
class WrongInputTest {

    private static World world;

    @BeforeAll
    static void start(@TempDir Path folder) {
        world = World.in(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void forgetScripts() {
        world.account.reset();
        world.payment.notifications(MockPmPayment.Notify.BEFORE_RETURN);
    }

    @Test
    void a_value_out_of_range_is_explained_and_what_was_typed_is_kept() {
        Citizen erika = atThePageAboutKeeping(TestPersons.ERIKA_MUSTERMANN);

        erika.fill("Seit wann halten Sie den Hund", "1.10.2026")
                .choose("Ist der Hund ein Assistenzhund", "Nein")
                .fill("Wie viele Hunde", "99")
                .press("Weiter");

        assertThat(erika.status()).isEqualTo(422);
        assertThat(erika.title()).startsWith("Fehler: ");
        String text = erika.page().select(".summary a").text();
        assertThat(text).contains("Wie viele Hunde").contains("10");
        assertThat(erika.page().select(".field.wrong .message").text()).contains(text);
        assertThat(erika.page().select("input[aria-invalid=true]").val()).isEqualTo("99");
        String target = erika.page().select(".summary a").attr("href").substring(1);
        assertThat(erika.page().getElementById(target)).isNotNull();

        erika.fill("Wie viele Hunde", "1").press("Weiter").sees("Nachweis");
    }

    @Test
    void an_empty_page_names_every_missing_answer() {
        Citizen erika = world.erikaAtTheForm();
        erika.press("Weiter").press("Weiter").press("Weiter");

        assertThat(erika.status()).isEqualTo(422);
        assertThat(erika.page().select(".summary a").eachText())
                .anyMatch(text -> text.contains("Name des Hundes"))
                .anyMatch(text -> text.contains("Rasse"));
    }

    @Test
    void a_lost_session_costs_no_answer() {
        Citizen max = logIn(TestPersons.MAX_MUSTERMANN);
        max.press("Weiter").press("Weiter");
        DogRegistration.dog(max).sees("Seit wann halten Sie den Hund");
        URI page = max.at();

        max.forgetsCookies();
        max.fill("Wie viele Hunde", "1").press("Weiter");
        assertThat(max.status()).isEqualTo(403);
        max.sees("laden Sie die Seite neu");

        max.open(page.getPath()).sees("Anmelden");
        world.logIn(max, MockLogin.login(TestPersons.MAX_MUSTERMANN)).sees("Seit wann halten Sie den Hund");
        max.open(page.getPath().replaceAll("/[^/]+$", "/pruefen")).sees("Bello");
    }

    @ParameterizedTest
    @EnumSource(
            value = ResponseDefect.class,
            names = {
                "RESPONSE_TAMPERED",
                "UNSIGNED_RESPONSE",
                "RESPONSE_SIGNED_BY_STRANGER",
                "NOT_ENCRYPTED",
                "WRONG_AUDIENCE",
                "EXPIRED",
                "XSW_3"
            })
    void a_response_that_must_not_be_believed_logs_nobody_in(ResponseDefect defect) {
        Citizen someone = world.citizen().open("/postkorb");

        world.logIn(someone, MockLogin.login(TestPersons.ERIKA_MUSTERMANN).broken(defect));

        assertThat(someone.status()).isEqualTo(400);
        someone.sees("Sie sind nicht angemeldet").seesNot("ERIKA");
        someone.open("/postkorb").sees("Anmelden").seesNot("Meine Anträge");
    }

    @Test
    void a_response_posted_by_another_browser_logs_nobody_in() {
        Citizen attacker = world.citizen().open("/postkorb");
        world.account.nextLogin(MockLogin.login(TestPersons.MAX_MUSTERMANN));
        attacker.press("Weiter zu").press("Weiter");
        List<Connection.KeyVal> response = attacker.form("Weiter");
        URI acs = attacker.action("Weiter");

        Citizen victim = world.citizen().open("/postkorb");
        victim.post(acs, response).sees("Sie sind nicht angemeldet").seesNot("MAX");
    }

    @Test
    void cancelling_the_log_in_leads_back_with_a_way_to_try_again() {
        Citizen someone = world.citizen().open("/recklinghausen/antrag/hund-anmelden");

        world.logIn(someone, MockLogin.cancelled()).sees("Sie haben die Anmeldung abgebrochen");

        world.logIn(someone, MockLogin.login(TestPersons.WITHOUT_ADDRESS)).sees("Schritt 1 von");
    }

    @Test
    void a_second_click_on_send_makes_no_second_application() {
        Citizen abroad = DogRegistration.fillIn(logIn(TestPersons.ABROAD));
        List<Connection.KeyVal> form = abroad.form(DogRegistration.SEND);
        URI action = abroad.action(DogRegistration.SEND);

        List<String> references = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> abroad.copy()
                        .post(action, form)
                        .page()
                        .select(".alert strong")
                        .text())
                .toList();

        assertThat(references).doesNotContain("").containsOnly(references.get(0));
        abroad.open("/postkorb");
        assertThat(abroad.page().text().split("eingegangen ", -1)).hasSize(2);
        abroad.open(action.getPath().replace("senden", "pruefen")).sees("schon abgeschickt");
    }

    @Test
    void a_second_click_on_pay_leads_to_the_same_page_and_books_once() {
        Citizen erika = submitted(TestPersons.ERIKA_MUSTERMANN).click("Weiter zur Bezahlung");
        List<Connection.KeyVal> form = erika.form("Jetzt 12,00");
        URI action = erika.action("Jetzt 12,00");
        int before = world.payment.transactions().size();

        List<String> pages = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> erika.copy().post(action, form).at().toString())
                .toList();

        assertThat(pages).containsOnly(pages.get(0)).allMatch(page -> page.contains("/paypage/"));
        assertThat(world.payment.transactions()).hasSize(before + 1);
        erika.post(action, form)
                .press("Bezahlen mit Kreditkarte")
                .press("Weiter zum Portal")
                .sees("Gebühr bezahlt");
        erika.post(action, form).sees("Gebühr bezahlt");
        assertThat(world.payment.transactions()).hasSize(before + 1);
    }

    @Test
    void a_forged_notification_changes_nothing() {
        Citizen erika = submitted(TestPersons.ERIKA_MUSTERMANN)
                .click("Weiter zur Bezahlung")
                .press("Jetzt 12,00");
        String txid = world.payment
                .transactions()
                .get(world.payment.transactions().size() - 1)
                .txid();
        Map<String, String> paid = world.payment.notifyForm(txid);
        Citizen forger = world.citizen();

        forger.post(world.uri().resolve("/zahlung/notify/ausgedacht"), Map.of("status", "1"));
        assertThat(forger.status()).isEqualTo(404);
        forger.post(world.uri().resolve("/zahlung/return/" + "A".repeat(24)), paid);
        assertThat(forger.status()).isEqualTo(404);

        // Even with the right address: what it says is not believed, the platform is asked.
        forger.post(notifyAddress(txid), withStatusPaid(paid));
        erika.open("/postkorb").click("Hund anmelden").seesNot("bezahlt am");

        Citizen wrongHash = world.citizen();
        wrongHash.post(returnAddress(txid), withStatusPaid(world.payment.returnForm(txid)));
        assertThat(wrongHash.status()).isEqualTo(400);
        wrongHash.sees("Diese Nachricht konnte nicht angenommen werden");
        erika.open("/postkorb").click("Hund anmelden").seesNot("bezahlt am");
    }

    @Test
    void a_stopped_payment_platform_loses_no_application() {
        Citizen erika = submitted(TestPersons.ERIKA_MUSTERMANN).click("Weiter zur Bezahlung");
        world.payment.next("/payment/secure", Fault.reset(), Fault.reset(), Fault.reset(), Fault.reset());
        world.payment.next(
                "/payment/status/{ags}/{txid}",
                Fault.reset(),
                Fault.reset(),
                Fault.reset(),
                Fault.reset(),
                Fault.reset(),
                Fault.reset());

        erika.press("Jetzt 12,00");

        assertThat(erika.status()).isEqualTo(503);
        erika.sees("Die Zahlung ist nicht gestartet").sees("Ihr Antrag ist eingegangen");
        world.payment.reset();
        erika.press("Jetzt 12,00")
                .press("Bezahlen mit Kreditkarte")
                .press("Weiter zum Portal")
                .sees("Gebühr bezahlt");
    }

    @Test
    void money_that_arrives_while_the_browser_is_gone_is_seen_all_the_same() {
        Citizen erika = submitted(TestPersons.ERIKA_MUSTERMANN)
                .click("Weiter zur Bezahlung")
                .press("Jetzt 12,00");
        String txid = world.payment
                .transactions()
                .get(world.payment.transactions().size() - 1)
                .txid();

        world.payment.pay(txid);
        world.payment.notifyPortal(txid);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> erika.open("/postkorb").click("Hund anmelden").sees("bezahlt am"));
    }

    @Test
    void somebody_elses_application_and_draft_are_not_there() {
        Citizen erika = submitted(TestPersons.ERIKA_MUSTERMANN);
        String path = erika.at().getPath();
        Citizen max = logIn(TestPersons.MAX_MUSTERMANN);
        String draft = max.at().getPath();

        max.open(path);
        assertThat(max.status()).isEqualTo(404);
        max.open(path.replace("eingegangen", "zahlung"));
        assertThat(max.status()).isEqualTo(404);
        erika.open(draft);
        assertThat(erika.status()).isEqualTo(404);
    }

    @Test
    void a_desk_sees_its_own_city_only_and_guesses_are_slowed_down() {
        Citizen erika = submitted(TestPersons.ERIKA_MUSTERMANN);
        String id = erika.at().getPath().split("/")[2];
        Citizen clerk = world.citizen().open("/amt");
        clerk.choose("Behörde", "Stadt Marl")
                .fill("Passwort", "falsch")
                .press("Anmelden")
                .sees("passen nicht zusammen");
        clerk.choose("Behörde", "Stadt Marl")
                .fill("Passwort", World.DESK_PASSWORD)
                .press("Anmelden")
                .sees("Eingang");

        clerk.open("/amt/vorgang/" + id);
        assertThat(clerk.status()).isEqualTo(404);
        Citizen nobody = world.citizen().open("/amt/vorgang/" + id);
        nobody.sees("Anmeldung für Ämter");
    }

    @Test
    void a_file_of_a_forbidden_kind_is_refused_and_the_message_is_kept() {
        Citizen erika = submitted(TestPersons.ERIKA_MUSTERMANN).click("Stand ansehen");

        erika.fill("Ihre Nachricht", "Hier ist etwas.")
                .attach(
                        "Datei anhängen",
                        "programm.pdf",
                        "MZ\u0000\u0001not a pdf".getBytes(StandardCharsets.ISO_8859_1))
                .press("Nachricht senden");

        assertThat(erika.status()).isEqualTo(422);
        assertThat(erika.title()).startsWith("Fehler: ");
        assertThat(erika.page().select("textarea").val()).isEqualTo("Hier ist etwas.");
    }

    @Test
    void a_form_without_its_token_is_turned_away() {
        Citizen erika = world.erikaAtTheForm();
        erika.post(erika.at(), Map.of("G05000000001.F05000000001", "Mallory"));

        assertThat(erika.status()).isEqualTo(403);
    }

    private static Citizen logIn(de.ozgkit.testkit.TestPerson person) {
        Citizen citizen = world.citizen().open("/recklinghausen/antrag/hund-anmelden");
        return world.logIn(citizen, MockLogin.login(person));
    }

    private static Citizen atThePageAboutKeeping(de.ozgkit.testkit.TestPerson person) {
        Citizen citizen = logIn(person);
        while (citizen.page().select("h1").text().startsWith("Halt")
                || citizen.page().select("h1").text().startsWith("Anschrift")) {
            if (citizen.page().text().contains("Seit wann")) {
                return citizen;
            }
            citizen.press("Weiter");
        }
        return DogRegistration.dog(citizen);
    }

    private static Citizen submitted(de.ozgkit.testkit.TestPerson person) {
        Citizen citizen = logIn(person);
        return DogRegistration.fillIn(citizen).press(DogRegistration.SEND).sees("Ihre Vorgangsnummer ist");
    }

    private static URI notifyAddress(String txid) {
        return URI.create(world.payment.requests("/payment/secure").stream()
                .filter(call -> txid.equals(call.form().get("txid")))
                .findFirst()
                .orElseThrow()
                .form()
                .get("notifyURL"));
    }

    private static URI returnAddress(String txid) {
        return URI.create(notifyAddress(txid).toString().replace("/notify/", "/return/"));
    }

    private static Map<String, String> withStatusPaid(Map<String, String> form) {
        java.util.HashMap<String, String> forged = new java.util.HashMap<>(form);
        forged.put("status", "1");
        forged.put("payment_method", "creditcard");
        return forged;
    }
}
