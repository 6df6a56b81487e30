// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conventions for forms and lists, on every component. */
class ComponentsTest {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, null, "de.ozgkit.examples.serviceportal.pages.jte");
    private static final Ui.Field WRONG = Ui.Field.of("plz", "Postleitzahl")
            .withHint("Fünf Ziffern.")
            .withValue("4\"<>5")
            .withError(Optional.of("Geben Sie die Postleitzahl an, zum Beispiel 45657"));

    @ParameterizedTest
    @ValueSource(strings = {"field", "textarea", "select", "radios", "checkbox", "upload", "date"})
    void a_question_with_an_error_points_to_the_hint_and_then_to_the_error(String component) {
        Document html = render(component, Map.of("field", WRONG, "options", List.of(Ui.Option.of("1", "Eins"))));

        Element described = html.selectFirst("[aria-describedby]");
        assertThat(described.attr("aria-describedby")).isEqualTo("plz-hint plz-error");
        assertThat(html.select("#plz-hint").text()).isEqualTo("Fünf Ziffern.");
        assertThat(html.select("#plz-error").text())
                .isEqualTo("Fehler: Geben Sie die Postleitzahl an, zum Beispiel 45657");
        assertThat(html.select("[aria-invalid=true]")).isNotEmpty();
        assertThat(html.select("#plz")).as("the summary links here").hasSize(1);
        assertThat(html.select("[required], [role=alert]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"field", "textarea", "select", "radios", "checkbox", "upload", "date"})
    void a_question_that_need_not_be_answered_is_marked(String component) {
        Ui.Field field = Ui.Field.of("chip", "Chipnummer").asOptional();
        Document html = render(component, Map.of("field", field, "options", List.of(Ui.Option.of("1", "Eins"))));

        assertThat(html.text()).contains("Chipnummer (freiwillig)");
        assertThat(html.select("[aria-required], [aria-describedby], [aria-invalid]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"field", "textarea", "select", "upload"})
    void every_label_belongs_to_its_control(String component) {
        Document html = render(component, Map.of("field", WRONG, "options", List.of()));

        assertThat(html.select("label[for=plz]").text()).isEqualTo("Postleitzahl");
    }

    @Test
    void one_question_on_a_page_is_its_heading() {
        Document label = render("field", Map.of("field", WRONG.titled()));
        Document legend = render("radios", Map.of("field", WRONG.titled(), "options", List.of()));

        assertThat(label.select("label > h1").text()).isEqualTo("Postleitzahl");
        assertThat(legend.select("legend > h1").text()).isEqualTo("Postleitzahl");
    }

    @Test
    void what_was_typed_stays_and_is_text() {
        assertThat(render("field", Map.of("field", WRONG)).select("input").val())
                .isEqualTo("4\"<>5");
        assertThat(render("textarea", Map.of("field", WRONG)).select("textarea").val())
                .isEqualTo("4\"<>5");
    }

    @Test
    void a_chosen_answer_stays_chosen() {
        Ui.Field field = Ui.Field.of("rasse", "Rasse").withValue("2");
        List<Ui.Option> options = List.of(Ui.Option.of("1", "Beagle"), new Ui.Option("2", "Dackel", "Auch Teckel."));

        Document select = render("select", Map.of("field", field, "options", options));
        Document radios = render("radios", Map.of("field", field, "options", options));

        assertThat(select.select("option[selected]").eachText()).containsExactly("Dackel");
        assertThat(radios.select("[checked]").eachAttr("value")).containsExactly("2");
        assertThat(radios.select("[checked]").attr("aria-describedby")).isEqualTo("rasse-1-more");
    }

    @Test
    void a_date_is_three_fields_for_digits_that_browsers_fill_in() {
        Document html = render(
                "date",
                Map.of(
                        "field",
                        Ui.Field.of("geb", "Geburtsdatum"),
                        "day",
                        "27",
                        "month",
                        "3",
                        "year",
                        "2024",
                        "birthday",
                        true));

        assertThat(html.select("input").eachAttr("name")).containsExactly("geb.tag", "geb.monat", "geb.jahr");
        assertThat(html.select("input").eachAttr("value")).containsExactly("27", "3", "2024");
        assertThat(html.select("input[inputmode=numeric]")).hasSize(3);
        assertThat(html.select("input").eachAttr("autocomplete"))
                .containsExactly("bday-day", "bday-month", "bday-year");
        assertThat(html.select("fieldset > legend").text()).isEqualTo("Geburtsdatum");
    }

    @Test
    void the_summary_of_errors_takes_the_focus_and_links_to_each_field() {
        Document html = render(
                "errors",
                Map.of(
                        "problems",
                        List.of(new Ui.Problem("plz", "Postleitzahl fehlt"), new Ui.Problem("ort", "Ort fehlt"))));

        assertThat(html.select("[data-focus][tabindex=-1][role=alert]")).hasSize(1);
        assertThat(html.select("a").eachAttr("href")).containsExactly("#plz", "#ort");
        assertThat(render("errors", Map.of("problems", List.of())).text()).isEmpty();
    }

    @Test
    void answers_can_be_changed_by_links_that_say_what_they_change() {
        Document html = render(
                "answers",
                Map.of("answers", List.of(new Ui.Answer("Rasse", "Dackel", "/x"), new Ui.Answer("Chip", "", ""))));

        assertThat(html.select("a").text()).isEqualTo("Ändern: Rasse");
        assertThat(html.select("dd").eachText()).contains("Keine Angabe");
    }

    @Test
    void a_task_that_is_not_possible_yet_is_no_link() {
        Document html = render(
                "tasks",
                Map.of(
                        "tasks",
                        List.of(
                                new Ui.Task("Angaben zum Hund", "/a", Ui.TaskState.DONE),
                                new Ui.Task("Absenden", "", Ui.TaskState.LATER))));

        assertThat(html.select("a").eachText()).containsExactly("Angaben zum Hund");
        assertThat(html.select(".badge").eachText()).containsExactly("Erledigt", "Noch nicht möglich");
    }

    @Test
    void the_timeline_says_in_words_where_one_is() {
        Document html = render(
                "timeline",
                Map.of(
                        "steps",
                        List.of(
                                new Ui.Step("Eingegangen", "Wir haben Ihren Antrag.", "3. Mai 2026", true, false),
                                new Ui.Step("In Prüfung", "", "", false, true),
                                new Ui.Step("Entschieden", "", "", false, false))));

        assertThat(html.select("ol > li")).hasSize(3);
        assertThat(html.select("[aria-current=step]").text()).contains("In Prüfung", "hier stehen Sie");
        assertThat(html.text()).contains("erledigt", "kommt noch");
    }

    @Test
    void messages_name_author_role_and_time_and_new_ones_are_announced() {
        var file = new Ui.FileLine("impfpass.pdf", "PDF, 120 KB", "/f", "");
        Document html = render(
                "thread",
                Map.of(
                        "messages",
                        List.of(new Ui.Message(
                                "Frau Beispiel",
                                "Steueramt",
                                "3. Mai, 9:12 Uhr",
                                "Bitte\nImpfpass",
                                List.of(file),
                                false))));

        assertThat(html.select("[role=log][aria-live=polite]")).hasSize(1);
        assertThat(html.text()).contains("Frau Beispiel", "Steueramt, 3. Mai, 9:12 Uhr", "impfpass.pdf", "PDF, 120 KB");
    }

    @Test
    void tables_have_a_caption_and_heads_and_scroll_by_keyboard() {
        Document html = render(
                "table",
                Map.of("table", new Ui.Table("Anträge", List.of("Datum", "Stand"), List.of(List.of("3. Mai", "neu")))));

        assertThat(html.select("caption").text()).isEqualTo("Anträge");
        assertThat(html.select("th[scope=col]")).hasSize(2);
        assertThat(html.select("[role=region][tabindex=0][aria-label]")).hasSize(1);
    }

    @Test
    void the_current_page_of_many_is_no_link() {
        Document html = render("pagination", Map.of("current", 2, "last", 3, "prefix", "/amt?seite="));

        assertThat(html.select("a").eachAttr("href")).containsExactly("/amt?seite=1", "/amt?seite=3");
        assertThat(html.select("[aria-current=page]").text()).isEqualTo("Seite 2");
        assertThat(render("pagination", Map.of("current", 1, "last", 1, "prefix", "/x"))
                        .text())
                .isEmpty();
    }

    private static Document render(String component, Map<String, Object> values) {
        String name = "c/" + component + ".jte";
        Map<String, Class<?>> known = TEMPLATES.getParamInfo(name);
        Map<String, Object> given = new HashMap<>(values);
        given.keySet().retainAll(known.keySet());
        StringOutput out = new StringOutput();
        TEMPLATES.render(name, given, out);
        return Jsoup.parseBodyFragment(out.toString());
    }
}
