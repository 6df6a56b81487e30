// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One call that came in at a mock. Of query, headers and form fields with several values the first is kept.
 *
 * @param method such as {@code POST}
 * @param path as it was sent, without the query
 * @param variables what the path has in the places that the route names, decoded
 * @param rawQuery the query as it was sent, empty if there is none
 * @param query decoded
 * @param headers looked up without regard to case
 * @param form the fields of an HTML form, decoded; empty if the body is no form
 * @param body as it was sent
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record PeerRequest(
        String method,
        String path,
        Map<String, String> variables,
        String rawQuery,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> form,
        byte[] body) {

    public PeerRequest {
        variables = Map.copyOf(variables);
        query = Map.copyOf(query);
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
        form = Map.copyOf(form);
        body = body.clone();
    }

    /** What the path has in the place of {@code {name}} in the route. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no place {" + name + "}");
        }
        return value;
    }

    /** The header of that name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The body as text in UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** This call with the variables that a route found in its path. */
    public PeerRequest with(Map<String, String> found) {
        return new PeerRequest(method, path, found, rawQuery, query, headers, form, body);
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + body.length + " bytes)";
    }
}
