// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.girocheckout;

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

/** Calls the portal by GET, on this machine only. */
public final class GcNotifier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Calls the address so many times at once and waits for the answers: their HTTP statuses, 0 where none came. */
    public List<Integer> send(URI target, int times) {
        if (!onThisMachine(target)) {
            return List.of(0);
        }
        HttpRequest call = HttpRequest.newBuilder(target).timeout(PATIENCE).build();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, times)
                .mapToObj(i -> http.sendAsync(call, HttpResponse.BodyHandlers.discarding())
                        .handle((answer, failure) -> failure == null ? answer.statusCode() : 0))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** The address with these fields in its query. */
    public static URI with(String address, Map<String, String> fields) {
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.contains("?") ? "&" : "?") + query);
    }

    private static boolean onThisMachine(URI target) {
        String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
