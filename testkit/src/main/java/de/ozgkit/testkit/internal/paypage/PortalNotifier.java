// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.paypage;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a mock platform tells the portal that something has changed: on this machine only. Thread-safe. */
public final class PortalNotifier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Calls the address so many times at once and waits for the answers: their HTTP statuses, 0 where none came. */
    public List<Integer> get(URI target, int times) {
        return send(HttpRequest.newBuilder(target), times);
    }

    /** Sends a form in the same way. */
    public List<Integer> post(URI target, Map<String, String> form, int times) {
        return post(target, "application/x-www-form-urlencoded", encoded(form), times);
    }

    /** Sends a body in the same way. */
    public List<Integer> post(URI target, String contentType, String body, int times) {
        return send(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                times);
    }

    /** Fields as browsers write them into a form or a query. */
    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The address with these fields in its query. */
    public static URI with(String address, Map<String, String> fields) {
        return URI.create(address + (address.contains("?") ? "&" : "?") + encoded(fields));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<Integer> send(HttpRequest.Builder draft, int times) {
        HttpRequest call = draft.timeout(PATIENCE).build();
        if (!onThisMachine(call.uri())) {
            return List.of(0);
        }
        List<CompletableFuture<Integer>> answers = IntStream.range(0, times)
                .mapToObj(i -> http.sendAsync(call, HttpResponse.BodyHandlers.discarding())
                        .handle((answer, failure) -> failure == null ? answer.statusCode() : 0))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static boolean onThisMachine(URI target) {
        String host = target.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
