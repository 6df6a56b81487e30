// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.testkit.internal.fimportal.FimBook;
import de.ozgkit.testkit.internal.fimportal.PublishedSchema;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.client.FimFile;
import de.ozgkit.xoevfim.client.FimStammtext;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The FIM portal on this machine, with the schemas and texts that the test publishes, under the addresses of the real one. As strict as its
 * API description: a page of more than 200 and a parameter that it does not know are 422.
 *
 * <pre>{@code
 * portal.publishes(schema).file("S99000000001", "1.0.0", FimFile.Kind.XSD, "S99000000001.xsd", xsd);
 * FimPortal fim = FimPortal.at(portal.uri()).build();
 * }</pre>
 *
 * @since 0.1
 */
public final class MockFimPortal extends MockPeer {

    /** The route of the search, for {@link #requests(String)} and {@link #next(String, Fault...)}. */
    public static final String SCHEMAS = "/api/v1/schemas";

    /** The route of a schema. */
    public static final String SCHEMA = "/api/v1/schemas/{id}/{version}";

    /** The route of a schema in XDatenfelder. */
    public static final String XDF = "/api/v1/schemas/{id}/{version}/xdf";

    /** The route of the generated files. */
    public static final String FILE = "/immutable/schemas/{name}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FimBook book = new FimBook();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, byte[]> profiles = new ConcurrentHashMap<>();
    private final Map<String, byte[]> texts = new ConcurrentHashMap<>();
    private final Map<String, FimStammtext> listed = new ConcurrentSkipListMap<>();

    /** An empty one on a free port. */
    public MockFimPortal() {
        this(0);
    }

    /** An empty one on the given port; 0 for a free one. */
    public MockFimPortal(int port) {
        super(port);
        route("GET", SCHEMAS, request -> book.page(request.query()));
        route("GET", "/api/v1/schemas/{id}", request -> PeerResponse.json(book.versions(request.variable("id"))));
        route(
                "GET",
                SCHEMA,
                request ->
                        schema(request, schema -> PeerResponse.json(book.detail(schema, uri("/immutable/schemas/")))));
        route("GET", XDF, request -> schema(request, schema -> PeerResponse.of("application/xml", schema.xdf())));
        route(
                "GET",
                SCHEMA + "/quality-report",
                request -> schema(request, schema -> PeerResponse.json(FimBook.report(schema))));
        route("GET", FILE, request -> content(files.get(request.variable("name"))));
        route(
                "GET",
                "/api/v0/leistung-steckbriefe/{key}/xzufi",
                request -> content(profiles.get(request.variable("key"))));
        route("GET", "/api/v0/leistung-stammtexte", this::stammtexte);
        route(
                "GET",
                "/api/v0/leistung-stammtexte/{office}/{leistung}/{source}/xzufi",
                request -> content(texts.get(request.variable("office") + "/" + request.variable("leistung") + "/"
                        + request.variable("source"))));
    }

    /** Publishes a Stammdatenschema under its own id and version. */
    public MockFimPortal publishes(XDatenfelderMessage schema) {
        book.add(PublishedSchema.of(schema));
        return this;
    }

    /**
     * Puts a generated file beside a schema.
     *
     * @throws IllegalArgumentException if the schema is not published
     */
    public MockFimPortal file(String id, String version, FimFile.Kind kind, String name, byte[] content) {
        known(id, version).addFile(name, kind);
        files.put(name, content.clone());
        return this;
    }

    /** Lets the portal's checks find this in a schema: rules {@code fim.} with a number, paths of elements such as F99000000001V1.0.0. */
    public MockFimPortal finds(String id, String version, Finding... findings) {
        known(id, version).report(List.of(findings));
        return this;
    }

    /** Publishes the profile of a Leistung: a bare object or a message in XZuFi. */
    public MockFimPortal describes(Leistungsschluessel key, byte[] xzufi) {
        profiles.put(key.value(), xzufi.clone());
        return this;
    }

    /** Publishes a text about a Leistung: a bare object or a message in XZuFi. */
    public MockFimPortal describes(FimStammtext text, byte[] xzufi) {
        String key = text.redaktionId() + "/" + text.leistungId() + "/" + text.source();
        listed.put(key, text);
        texts.put(key, xzufi.clone());
        return this;
    }

    @Override
    protected void onReset() {
        book.clear();
        files.clear();
        profiles.clear();
        texts.clear();
        listed.clear();
    }

    private PublishedSchema known(String id, String version) {
        return book.find(id, version)
                .orElseThrow(
                        () -> new IllegalArgumentException("publish the schema " + id + " " + version + " before"));
    }

    private PeerResponse schema(PeerRequest request, Function<PublishedSchema, PeerResponse> answer) {
        Optional<PublishedSchema> found = book.find(request.variable("id"), request.variable("version"));
        return found.map(answer).orElseGet(MockFimPortal::unknown);
    }

    private PeerResponse stammtexte(PeerRequest request) {
        String wanted = request.query().getOrDefault("leistungsschluessel", "");
        List<ObjectNode> found = listed.values().stream()
                .filter(text -> wanted.isEmpty()
                        || text.keys().stream().anyMatch(key -> key.value().contains(wanted)))
                .map(MockFimPortal::json)
                .toList();
        return FimBook.page(found, request.query());
    }

    private static ObjectNode json(FimStammtext text) {
        ObjectNode node = JSON.createObjectNode()
                .put("redaktion_id", text.redaktionId())
                .put("leistung_id", text.leistungId())
                .put("source", text.source())
                .put("title", text.title());
        var keys = node.putArray("leistungsschluessel");
        text.keys().forEach(key -> keys.add(key.value()));
        return node;
    }

    private static PeerResponse content(byte @Nullable [] content) {
        if (content == null) {
            return unknown();
        }
        boolean json = content.length > 0 && content[0] == '{';
        return PeerResponse.of(json ? "application/json" : "application/xml", content);
    }

    private static PeerResponse unknown() {
        return PeerResponse.json("{\"detail\": \"Not found\"}").withStatus(404);
    }
}
