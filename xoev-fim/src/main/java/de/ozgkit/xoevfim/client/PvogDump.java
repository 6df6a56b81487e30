// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.Ars;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The Bereitstelldienst of the Portalverbund Online-Gateway: everything that PVOG knows as XZuFi, then only what changed. Needs credentials from
 * FITKO (OAuth 2.0, client credentials). Thread-safe; each stream belongs to one thread.
 *
 * <pre>{@code
 * PvogDump dump = PvogDump.at(Pvog.PRODUCTION).credentials(tokenAddress, "our-city", secret).build();
 * try (Stream<PvogDelivery> parts = dump.from(storedIndex)) {
 *     parts.forEach(part -> {
 *         apply(part.changes());
 *         storedIndex = part.nextIndex();
 *     });
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class PvogDump {

    private static final String CODE = "pvog";

    private final Peer peer;
    private final OAuthToken token;
    private final String path;
    private final String area;

    private PvogDump(Builder options, OAuthToken token, HttpGateway http) {
        this.peer = new Peer("the PVOG", CODE, options.base, http);
        this.token = token;
        this.path = options.path;
        this.area = options.area;
    }

    /** Begins to describe where the PVOG is; for all but tests {@link Pvog#PRODUCTION}. */
    public static Builder at(URI base) {
        return new Builder(base);
    }

    /**
     * Everything from an index on, part by part; each is fetched when the stream comes to it, so failures come there, too.
     *
     * @param index 0 for everything, else the last {@link PvogDelivery#nextIndex()}
     */
    public Stream<PvogDelivery> from(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("an index is 0 or more");
        }
        Position position = new Position(index, start(index));
        return Pages.stream(seen -> {
            PvogDelivery part = position.next();
            return new Pages.Page<>(List.of(part), 1, part.last());
        });
    }

    private URI start(long index) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("index", Long.toString(index));
        query.put("ars", area);
        return peer.uri(path, Map.of(), query);
    }

    /** Where a stream is. */
    private final class Position {

        private long index;
        private URI address;

        Position(long index, URI address) {
            this.index = index;
            this.address = address;
        }

        PvogDelivery next() {
            JsonNode answer = ask(address);
            boolean last = Json.yes(answer, "vollstaendig");
            long next = Json.number(answer, "naechsterIndex", -1);
            // An index that does not grow would be fetched for ever.
            if (next < index || next == index && !last) {
                throw peer.nonsense("an index that does not go on");
            }
            byte[] xzufi = Json.textOrEmpty(answer, "xzufiObjekte").getBytes(StandardCharsets.UTF_8);
            PvogDelivery part = new PvogDelivery(index, next, last, xzufi);
            if (!last) {
                address = following(answer, next);
                index = next;
            }
            return part;
        }
    }

    /** The token goes to the PVOG only: of the address that it gives for the next part, path and query count. */
    private URI following(JsonNode answer, long next) {
        Optional<String> given = Json.text(answer, "naechsteAnfrageUrl");
        if (given.isEmpty()) {
            return start(next);
        }
        URI base = peer.base();
        URI address = Json.resolved(base, given.get())
                .filter(uri -> base.getHost().equalsIgnoreCase(uri.getHost()))
                .orElseThrow(() -> peer.nonsense("the address of another host for the next part"));
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        // Put together, not resolved: a path that begins with two slashes would name a host.
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + address.getRawPath() + query);
    }

    private JsonNode ask(URI address) {
        HttpCall call = HttpCall.get(address).header("Accept", Peer.JSON);
        String current = token.current();
        Optional<HttpAnswer> answer;
        try {
            answer = peer.send(call.bearer(current), Peer.JSON);
        } catch (ConfigurationException e) {
            // Tokens can be withdrawn before their time; a second refusal is final.
            answer = peer.send(call.bearer(token.renewed()), Peer.JSON);
        }
        return answer.map(found -> peer.reading(() -> Json.read(found)))
                .orElseThrow(() -> peer.nonsense("404; is the path still the right one?"));
    }

    @Override
    public String toString() {
        return peer.toString();
    }

    /**
     * Sets up {@link PvogDump}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final String EVERYWHERE = "%";
        private static final String USUAL_PATH = "/bereitstelldienst/api/v3/verwaltungsobjekte/xzufi-2-3-1";
        private static final long MOST_BYTES = 256L << 20;

        private final URI base;
        private String path = USUAL_PATH;
        private String area = EVERYWHERE;
        private Clock clock = Clock.systemUTC();
        private @Nullable URI tokenAddress;
        private String clientId = "";
        private char[] secret = new char[0];
        private @Nullable HttpGateway http;

        private Builder(URI base) {
            this.base = Peer.base(CODE, base);
        }

        /**
         * Who we are.
         *
         * @param tokenAddress where tokens are given, as FITKO tells
         * @param secret copied, so that the caller may wipe the array
         */
        public Builder credentials(URI tokenAddress, String clientId, char[] secret) {
            this.tokenAddress = Peer.base(CODE, tokenAddress);
            this.clientId = clientId;
            this.secret = secret.clone();
            return this;
        }

        /** Only what concerns this area, instead of all of Germany. */
        public Builder area(Ars area) {
            this.area = area.padded();
            return this;
        }

        /** Another path than today's, without a query; its last part names the version of XZuFi. */
        public Builder path(String path) {
            this.path = Peer.template(CODE, USUAL_PATH, path);
            return this;
        }

        /** Another clock than the system's. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Another gateway than the usual one (20 s, 256 MiB), for a proxy or own trust anchors. */
        public Builder http(HttpGateway gateway) {
            this.http = gateway;
            return this;
        }

        /** @throws ConfigurationException {@code pvog.config} if there are no credentials */
        public PvogDump build() {
            if (tokenAddress == null || clientId.isBlank() || secret.length == 0) {
                throw new ConfigurationException(
                        "pvog.config", "the Bereitstelldienst needs credentials(..) from FITKO");
            }
            HttpGateway gateway = http != null
                    ? http
                    : HttpGateway.to("PVOG").maxBytes(MOST_BYTES).clock(clock).build();
            return new PvogDump(this, new OAuthToken(tokenAddress, clientId, secret, clock, gateway), gateway);
        }
    }
}
