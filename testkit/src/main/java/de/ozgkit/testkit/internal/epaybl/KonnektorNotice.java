// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.epaybl;

import de.ozgkit.testkit.internal.pmpayment.PmNotifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Notifications of the Konnektor: their hash, their encodings, and their way to the portal. */
public final class KonnektorNotice {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** SHA-256 over the values in their order and the secret, in hexadecimal digits. */
    public static String hash(Iterable<String> values, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            values.forEach(value -> digest.update(value.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Sends it so many times at once, to this machine only, and waits: the HTTP statuses, 0 where none came. */
    public List<Integer> send(URI target, String contentType, String body, int times) {
        String host = String.valueOf(target.getHost());
        if (!host.equals("localhost") && !host.endsWith(".localhost") && !host.startsWith("127.")) {
            return List.of(0);
        }
        HttpRequest call = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, times)
                .mapToObj(i -> http.sendAsync(call, HttpResponse.BodyHandlers.discarding())
                        .handle((answer, failure) -> failure == null ? answer.statusCode() : 0))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    public static String form(Map<String, String> fields) {
        return PmNotifier.encoded(fields);
    }

    public static String json(Map<String, String> fields, boolean wrapped) {
        return JSON.writeValueAsString(wrapped ? Map.of("data", fields) : fields);
    }
}
