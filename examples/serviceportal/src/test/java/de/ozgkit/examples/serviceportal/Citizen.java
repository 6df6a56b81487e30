// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser without JavaScript, who reads labels, fills in fields and presses buttons. Keeps cookies for each host and, as
 * browsers do, sends them with a form of another site only where they allow it.
 */
final class Citizen {

    private static final int MOST_REDIRECTS = 10;

    private final URI home;
    private final Map<String, Map<String, Kept>> cookies = new HashMap<>();
    private final List<File> files = new ArrayList<>();
    private Document page = new Document("");
    private Connection.@Nullable Response answer;

    private record Kept(String value, boolean crossSite) {}

    private record File(String name, String fileName, byte[] content) {}

    Citizen(URI home) {
        this.home = home;
    }

    Citizen open(String path) {
        return go(Connection.Method.GET, home.resolve(path), List.of(), false);
    }

    Citizen click(String link) {
        Element found = page.select("a").stream()
                .filter(a -> a.text().startsWith(link))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link '" + link + "' on:\n" + page.text()));
        return go(Connection.Method.GET, URI.create(found.absUrl("href")), List.of(), false);
    }

    /** Types into the field with this label; for a date, its three fields are labelled by the legend. */
    Citizen fill(String label, String value) {
        Element legend = page.select("legend").stream()
                .filter(candidate -> candidate.text().startsWith(label))
                .findFirst()
                .orElse(null);
        if (legend != null
                && legend.parent() != null
                && !legend.parent().select(".dates").isEmpty()) {
            String[] parts = value.split("\\.");
            Elements inputs = legend.parent().select("input");
            for (int i = 0; i < parts.length; i++) {
                inputs.get(i).val(parts[i]);
            }
            return this;
        }
        field(label).val(value);
        return this;
    }

    /** Chooses an answer of a question with several. */
    Citizen choose(String question, String option) {
        Element fieldset = page.select("legend").stream()
                .filter(candidate -> candidate.text().startsWith(question))
                .map(Element::parent)
                .findFirst()
                .orElse(null);
        if (fieldset == null) {
            Element select = field(question);
            select.select("option").removeAttr("selected");
            select.select("option").stream()
                    .filter(candidate -> candidate.text().equals(option))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no option '" + option + "'"))
                    .attr("selected", "selected");
            return this;
        }
        fieldset.select("input").removeAttr("checked");
        Element label = fieldset.select("label").stream()
                .filter(candidate -> candidate.text().startsWith(option))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no choice '" + option + "' in " + fieldset.text()));
        page.getElementById(label.attr("for")).attr("checked", "checked");
        return this;
    }

    Citizen attach(String label, String fileName, byte[] content) {
        files.add(new File(field(label).attr("name"), fileName, content));
        return this;
    }

    /** Presses the button with this text, and sends what was filled in. */
    Citizen press(String text) {
        Element button = button(text);
        FormElement form = (FormElement) button.closest("form");
        return send(form, button);
    }

    /** What pressing the button would send, to send it again or changed. */
    List<Connection.KeyVal> form(String button) {
        return data((FormElement) button(button).closest("form"), button(button));
    }

    /** The address that the form with this button sends to. */
    URI action(String button) {
        return URI.create(button(button).closest("form").absUrl("action"));
    }

    /** Sends a form by hand. */
    Citizen post(URI address, Map<String, String> form) {
        List<Connection.KeyVal> data = new ArrayList<>();
        form.forEach((name, value) -> data.add(org.jsoup.helper.HttpConnection.KeyVal.create(name, value)));
        return go(Connection.Method.POST, address, data, false);
    }

    Citizen post(URI address, List<Connection.KeyVal> form) {
        return go(Connection.Method.POST, address, form, false);
    }

    /** The same browser in another window: cookies are shared, the page is not. */
    Citizen copy() {
        Citizen window = new Citizen(home);
        cookies.forEach((site, kept) -> window.cookies.put(site, new HashMap<>(kept)));
        window.answer = answer;
        return window;
    }

    Citizen sees(String text) {
        assertThat(page.text()).as("page %s", answer.url()).contains(text);
        return this;
    }

    Citizen seesNot(String text) {
        assertThat(page.text()).as("page %s", answer.url()).doesNotContain(text);
        return this;
    }

    /** Loses all cookies, as after closing the browser. */
    Citizen forgetsCookies() {
        cookies.clear();
        return this;
    }

    Document page() {
        return page;
    }

    int status() {
        return answer.statusCode();
    }

    URI at() {
        return URI.create(answer.url().toString());
    }

    String title() {
        return page.title();
    }

    byte[] bytes() {
        return answer.bodyAsBytes();
    }

    Connection.Response answer() {
        return answer;
    }

    private Element field(String label) {
        Element found = page.select("label").stream()
                .filter(candidate -> candidate.text().startsWith(label))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no field '" + label + "' on " + answer.url() + ":\n" + page.text()));
        return page.getElementById(found.attr("for"));
    }

    private Element button(String text) {
        return page.select("button").stream()
                .filter(candidate -> candidate.text().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + text + "' on " + answer.statusCode() + " "
                        + answer.url() + ":\n" + page.text()));
    }

    private Citizen send(FormElement form, Element button) {
        URI target = URI.create(form.absUrl("action"));
        Connection.Method method =
                form.attr("method").equalsIgnoreCase("post") ? Connection.Method.POST : Connection.Method.GET;
        boolean multipart = form.attr("enctype").startsWith("multipart");
        return go(method, target, data(form, button), multipart);
    }

    private List<Connection.KeyVal> data(FormElement form, Element button) {
        List<Connection.KeyVal> data = new ArrayList<>(form.formData());
        if (!button.attr("name").isEmpty()) {
            data.add(org.jsoup.helper.HttpConnection.KeyVal.create(button.attr("name"), button.attr("value")));
        }
        for (File file : files) {
            data.removeIf(entry -> entry.key().equals(file.name()));
            data.add(org.jsoup.helper.HttpConnection.KeyVal.create(
                    file.name(), file.fileName(), new ByteArrayInputStream(file.content())));
        }
        files.clear();
        return data;
    }

    private Citizen go(Connection.Method method, URI address, List<Connection.KeyVal> data, boolean multipart) {
        String from = answer == null ? site(address) : answer.url().getHost();
        boolean crossSitePost = method == Connection.Method.POST && !from.equals(address.getHost());
        try {
            Connection call = call(method, address, crossSitePost).data(data);
            if (multipart) {
                call.header("Content-Type", "multipart/form-data");
            }
            answer = call.execute();
            keepCookies(address);
            for (int i = 0; i < MOST_REDIRECTS && answer.header("Location") != null; i++) {
                URI next = address.resolve(answer.header("Location"));
                answer = call(Connection.Method.GET, next, false).execute();
                keepCookies(next);
                address = next;
            }
            String type = String.valueOf(answer.contentType());
            page = type.startsWith("text/html") ? answer.readFully().parse() : new Document("");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection call(Connection.Method method, URI address, boolean crossSitePost) {
        Map<String, String> sent = new HashMap<>();
        cookies.getOrDefault(site(address), Map.of()).forEach((name, kept) -> {
            if (!crossSitePost || kept.crossSite()) {
                sent.put(name, kept.value());
            }
        });
        return Jsoup.newSession()
                .url(address.toString())
                .method(method)
                .cookies(sent)
                .ignoreHttpErrors(true)
                .ignoreContentType(true)
                .followRedirects(false)
                .timeout(30_000)
                .newRequest(address.toString());
    }

    private void keepCookies(URI address) {
        for (String header : answer.headers("Set-Cookie")) {
            String pair = header.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            boolean crossSite = header.contains("SameSite=None");
            cookies.computeIfAbsent(site(address), host -> new HashMap<>())
                    .put(name, new Kept(pair.substring(name.length() + 1), crossSite));
        }
    }

    /** A port makes no site of its own. */
    private static String site(URI address) {
        return address.getHost();
    }
}
