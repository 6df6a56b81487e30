// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import de.ozgkit.core.Money;
import de.ozgkit.payment.BankTransfer;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.TestPersons;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place that takes its fees by bank transfer, over real HTTP, without JavaScript. */
class TransferTest {

    private static final String IBAN = "DE53999999990000000042";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int SCALE = 4;

    private World world;
    private Citizen erika;

    @BeforeEach
    void apply(@TempDir Path folder) {
        world = World.in(folder, Map.of("OZG_TRANSFER_IBANS", "recklinghausen=" + IBAN));
        erika = DogRegistration.fillIn(world.erikaAtTheForm()).press(DogRegistration.SEND);
        erika.click("Weiter zur Bezahlung");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void says_what_to_write_as_text_and_as_a_code() throws Exception {
        erika.sees("Hier bezahlen Sie mit einer Überweisung").seesNot("Sie verlassen jetzt");
        erika.press("12,00").sees("Gebühr überweisen").seesNot("Demonstration");

        Document page = erika.page();
        assertThat(erika.at().getPath()).endsWith("/zahlung/ueberweisung");
        assertThat(fact(page, "Zahlungsempfänger")).isEqualTo("Stadt Recklinghausen");
        assertThat(fact(page, "IBAN")).isEqualTo("DE53 9999 9999 0000 0000 42");
        assertThat(fact(page, "Betrag")).isEqualTo("12,00 €");
        assertThat(fact(page, "Zahlbar bis")).matches("\\d+\\. \\S+ 20\\d\\d");
        BankTransfer read = BankTransfer.parse(scanned(page.selectFirst(".code svg")));
        assertThat(read.name()).isEqualTo("Stadt Recklinghausen");
        assertThat(read.iban()).isEqualTo(IBAN);
        assertThat(read.amount()).isEqualTo(Money.cents(1200));
        assertThat(fact(page, "Verwendungszweck")).isEqualTo(read.text());
    }

    @Test
    void the_code_needs_no_eyes_and_no_exception_from_the_content_security_policy() {
        Document page = erika.press("12,00").page();

        Element code = page.selectFirst(".code svg");
        assertThat(code.attr("role")).isEqualTo("img");
        assertThat(code.attr("aria-label")).contains("QR-Code", "Alle Angaben stehen als Text daneben");
        assertThat(page.select("[style]")).isEmpty();
        assertThat(erika.answer().header("Content-Security-Policy")).doesNotContain("unsafe-inline");
        assertThat(erika.answer().header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_page_can_be_opened_again_and_stays_the_same() {
        String path = erika.press("12,00").at().getPath();
        String before = fact(erika.page(), "Verwendungszweck");
        world.stopPortal();
        world.startPortal();

        assertThat(fact(erika.open(path).page(), "Verwendungszweck")).isEqualTo(before);
        erika.click("Gebühr").sees("Überweisung wird erwartet").seesNot("Zahlungsseite");
        erika.click("Angaben für die Überweisung");
        assertThat(fact(erika.page(), "Verwendungszweck")).isEqualTo(before);
        erika.click("Zu Ihrem Antrag").sees("12,00 €, Überweisung wird erwartet");
    }

    @Test
    void shows_nothing_before_it_was_asked_for_and_nothing_to_others() {
        String fee = erika.at().getPath();
        erika.open(fee + "/ueberweisung").sees("Gebühr bezahlen").seesNot("IBAN");
        assertThat(erika.at().getPath()).isEqualTo(fee);
        erika.press("12,00");

        Citizen max =
                world.citizen().open(fee + "/ueberweisung").sees("Anmelden").seesNot("IBAN");
        world.logIn(max, MockLogin.login(TestPersons.MAX_MUSTERMANN));
        assertThat(max.status()).isEqualTo(404);
    }

    private static String fact(Document page, String label) {
        return page.select("dt").stream()
                .filter(term -> term.text().equals(label))
                .map(term -> term.nextElementSibling().text().replace('\u00a0', ' '))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + label + "' on:\n" + page.text()));
    }

    /** What a banking app reads. */
    private static String scanned(Element svg) throws Exception {
        int side = Integer.parseInt(svg.attr("viewBox").split(" ")[2]) * SCALE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        graphics.setColor(Color.BLACK);
        Matcher run = RUN.matcher(svg.outerHtml());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            graphics.fillRect(x * SCALE, y * SCALE, Integer.parseInt(run.group(3)) * SCALE, SCALE);
        }
        graphics.dispose();
        int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
                        Map.of(DecodeHintType.CHARACTER_SET, "UTF-8"))
                .getText();
    }
}
