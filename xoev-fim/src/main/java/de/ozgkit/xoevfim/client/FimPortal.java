// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.xoevfim.internal.XmlInput;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The FIM portal: schemas (Stammdatenschemata) in XDatenfelder with their JSON schemas, XSDs and quality reports, and texts about Leistungen
 * in XZuFi. Reading needs no key; too many calls from one address are refused for a while ({@code fimportal.busy}). Thread-safe.
 *
 * <pre>{@code
 * try (Stream<FimSchema> found = fim.schemas(SchemaQuery.all().text("Hundesteuer").latestOnly())) {
 *     found.limit(10).forEach(schema -> System.out.println(schema.id() + " " + schema.name()));
 * }
 * }</pre>
 *
 * <p>Source: API description of the FIM portal 0.24.0.
 *
 * @since 0.1
 */
public final class FimPortal {

    /** The one that everybody uses. */
    public static final URI PRODUCTION = URI.create("https://fimportal.de");

    private static final String CODE = "fimportal";
    private static final String XZUFI = "http://xoev.de/schemata/xzufi/";

    private final Peer peer;
    private final Map<Resource, String> paths;
    private final FileCache cache;
    private final Set<String> fileHosts;

    private FimPortal(Builder options) {
        this.peer = new Peer("the FIM portal", CODE, options.base, options.gateway());
        this.paths = new EnumMap<>(options.paths);
        this.cache = new FileCache(options.folder, CODE);
        this.fileHosts = Set.copyOf(options.fileHosts);
    }

    /** What is asked for, and where. */
    public enum Resource {
        /** The schemas that fit a query. */
        SCHEMAS("/api/v1/schemas"),
        /** All versions of one schema. */
        SCHEMA_VERSIONS("/api/v1/schemas/{id}"),
        /** One version of a schema. */
        SCHEMA("/api/v1/schemas/{id}/{version}"),
        /** The same in XDatenfelder. */
        XDF("/api/v1/schemas/{id}/{version}/xdf"),
        /** What the portal's checks say about it. */
        QUALITY_REPORT("/api/v1/schemas/{id}/{version}/quality-report"),
        /** The profile (Steckbrief) of a Leistung in XZuFi. */
        STECKBRIEF("/api/v0/leistung-steckbriefe/{key}/xzufi"),
        /** The texts about Leistungen that fit a query. */
        STAMMTEXTE("/api/v0/leistung-stammtexte"),
        /** One text in XZuFi. */
        STAMMTEXT("/api/v0/leistung-stammtexte/{office}/{leistung}/{source}/xzufi");

        private final String path;

        Resource(String path) {
            this.path = path;
        }
    }

    /** Begins to describe where the portal is; for all but tests {@link #PRODUCTION}. */
    public static Builder at(URI base) {
        return new Builder(base);
    }

    /** The schemas that fit; fetched page by page while the stream is read, so failures come there, too. */
    public Stream<FimSchema> schemas(SchemaQuery query) {
        return pages(Resource.SCHEMAS, query.filters(), query.pageSize(), FimAnswers::schema);
    }

    /** All versions of a schema; empty if there is no such schema. */
    public List<FimSchema> versions(String id) {
        return json(Resource.SCHEMA_VERSIONS, Map.of("id", id))
                .map(list -> Json.items(list).stream()
                        .flatMap(node -> FimAnswers.schema(node).stream())
                        .toList())
                .orElse(List.of());
    }

    /**
     * A schema with the files that were generated from it; empty if the portal does not have it.
     *
     * @param version such as {@code 1.0.0}, or {@code latest}
     */
    public Optional<FimSchemaDetail> schema(String id, String version) {
        return json(Resource.SCHEMA, Map.of("id", id, "version", version))
                .map(node -> FimAnswers.detail(node, peer.base())
                        .orElseThrow(() -> peer.nonsense("a schema without an id")));
    }

    /** A schema in XDatenfelder, with everything that a form needs; empty if the portal does not have it. */
    public Optional<XDatenfelderMessage> xdf(String id, String version) {
        return xml(Resource.XDF, Map.of("id", id, "version", version))
                .map(content -> peer.reading(() -> XDatenfelder.read(new ByteArrayInputStream(content))));
    }

    /** What the portal's checks say about a schema; empty if the portal does not have it. */
    public Optional<FimQualityReport> qualityReport(String id, String version) {
        return json(Resource.QUALITY_REPORT, Map.of("id", id, "version", version))
                .map(FimAnswers::report);
    }

    /** The texts about a Leistung of all editorial offices; fetched while the stream is read. */
    public Stream<FimStammtext> stammtexte(Leistungsschluessel key) {
        Map<String, String> filters = Map.of("leistungsschluessel", key.value());
        return pages(Resource.STAMMTEXTE, filters, SchemaQuery.LARGEST_PAGE, FimAnswers::stammtext);
    }

    /** The profile (Steckbrief) of a Leistung; empty if there is none. */
    public Optional<FimLeistung> steckbrief(Leistungsschluessel key) {
        return xzufi(Resource.STECKBRIEF, Map.of("key", key.value()));
    }

    /** A text about a Leistung; empty if there is none. */
    public Optional<FimLeistung> stammtext(FimStammtext text) {
        return xzufi(
                Resource.STAMMTEXT,
                Map.of("office", text.redaktionId(), "leistung", text.leistungId(), "source", text.source()));
    }

    /**
     * A generated file; fetched once and kept for ever if there is a cache.
     *
     * @throws RejectedException {@code fimportal.file_host} if its address belongs neither to the portal nor to {@link Builder#fileHosts}
     */
    public Optional<byte[]> file(FimFile file) {
        URI address = file.address();
        if (address.getRawUserInfo() != null || !isOurs(address)) {
            throw new RejectedException(
                    "fimportal.file_host",
                    "a file is not at the portal; if that is right, name its host by fileHosts(..)");
        }
        return cache.get(
                address.toString(),
                file.kind() == FimFile.Kind.XSD ? ".xsd" : ".json",
                () -> peer.get(address, Peer.ANY).map(HttpAnswer::body),
                content -> peer.reading(() -> check(file.kind(), content)));
    }

    private boolean isOurs(URI address) {
        URI base = peer.base();
        boolean same = String.valueOf(address.getScheme()).equals(base.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && base.getPort() == address.getPort();
        return same
                || "https".equals(address.getScheme())
                        && address.getHost() != null
                        && address.getPort() < 0
                        && fileHosts.contains(address.getHost());
    }

    private static byte[] check(FimFile.Kind kind, byte[] content) {
        if (kind == FimFile.Kind.JSON_SCHEMA) {
            Json.read(content);
            return content;
        }
        try (XmlInput xml = new XmlInput(new ByteArrayInputStream(content), XmlInput.DOCUMENT_BYTES)) {
            xml.toRoot();
            xml.finish();
            return content;
        }
    }

    /** A version that is not known here still comes as a file. */
    private Optional<FimLeistung> xzufi(Resource resource, Map<String, String> places) {
        return xml(resource, places)
                .map(content -> peer.reading(() -> {
                    try (XmlInput xml = new XmlInput(new ByteArrayInputStream(content), XmlInput.DOCUMENT_BYTES)) {
                        xml.toRoot();
                        if (!xml.namespace().startsWith(XZUFI)) {
                            throw new RejectedException("xzufi.version", "the root element is not of XZuFi");
                        }
                        xml.finish();
                        return new FimLeistung(content);
                    }
                }));
    }

    private Optional<byte[]> xml(Resource resource, Map<String, String> places) {
        return peer.get(uri(resource, places, Map.of()), Peer.XML).map(HttpAnswer::body);
    }

    private Optional<JsonNode> json(Resource resource, Map<String, String> places) {
        return peer.get(uri(resource, places, Map.of()), Peer.JSON)
                .map(answer -> peer.reading(() -> Json.read(answer)));
    }

    private <T> Stream<T> pages(
            Resource resource, Map<String, String> filters, int size, Function<JsonNode, Optional<T>> reader) {
        return Pages.stream(offset -> {
            Map<String, String> query = new LinkedHashMap<>(filters);
            query.put("offset", Long.toString(offset));
            query.put("limit", Integer.toString(size));
            JsonNode page = peer.get(uri(resource, Map.of(), query), Peer.JSON)
                    .map(answer -> peer.reading(() -> Json.read(answer)))
                    .filter(node -> node.path("items").isArray())
                    .orElseThrow(() -> peer.nonsense("a page without items"));
            List<JsonNode> nodes = Json.list(page, "items");
            List<T> items =
                    nodes.stream().flatMap(node -> reader.apply(node).stream()).toList();
            boolean last = offset + nodes.size() >= Json.number(page, "total_count", Long.MAX_VALUE);
            return new Pages.Page<>(items, nodes.size(), last);
        });
    }

    private URI uri(Resource resource, Map<String, String> places, Map<String, String> query) {
        return peer.uri(paths.getOrDefault(resource, ""), places, query);
    }

    @Override
    public String toString() {
        return peer.toString();
    }

    /**
     * Sets up {@link FimPortal}.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final URI base;
        private final Map<Resource, String> paths = new EnumMap<>(Resource.class);
        // Two names of the same portal.
        private final Set<String> fileHosts = new HashSet<>(Set.of("fimportal.de", "schema.fim.fitko.net"));
        private @Nullable Path folder;
        private @Nullable HttpGateway http;

        private Builder(URI base) {
            this.base = Peer.base(CODE, base);
            for (Resource resource : Resource.values()) {
                paths.put(resource, resource.path);
            }
        }

        /** Keeps generated files in this folder. Everything else may change and is always asked for. */
        public Builder cache(Path folder) {
            this.folder = folder;
            return this;
        }

        /** Other hosts, with https, that generated files may come from. */
        public Builder fileHosts(String... names) {
            fileHosts.addAll(List.of(names));
            return this;
        }

        /**
         * Another path than today's.
         *
         * @throws ConfigurationException {@code fimportal.config} if it has other places in braces than today's
         */
        public Builder path(Resource resource, String path) {
            paths.put(resource, Peer.template(CODE, resource.path, path));
            return this;
        }

        /** Another gateway than the usual one (20 s, 64 MiB), for a proxy or own trust anchors. */
        public Builder http(HttpGateway gateway) {
            this.http = gateway;
            return this;
        }

        /** @throws ConfigurationException {@code fimportal.cache} if the folder cannot be created */
        public FimPortal build() {
            return new FimPortal(this);
        }

        private HttpGateway gateway() {
            return http != null
                    ? http
                    : HttpGateway.to("FIM portal")
                            .maxBytes(XmlInput.DOCUMENT_BYTES)
                            .build();
        }
    }
}
