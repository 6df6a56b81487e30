// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.examples.serviceportal.RunningPortal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first form of the portal: what is right here is right for all. */
class BarrierPagesTest {

    private static RunningPortal portal;

    @BeforeAll
    static void start(@TempDir Path folder) {
        portal = RunningPortal.in(folder);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void shows_a_wrong_form_again_with_what_was_typed() {
        var answer = send("", "kein-mail");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.title()).startsWith("Fehler: Barriere melden");
        assertThat(page.select("[data-focus] a").eachAttr("href")).containsExactly("#text", "#mail");
        assertThat(page.select("#text-error").text()).contains("Beschreiben Sie");
        assertThat(page.select("#text").attr("aria-describedby")).isEqualTo("text-hint text-error");
        assertThat(page.select("#mail").val()).isEqualTo("kein-mail");
        assertThat(page.select("form").hasAttr("novalidate")).isTrue();
    }

    @Test
    void confirms_a_report_with_its_number_and_what_comes_next() {
        var answer = send("Die Kacheln sind zu klein.", "");
        assertThat(answer.statusCode()).isEqualTo(303);

        String location = answer.headers().firstValue("Location").orElseThrow();
        Document thanks = portal.page(location);

        assertThat(thanks.select("h1").text()).isEqualTo("Ihre Meldung ist gespeichert");
        assertThat(thanks.text()).containsPattern("Nummer: [0-9a-f]{8}").contains("10 Werktagen", "Ombudsstelle");
    }

    @Test
    void does_not_repeat_a_number_that_is_none() {
        assertThat(portal.page("/barriere-melden/danke?nr=%3Cb%3E").text()).doesNotContain("Nummer:");
    }

    private HttpResponse<String> send(String text, String mail) {
        String token = portal.page("/barriere-melden").select("[name=_csrf]").val();
        return portal.post("/barriere-melden", Map.of("text", text, "mail", mail, "_csrf", token));
    }
}
