// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without JavaScript that keeps cookies by host and port and, as browsers do, sends them with the form of another site only where
 * they are {@code SameSite=None}.
 */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** Opens an address and follows redirects. */
    HttpResponse<String> open(URI address) {
        return follow(get(address));
    }

    HttpResponse<String> get(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, false);
    }

    /** Presses the only button of the page, and follows redirects. */
    HttpResponse<String> submit(HttpResponse<String> page) {
        return follow(press(page));
    }

    /** Presses the only button of the page. */
    HttpResponse<String> press(HttpResponse<String> page) {
        Element form = document(page).expectFirst("form");
        URI target = URI.create(form.absUrl("action"));
        return post(target, !target.getAuthority().equals(page.uri().getAuthority()), fields(page));
    }

    HttpResponse<String> post(URI target, boolean crossSite, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, crossSite);
    }

    /** The hidden fields of the page's form. */
    static Map<String, String> fields(HttpResponse<String> page) {
        return document(page).select("input[type=hidden]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), Element::val));
    }

    static Document document(HttpResponse<String> page) {
        return Jsoup.parse(page.body(), page.uri().toString());
    }

    /** The value of a cookie, or empty text. */
    String cookie(URI site, String name) {
        String cookie = jar(site).getOrDefault(name, "");
        return cookie.substring(cookie.indexOf('=') + 1).split(";", 2)[0];
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int steps = 0; last.statusCode() == 303 && steps < 10; steps++) {
            last = get(last.uri().resolve(last.headers().firstValue("Location").orElseThrow()));
        }
        return last;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, boolean crossSite) {
        try {
            URI address = request.build().uri();
            String sent = jar(address).values().stream()
                    .filter(cookie -> !crossSite || cookie.contains("SameSite=None"))
                    .map(cookie -> cookie.split(";", 2)[0])
                    .collect(Collectors.joining("; "));
            if (!sent.isEmpty()) {
                request.header("Cookie", sent);
            }
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            keep(address, answer.headers().allValues("Set-Cookie"));
            return answer;
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(URI address, List<String> received) {
        for (String cookie : received) {
            String name = cookie.substring(0, cookie.indexOf('='));
            if (cookie.contains("Max-Age=0")) {
                jar(address).remove(name);
            } else {
                jar(address).put(name, cookie);
            }
        }
    }

    private Map<String, String> jar(URI address) {
        return cookies.computeIfAbsent(address.getAuthority(), site -> new HashMap<>());
    }
}
