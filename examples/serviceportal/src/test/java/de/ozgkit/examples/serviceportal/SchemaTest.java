// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.ozgkit.core.OzgException;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.TestPersons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A FIM schema given from outside becomes an application that can be filled in and sent. */
class SchemaTest {

    // The rules of the schema want one address: in a street, at a post office box, or abroad.
    private static final List<String> SECOND_ADDRESS =
            List.of("Postfach", "Ausland", "Ausländ", "Staat", "Anschriftzeile");

    private static final int MOST_PAGES = 60;

    @TempDir
    Path folder;

    @Test
    void a_real_fim_export_can_be_filled_in_and_sent_in_every_place() {
        Path schema = Path.of(
                System.getProperty("ozgkit.specs", ""), "xoev-fim/samples/xdatenfelder2/S00000094V1.0_xdf2.xml");
        assumeTrue(
                Files.exists(schema),
                "The collected specifications are not beside this checkout: no real FIM export to try");
        try (World world = World.in(folder, Map.of("schema", schema.toString()))) {
            Citizen max = world.citizen().open("/dorsten");
            max.click("Benachrichtigung über die Beschäftigung").sees("Anmelden");
            world.logIn(max, MockLogin.login(TestPersons.MAX_MUSTERMANN)).sees("Schritt 1 von");

            answerEveryPage(max);

            max.press("Antrag absenden").sees("Ihre Vorgangsnummer ist").seesNot("Gebühr");
            String reference = max.page().select(".alert strong").text();
            assertThat(reference).startsWith("DO-");
            max.open("/postkorb").sees(reference);
        }
    }

    @Test
    void a_file_that_is_no_schema_ends_the_start_with_a_clear_message() throws IOException {
        Path file = Files.writeString(folder.resolve("kaputt.xml"), "<html/>");

        assertThatThrownBy(() ->
                        World.in(folder, Map.of("schema", file.toString())).close())
                .isInstanceOf(OzgException.class)
                .hasMessageContaining("XDatenfelder");
    }

    /** Fills in something of the right kind, page by page, until the check page. */
    private static void answerEveryPage(Citizen citizen) {
        for (int i = 0; i < MOST_PAGES && !citizen.at().getPath().endsWith("/pruefen"); i++) {
            String heading = citizen.page().select("main h1").text();
            if (SECOND_ADDRESS.stream().noneMatch(heading::contains)) {
                answer(citizen);
            }
            citizen.press("Weiter");
            if (citizen.page().select(".summary").text().contains("Lassen Sie")) {
                leaveFreeWhatIsNotWanted(citizen);
                citizen.press("Weiter");
            }
            assertThat(citizen.page().select(".summary").text())
                    .as("page %s: %s", citizen.at(), citizen.page().select("h1").text())
                    .isEmpty();
        }
    }

    private static void answer(Citizen citizen) {
        citizen.page().select("main input[type=text]").forEach(SchemaTest::fill);
        citizen.page().select("main fieldset").forEach(SchemaTest::choose);
        citizen.page().select("main select").forEach(select -> {
            Elements options = select.select("option");
            options.removeAttr("selected");
            options.get(1).attr("selected", "selected");
        });
        citizen.page().select("main textarea").forEach(area -> area.text("Ein Text"));
    }

    /** Some rules of the schema allow an answer only together with another one. */
    private static void leaveFreeWhatIsNotWanted(Citizen citizen) {
        for (Element problem : citizen.page().select(".summary a:contains(Lassen Sie)")) {
            String label = problem.text().replaceAll(".*„(.*)“.*", "$1");
            citizen.page()
                    .select("main fieldset:has(legend:contains(" + label + ")) .dates input")
                    .val("");
        }
    }

    private static void fill(Element input) {
        String label = input.parent() == null ? "" : input.parent().text();
        if (label.contains("Postleitzahl")) {
            input.val("46282");
        } else if (label.startsWith("Jahr")) {
            input.val("1990");
        } else if (label.contains("E-Mail")) {
            input.val("max.mustermann@example.org");
        } else if (label.contains("Telefon")) {
            input.val("+49 2362 1234");
        } else if (input.attr("inputmode").isEmpty()) {
            input.val("Beispiel");
        } else {
            input.val("1");
        }
    }

    private static void choose(Element fieldset) {
        Elements date = fieldset.select(".dates input");
        if (date.isEmpty()) {
            fieldset.select("input[type=radio]").stream()
                    .findFirst()
                    .ifPresent(radio -> radio.attr("checked", "checked"));
        } else {
            date.get(0).val("1");
            date.get(1).val("7");
            date.get(2).val("2026");
        }
    }
}
