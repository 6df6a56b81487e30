// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.pmpayment;

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

/** Calls the portal, on this machine only. */
public final class PmNotifier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Sends the form so many times at once and waits for the answers: their HTTP statuses, 0 where none came. */
    public List<Integer> send(URI target, Map<String, String> form, int times) {
        if (!onThisMachine(target)) {
            return List.of(0);
        }
        HttpRequest call = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, times)
                .mapToObj(i -> http.sendAsync(call, HttpResponse.BodyHandlers.discarding())
                        .handle((answer, failure) -> failure == null ? answer.statusCode() : 0))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** A form as browsers encode it. */
    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean onThisMachine(URI target) {
        String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
