// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a mock answers.
 *
 * @param status the HTTP status
 * @param headers one value each
 * @param body may be empty
 * @since 0.1
 */
public record PeerResponse(int status, Map<String, String> headers, byte[] body) {

    public PeerResponse {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    /** An answer without a body. */
    public static PeerResponse status(int status) {
        return new PeerResponse(status, Map.of(), new byte[0]);
    }

    /** Status 200 with a body of any kind. */
    public static PeerResponse of(String contentType, byte[] body) {
        return new PeerResponse(200, Map.of("Content-Type", contentType), body);
    }

    /** Status 200 with plain text. */
    public static PeerResponse text(String text) {
        return of("text/plain; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Status 200 with a page. */
    public static PeerResponse html(String html) {
        return of("text/html; charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /** Status 200 with JSON. */
    public static PeerResponse json(String json) {
        return of("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Status 200 with XML. */
    public static PeerResponse xml(String xml) {
        return of("application/xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a browser on by status 303, so that it comes with GET. */
    public static PeerResponse redirect(URI target) {
        return status(303).header("Location", target.toString());
    }

    /** The same answer with another status. */
    public PeerResponse withStatus(int other) {
        return new PeerResponse(other, headers, body);
    }

    /** The same answer with one more header. */
    public PeerResponse header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new PeerResponse(status, more, body);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return status + " (" + body.length + " bytes)";
    }
}
