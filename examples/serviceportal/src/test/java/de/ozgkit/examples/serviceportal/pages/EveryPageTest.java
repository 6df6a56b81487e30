// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.examples.serviceportal.RunningPortal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through the whole portal once, by every link, and looks at every page. */
class EveryPageTest {

    private static final List<String> FOOTER = List.of(
            "/hilfe",
            "/kontakt",
            "/echtheit",
            "/leichte-sprache",
            "/gebaerdensprache",
            "/barrierefreiheit",
            "/barriere-melden",
            "/datenschutz",
            "/impressum",
            "/daten");
    private static final Pattern JARGON = Pattern.compile(
            "(?iU)\\b(gemäß|obliegt|bezüglich|hinsichtlich|diesbezüglich|antragstellend\\w*|unbeschadet|insofern|zwecks|mittels|o\\. ?g\\.)\\b");

    private static final Map<String, HttpResponse<String>> ANSWERS = new LinkedHashMap<>();
    private static final Map<String, Document> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void walk(@TempDir Path folder) {
        try (RunningPortal portal = RunningPortal.in(folder)) {
            Deque<String> open =
                    new ArrayDeque<>(List.of("/", "/suche?q=hund", "/suche?q=nichtsdergleichen", "/marl/suche?q=auto"));
            Set<String> seen = new HashSet<>(open);
            while (!open.isEmpty()) {
                String here = open.poll();
                HttpResponse<String> answer = portal.get(here);
                ANSWERS.put(here, answer);
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    Document page = Jsoup.parse(answer.body(), portal.uri(here).toString());
                    PAGES.put(here, page);
                    page.select("a[href]").stream()
                            .map(link -> link.attr("href"))
                            .filter(href -> href.startsWith("/"))
                            .map(href -> URI.create(href).getRawPath())
                            // These ask for a log-in first: their own tests walk through them.
                            .filter(href -> !href.contains("/antrag/") && !href.equals("/postkorb"))
                            .filter(seen::add)
                            .forEach(open::add);
                    page.select("link[href], script[src]").stream()
                            .map(e -> e.attr(e.hasAttr("href") ? "href" : "src"))
                            .filter(seen::add)
                            .forEach(open::add);
                }
            }
        }
    }

    @AfterAll
    static void forget() {
        ANSWERS.clear();
        PAGES.clear();
    }

    @Test
    void every_link_leads_somewhere() {
        assertThat(PAGES).hasSizeGreaterThan(1000);
        assertThat(ANSWERS)
                .allSatisfy((path, answer) ->
                        assertThat(answer.statusCode()).as(path).isEqualTo(200));
    }

    @Test
    void every_page_has_its_own_title_that_names_the_place() {
        Map<String, String> titles = new HashMap<>();
        PAGES.forEach((path, page) -> {
            String title = page.title();
            if (!path.contains("?")) {
                assertThat(titles.put(title, path))
                        .as("two pages are called %s: %s", title, path)
                        .isNull();
            }
            assertThat(title).endsWith("Serviceportal Emscher-Lippe");
            if (!page.select("html[data-place]").isEmpty()) {
                String place = page.select(".band a").text().replaceFirst("^Stadt ", "");
                assertThat(title).as(path).contains(place);
            }
        });
    }

    @Test
    void every_page_is_sound_html() {
        ANSWERS.forEach((path, answer) -> {
            if (PAGES.containsKey(path)) {
                Parser parser = Parser.htmlParser().setTrackErrors(5);
                parser.parseInput(answer.body(), "");
                assertThat(parser.getErrors()).as(path).isEmpty();
            }
        });
    }

    @Test
    void every_page_has_one_heading_one_main_landmark_and_a_skip_link() {
        PAGES.forEach((path, page) -> {
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("main#inhalt")).as(path).hasSize(1);
            assertThat(page.body().child(0).attr("href")).as(path).isEqualTo("#inhalt");
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo("de");
            assertThat(page.select("header .demo").text())
                    .as(path)
                    .contains("Demonstration – keine offizielle Website");
            assertThat(page.select("nav:not([aria-label])")).as(path).isEmpty();
        });
    }

    @Test
    void headings_never_skip_a_level() {
        PAGES.forEach((path, page) -> {
            int last = 0;
            for (Element heading : page.select("h1, h2, h3, h4")) {
                int level = heading.tagName().charAt(1) - '0';
                assertThat(level).as(path + ": " + heading.text()).isLessThanOrEqualTo(last + 1);
                last = level;
            }
        });
    }

    @Test
    void ids_are_unique_and_everything_that_is_pointed_at_is_there() {
        PAGES.forEach((path, page) -> {
            List<String> ids = page.select("[id]").eachAttr("id");
            assertThat(ids).as(path).doesNotHaveDuplicates();
            List<String> wanted = new ArrayList<>(page.select("label[for]").eachAttr("for"));
            page.select("[aria-describedby], [aria-labelledby]")
                    .forEach(e -> wanted.addAll(List.of((e.attr("aria-describedby") + " " + e.attr("aria-labelledby"))
                            .trim()
                            .split(" "))));
            page.select("a[href^=#]").forEach(a -> wanted.add(a.attr("href").substring(1)));
            assertThat(ids).as(path).containsAll(wanted);
            page.select("input:not([type=hidden]), select, textarea")
                    .forEach(input -> assertThat(page.select("label[for=" + input.id() + "]"))
                            .as(path + ": " + input)
                            .isNotEmpty());
        });
    }

    @Test
    void help_and_law_stand_at_the_same_place_on_every_page() {
        PAGES.forEach((path, page) ->
                assertThat(page.select("footer a").eachAttr("href")).as(path).isEqualTo(FOOTER));
    }

    @Test
    void nothing_runs_or_is_styled_inline_and_nothing_comes_from_elsewhere() {
        PAGES.forEach((path, page) -> {
            assertThat(page.select("[style], style, script:not([src])"))
                    .as(path)
                    .isEmpty();
            page.getAllElements().forEach(e -> e.attributes()
                    .forEach(a -> assertThat(a.getKey()).as(path).doesNotStartWith("on")));
            page.select("[src], link[href]")
                    .forEach(e ->
                            assertThat(e.attr("src") + e.attr("href")).as(path).startsWith("/assets/"));
            page.select("a[href^=http]").forEach(a -> {
                assertThat(a.attr("href")).as(path).startsWith("https://");
                assertThat(a.attr("rel")).as(path).contains("noreferrer");
            });
        });
    }

    @Test
    void links_with_the_same_words_lead_to_the_same_page() {
        PAGES.forEach((path, page) -> {
            Map<String, String> targets = new HashMap<>();
            page.select("main a[href]").forEach(a -> {
                String before = targets.put(a.text(), a.attr("href"));
                assertThat(before).as(path + ": " + a.text()).isIn(null, a.attr("href"));
            });
        });
    }

    @Test
    void pages_stay_small() {
        ANSWERS.forEach((path, answer) ->
                assertThat(answer.body().length()).as(path).isLessThan(path.contains("leistungen") ? 80_000 : 40_000));
    }

    @Test
    void nobody_reads_office_jargon() {
        PAGES.forEach((path, page) -> assertThat(page.body().text()).as(path).doesNotContainPattern(JARGON));
    }

    @Test
    void the_umbrella_shows_the_region_the_neighbour_and_thirteen_topics() {
        Document start = PAGES.get("/");

        assertThat(start.select("#orte ~ .tiles").get(0).select("a")).hasSize(13);
        assertThat(start.select("#orte ~ .tiles").get(1).text()).isEqualTo("Herne");
        assertThat(start.select("#themen ~ .tiles a")).hasSize(13);
        assertThat(start.text()).doesNotContain("Querschnitt");
    }

    @Test
    void a_service_page_answers_the_questions_before_sign_in() {
        Document page = PAGES.get("/recklinghausen/leistung/hund-anmelden");

        assertThat(page.select("dt").eachText())
                .containsSubsequence("Für wen", "Das brauchen Sie", "Kosten", "Dauer", "Anmeldung", "Zuständig");
        assertThat(page.select("dd").text()).contains("12,00 €", "Benutzername und Passwort", "Stadt Recklinghausen");
        assertThat(page.text()).contains("Lieber persönlich?", "115", "Rechtsgrundlage", "99 102 013 104 000");
    }

    @Test
    void peculiarities_of_a_city_show() {
        assertThat(PAGES.get("/gelsenkirchen/leistung/hund-anmelden").text()).contains("138,00 €", "Tierheim");
        assertThat(PAGES.get("/marl/leistung/hund-anmelden").text())
                .contains("108,00 €")
                .doesNotContain("Tierheim");
        assertThat(PAGES).doesNotContainKey("/waltrop/leistung/bewohnerparkausweis");
    }

    @Test
    void the_kreis_leads_to_the_city_that_is_responsible() {
        Document page = PAGES.get("/kreis-recklinghausen/leistung/hund-anmelden");

        assertThat(page.select(".tiles a").eachAttr("href"))
                .hasSize(10)
                .contains("/dorsten/leistung/hund-anmelden")
                .doesNotContain("/bottrop/leistung/hund-anmelden");
    }

    @Test
    void services_of_land_and_bund_stand_beside_those_of_the_city() {
        Document page = PAGES.get("/marl/thema/mobilitaet-reisen");

        assertThat(page.select("main h2").eachText())
                .containsExactly(
                        "Von der Stadt Marl", "Vom Kreis Recklinghausen", "Vom Land Nordrhein-Westfalen", "Vom Bund");
    }
}
