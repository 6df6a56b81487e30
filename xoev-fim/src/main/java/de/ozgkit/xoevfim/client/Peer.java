// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One of the peers: its address, its paths, and what its answers mean. */
final class Peer {

    static final String JSON = "application/json";
    static final String XML = "application/xml, text/xml;q=0.9, */*;q=0.1";
    static final String ANY = "*/*";

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)\\}");
    // Servers take a path apart in different ways: these characters could lead to another resource.
    private static final Pattern NO_PART = Pattern.compile("\\.{1,2}|.*[/\\\\%?#\\p{Cntrl}].*|\\s*", Pattern.DOTALL);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final String name;
    private final String code;
    private final URI base;
    private final HttpGateway http;

    /**
     * A peer.
     *
     * @param name in messages, such as {@code XRepository}
     * @param code what its error codes begin with
     */
    Peer(String name, String code, URI base, HttpGateway http) {
        this.name = name;
        this.code = code;
        this.base = base;
        this.http = http;
    }

    /** Checks what an administrator gave. */
    static URI base(String code, URI base) {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        boolean address = scheme.matches("https?") && base.getHost() != null;
        if (!address || base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new ConfigurationException(
                    code + ".config", "an absolute http or https address without user and query is expected");
        }
        return base;
    }

    /** Checks a path that an administrator gave against the usual one, whose places it may have and no others. */
    static String template(String code, String usual, String given) {
        Matcher places = PLACE.matcher(given);
        boolean fits =
                given.startsWith("/") && !PLACE.matcher(given).replaceAll("").matches(".*[{}?#\\s].*");
        while (places.find()) {
            fits &= usual.contains(places.group())
                    || places.group().equals("{urn_version}") && usual.contains("{urn}_{version}");
        }
        if (!fits) {
            throw new ConfigurationException(
                    code + ".config", "a path begins with / and has no other places in braces than " + usual);
        }
        return given;
    }

    URI base() {
        return base;
    }

    /** The address of a resource. */
    URI uri(String template, Map<String, String> places, Map<String, String> query) {
        String path = PLACE.matcher(template).replaceAll(place -> {
            String value = places.getOrDefault(place.group(1), "");
            if (NO_PART.matcher(value).matches()) {
                throw new RejectedException(code + ".id", "an id or version has a form that " + name + " never gives");
            }
            return Matcher.quoteReplacement(encode(value));
        });
        String rest = query.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return below(path + (rest.isEmpty() ? "" : "?" + rest));
    }

    /** The address of a path of this peer, already encoded. */
    URI below(String rawPathAndQuery) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + rawPathAndQuery);
    }

    /** As in a path: the colons of a URN stay, everything else that is special is encoded in UTF-8. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Asks for something; empty if there is none. */
    Optional<HttpAnswer> get(URI uri, String accept) {
        return send(HttpCall.get(uri).header("Accept", accept), accept);
    }

    /** Asks for something; empty if there is none. */
    Optional<HttpAnswer> send(HttpCall call, String accept) {
        HttpAnswer answer = http.send(call);
        int status = answer.status();
        if (answer.ok()) {
            refusePages(answer, accept);
            return Optional.of(answer);
        }
        if (status == 404 || status == 410) {
            return Optional.empty();
        }
        if (status == 429 || status == 503) {
            String wait = answer.header("Retry-After")
                    .map(String::strip)
                    .filter(text -> SECONDS.matcher(text).matches())
                    .map(seconds -> "; it asks to wait " + seconds + " seconds")
                    .orElse("");
            throw new TransportException(code + ".busy", name + " is busy (HTTP " + status + ")" + wait, true, null);
        }
        if (status == 401 || status == 403) {
            throw new ConfigurationException(
                    code + ".login", name + " does not let us in (HTTP " + status + "); check the credentials");
        }
        throw new PeerException(
                code + ".status", name + " answered " + call + " with HTTP status " + status, status >= 500);
    }

    /** As {@link #send}; empty also for 400, with which RFC 6749 refuses a client. */
    Optional<HttpAnswer> sendOrRefused(HttpCall call) {
        try {
            return send(call, JSON);
        } catch (PeerException e) {
            if (e.code().equals(code + ".status") && !e.retryable()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A page for people instead of data: maintenance, a captive proxy, a log-in. */
    private void refusePages(HttpAnswer answer, String accept) {
        String type = answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html") || accept.equals(JSON) && !type.contains("json") && !type.isEmpty()) {
            throw new PeerException(code + ".answer", name + " sent another type of content than was asked for", true);
        }
    }

    /** Reads an answer; whatever is wrong with it is the peer's fault. */
    <T> T reading(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RejectedException e) {
            throw new PeerException(code + ".answer", name + " sent what cannot be read: " + e.code(), true, e);
        }
    }

    /** An answer that makes no sense. */
    PeerException nonsense(String what) {
        return new PeerException(code + ".answer", name + " sent " + what, true);
    }

    @Override
    public String toString() {
        return name + " at " + base;
    }
}
