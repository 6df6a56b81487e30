// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.testkit.internal.paypage.PortalNotifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A citizen's browser without JavaScript. */
final class Payer {

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern LINK = Pattern.compile("<a class=\"button\" href=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What a form would send, and where to. */
    record Form(URI target, Map<String, String> fields) {}

    HttpResponse<String> open(URI page) {
        return send(HttpRequest.newBuilder(page).GET());
    }

    HttpResponse<String> post(URI target, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(PortalNotifier.encoded(fields))));
    }

    /** Presses a button of the payment page; the form that leads back to the portal. */
    Form press(URI page, String action) {
        HttpResponse<String> shown = open(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("30,70", "Hundesteuermarke Groesse M");
        HttpResponse<String> after = post(page.resolve(first(ACTION, shown.body())), Map.of("action", action));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(after.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        return new Form(URI.create(first(ACTION, after.body())), fields);
    }

    /** Leaves without deciding, and goes back by the link. */
    HttpResponse<String> leave(URI page) {
        HttpResponse<String> after = post(page, Map.of("action", "later"));
        return open(URI.create(first(LINK, after.body())));
    }

    HttpResponse<String> submit(Form form) {
        return post(form.target(), form.fields());
    }

    private static String first(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        assertThat(matcher.find()).as(html).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder call) {
        try {
            return http.send(call.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
