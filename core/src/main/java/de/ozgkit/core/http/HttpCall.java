// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request, to be sent by {@link HttpGateway#send}. Immutable: every method returns a new call.
 *
 * @since 0.1
 */
public final class HttpCall {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;
    private final boolean safeToRepeat;
    private final @Nullable Duration timeout;

    private HttpCall(
            String method,
            URI uri,
            Map<String, String> headers,
            byte @Nullable [] body,
            boolean safeToRepeat,
            @Nullable Duration timeout) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.safeToRepeat = safeToRepeat;
        this.timeout = timeout;
    }

    /** Asks for something. Safe to repeat. */
    public static HttpCall get(URI uri) {
        return of("GET", uri).safeToRepeat();
    }

    /** Sends something. Not repeated, unless {@link #safeToRepeat()} says that the peer recognises a repetition. */
    public static HttpCall post(URI uri) {
        return of("POST", uri);
    }

    /** Puts something at the address. Not repeated, unless {@link #safeToRepeat()} says so. */
    public static HttpCall put(URI uri) {
        return of("PUT", uri);
    }

    private static HttpCall of(String method, URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new IllegalArgumentException("An absolute http or https address is expected");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("An address with a user or a password in it is refused: use basic(..)");
        }
        return new HttpCall(method, uri, Map.of(), null, false, null);
    }

    /**
     * Adds a header, or replaces one of the same name.
     *
     * @throws IllegalArgumentException if the value holds a line break or another control character, or if the header is one that the
     *     gateway sets itself, such as {@code Host}
     */
    public HttpCall header(String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (!TOKEN.matcher(name).matches() || OURS.contains(key)) {
            throw new IllegalArgumentException("This is not a header that a call may set");
        }
        if (!value.chars().allMatch(HttpCall::isHeaderCharacter)) {
            throw new IllegalArgumentException(
                    "The value of the header " + key + " has characters that headers must not have");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(key, value);
        return new HttpCall(method, uri, Collections.unmodifiableMap(more), body, safeToRepeat, timeout);
    }

    /** Logs in with a token (RFC 6750). */
    public HttpCall bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Logs in with a user and a password (RFC 7617, in UTF-8). */
    public HttpCall basic(String user, char[] password) {
        if (user.contains(":")) {
            throw new IllegalArgumentException("A user name with a colon cannot be sent by basic authentication");
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(user + ":" + String.valueOf(password)));
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(exact));
    }

    /** Sends the fields as an HTML form does, in the order of the map, in UTF-8. */
    public HttpCall form(Map<String, String> fields) {
        String text = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return body("application/x-www-form-urlencoded", text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends the bytes. */
    public HttpCall body(String contentType, byte[] content) {
        HttpCall typed = header("Content-Type", contentType);
        return new HttpCall(method, uri, typed.headers, content.clone(), safeToRepeat, timeout);
    }

    /** Says that the peer does the same once, however often this call arrives, so that it may be repeated after a failure. */
    public HttpCall safeToRepeat() {
        return new HttpCall(method, uri, headers, body, true, timeout);
    }

    /** Gives this call another time limit than the gateway's. */
    public HttpCall timeout(Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("A time limit of at least a millisecond is expected");
        }
        return new HttpCall(method, uri, headers, body, safeToRepeat, timeout);
    }

    /** The method and where to, without the query: fit for a log. */
    @Override
    public String toString() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return method + " " + uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
    }

    String method() {
        return method;
    }

    URI uri() {
        return uri;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    boolean repeatable() {
        return safeToRepeat;
    }

    Optional<Duration> ownTimeout() {
        return Optional.ofNullable(timeout);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isHeaderCharacter(int c) {
        return c == '\t' || c >= ' ' && c < 0x7f;
    }
}
