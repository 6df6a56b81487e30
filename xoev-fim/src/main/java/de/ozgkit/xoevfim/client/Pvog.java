// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.Ars;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The Suchdienst of the Portalverbund Online-Gateway: places, services at a place, and who is responsible, of all of Germany. Reading needs no
 * password. Thread-safe.
 *
 * <pre>{@code
 * Pvog pvog = Pvog.at(Pvog.PRODUCTION).build();
 * Ars dorsten = pvog.locations("46282").get(0).ars().orElseThrow();
 * pvog.services(dorsten, "Hundesteuer").limit(5).forEach(service -> System.out.println(service.name()));
 * }</pre>
 *
 * <p>The version numbers in its paths change every few months; {@link Builder#path} takes the new one. Unknown fields are passed over.
 *
 * @since 0.1
 */
public final class Pvog {

    /** The one that everybody uses. */
    public static final URI PRODUCTION = URI.create("https://pvog.fitko.net");

    private static final String CODE = "pvog";
    private static final int PAGE = 20;

    private final Peer peer;
    private final Map<Resource, String> paths;
    private final Optional<String> clientId;

    private Pvog(Builder options) {
        this.peer = new Peer("the PVOG", CODE, options.base, options.gateway());
        this.paths = new EnumMap<>(options.paths);
        this.clientId = Optional.ofNullable(options.clientId);
    }

    /** What is asked for, and where. */
    public enum Resource {
        /** Places by name or post code. */
        LOCATIONS("/suchdienst/api/v2/locations"),
        /** Services at a place by words. */
        SERVICES("/suchdienst/api/v7/servicedescriptions/{ars}"),
        /** Services at a place by national key. */
        SERVICES_BY_KEY("/suchdienst/api/v3/servicedescriptions/leikaid"),
        /** Everything about one service. */
        DETAIL("/suchdienst/api/v6/servicedescriptions/{id}/detail"),
        /** Who is responsible for a service at a place. */
        OFFICES("/suchdienst/api/v2/organisationunits/titles"),
        /** How to reach an office. */
        OFFICE("/suchdienst/api/v5/organisationunits/detail");

        private final String path;

        Resource(String path) {
            this.path = path;
        }
    }

    /** Begins to describe where the PVOG is; for all but tests {@link #PRODUCTION}. */
    public static Builder at(URI base) {
        return new Builder(base);
    }

    /** The places that have this name or post code, or begin so. */
    public List<PvogLocation> locations(String nameOrZip) {
        return get(Resource.LOCATIONS, Map.of(), Map.of("q", nameOrZip))
                .map(list ->
                        Json.items(list).stream().map(PvogAnswers::location).toList())
                .orElse(List.of());
    }

    /** The services at a place that fit the words best, its Land's and the federal ones among them; fetched while the stream is read. */
    public Stream<PvogService> services(Ars place, String words) {
        return Pages.stream(seen -> {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("q", words);
            query.put("page", Long.toString(seen / PAGE));
            query.put("size", Integer.toString(PAGE));
            Optional<JsonNode> page = get(Resource.SERVICES, Map.of("ars", place.padded()), query)
                    .map(answer -> answer.path("serviceDescriptions"));
            List<JsonNode> nodes =
                    page.map(found -> Json.list(found, "content")).orElse(List.of());
            boolean last = nodes.size() < PAGE
                    || page.filter(found -> Json.yes(found, "last")).isPresent();
            return new Pages.Page<>(services(nodes), nodes.size(), last);
        });
    }

    /** The services at a place with a national key: the first page, which has all but in rare cases. */
    public List<PvogService> services(Ars place, Leistungsschluessel key) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("leikaIds", key.value());
        query.put("ars", place.padded());
        return get(Resource.SERVICES_BY_KEY, Map.of(), query)
                .map(page -> services(Json.list(page, "content")))
                .orElse(List.of());
    }

    private static List<PvogService> services(List<JsonNode> nodes) {
        return nodes.stream()
                .flatMap(node -> PvogAnswers.service(node).stream())
                .toList();
    }

    /**
     * Everything about a service at a place; empty if there is none.
     *
     * @param serviceId such as L100042.LB.101954
     */
    public Optional<PvogServiceDetail> detail(String serviceId, Ars place) {
        return get(Resource.DETAIL, Map.of("id", serviceId), Map.of("ars", place.padded()))
                .map(node -> PvogAnswers.detail(node).orElseThrow(() -> peer.nonsense("a service without an id")));
    }

    /**
     * Who is responsible for a service at a place, or can be asked.
     *
     * @param serviceId such as L100042.LB.101954
     */
    public List<PvogOffice> offices(String serviceId, Ars place) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("ars", place.padded());
        query.put("lbId", serviceId);
        return get(Resource.OFFICES, Map.of(), query)
                .map(list -> PvogAnswers.offices(Json.items(list)))
                .orElse(List.of());
    }

    /**
     * How to reach an office; empty if there is none.
     *
     * @param officeId such as L100042.OE.2292
     */
    public Optional<PvogOfficeDetail> office(String officeId) {
        return get(Resource.OFFICE, Map.of(), Map.of("q", officeId)).map(node -> PvogAnswers.office(officeId, node));
    }

    private Optional<JsonNode> get(Resource resource, Map<String, String> places, Map<String, String> query) {
        URI uri = peer.uri(paths.getOrDefault(resource, ""), places, query);
        HttpCall call = HttpCall.get(uri).header("Accept", Peer.JSON);
        HttpCall named =
                clientId.map(id -> call.header("pvog-sud-api-client-id", id)).orElse(call);
        return peer.send(named, Peer.JSON).map(answer -> peer.reading(() -> Json.read(answer)));
    }

    @Override
    public String toString() {
        return peer.toString();
    }

    /**
     * Sets up {@link Pvog}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final long MOST_BYTES = 8L << 20;

        private final URI base;
        private final Map<Resource, String> paths = new EnumMap<>(Resource.class);
        private @Nullable String clientId;
        private @Nullable HttpGateway http;

        private Builder(URI base) {
            this.base = Peer.base(CODE, base);
            for (Resource resource : Resource.values()) {
                paths.put(resource, resource.path);
            }
        }

        /** Who we are for FITKO, sent with every call; newer versions of some paths ask for it. Not a secret. */
        public Builder clientId(String id) {
            this.clientId = id;
            return this;
        }

        /**
         * Another path than today's.
         *
         * @throws ConfigurationException {@code pvog.config} if it has other places in braces than today's
         */
        public Builder path(Resource resource, String path) {
            paths.put(resource, Peer.template(CODE, resource.path, path));
            return this;
        }

        /** Another gateway than the usual one (20 s, 8 MiB), for a proxy or own trust anchors. */
        public Builder http(HttpGateway gateway) {
            this.http = gateway;
            return this;
        }

        /** The client. */
        public Pvog build() {
            return new Pvog(this);
        }

        private HttpGateway gateway() {
            return http != null
                    ? http
                    : HttpGateway.to("PVOG").maxBytes(MOST_BYTES).build();
        }
    }
}
