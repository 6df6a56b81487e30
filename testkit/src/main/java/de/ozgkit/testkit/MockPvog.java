// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.Tokens;
import de.ozgkit.testkit.internal.pvog.PvogBook;
import de.ozgkit.xoevfim.client.PvogLocation;
import de.ozgkit.xoevfim.client.PvogOfficeDetail;
import de.ozgkit.xoevfim.client.PvogServiceDetail;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Portalverbund Online-Gateway on this machine: the Suchdienst with places, services and offices that the test puts in, and the
 * Bereitstelldienst, which wants a token and delivers what the test supplies, one part with each call. A key (ARS) without 12 digits and a page of
 * less than 5 are refused, as there.
 *
 * <pre>{@code
 * pvog.knows(new PvogLocation("Dorsten", Optional.of(dorsten), Optional.of("05562012"), Optional.of("46282")));
 * pvog.supplies(firstTransfer, secondTransfer);
 * }</pre>
 *
 * @since 0.1
 */
public final class MockPvog extends MockPeer {

    /** Who may fetch from the Bereitstelldienst. */
    public static final String CLIENT_ID = "mock-client";

    /** The secret of that client. It protects nothing. */
    public static final String SECRET = "mock-pvog";

    /** The route of the Bereitstelldienst, for {@link #requests(String)} and {@link #next(String, Fault...)}. */
    public static final String DUMP = "/bereitstelldienst/api/v3/verwaltungsobjekte/xzufi-2-3-1";

    /** The route that gives tokens. */
    public static final String TOKEN = "/token";

    private static final String SEARCH = "/suchdienst/api";
    private static final Pattern WHOLE_ARS = Pattern.compile("[0-9]{12}");
    private static final int SMALLEST_PAGE = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PvogBook book = new PvogBook();
    private final List<byte[]> parts = new CopyOnWriteArrayList<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Tokens random = Tokens.secure();

    /** An empty one on a free port. */
    public MockPvog() {
        this(0);
    }

    /** An empty one on the given port; 0 for a free one. */
    public MockPvog(int port) {
        super(port);
        route(
                "GET",
                SEARCH + "/v2/locations",
                request -> needs(request, "q", wanted -> PeerResponse.json(book.locations(wanted))));
        route("GET", SEARCH + "/v7/servicedescriptions/{ars}", this::search);
        route(
                "GET",
                SEARCH + "/v3/servicedescriptions/leikaid",
                request -> at(
                        request.query(),
                        place -> needs(
                                request,
                                "leikaIds",
                                key -> PeerResponse.json(book.byKey(place, Leistungsschluessel.of(key))))));
        route(
                "GET",
                SEARCH + "/v6/servicedescriptions/{id}/detail",
                request -> at(request.query(), place -> book.detail(request.variable("id"), place)
                        .map(PeerResponse::json)
                        .orElse(PeerResponse.status(404))));
        route(
                "GET",
                SEARCH + "/v2/organisationunits/titles",
                request -> at(
                        request.query(),
                        place -> needs(request, "lbId", id -> PeerResponse.json(book.titles(id, place)))));
        route(
                "GET",
                SEARCH + "/v5/organisationunits/detail",
                request -> needs(request, "q", id -> book.office(id)
                        .map(PeerResponse::json)
                        .orElse(PeerResponse.status(404))));
        route("POST", TOKEN, this::token);
        route("GET", DUMP, this::dump);
    }

    /** Adds a place. */
    public MockPvog knows(PvogLocation location) {
        book.add(location);
        return this;
    }

    /** Adds a service, for the areas that it names and everything within; {@code 00} is all of Germany. */
    public MockPvog offers(PvogServiceDetail service) {
        book.add(service);
        return this;
    }

    /** Adds an office. */
    public MockPvog reaches(PvogOfficeDetail office) {
        book.add(office);
        return this;
    }

    /** Adds parts of the delivery, in XZuFi; their indexes are 0, 1, 2. */
    public MockPvog supplies(String... xzufi) {
        for (String part : xzufi) {
            parts.add(part.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Where tokens are given. */
    public URI tokenAddress() {
        return uri(TOKEN);
    }

    /** Makes all tokens so far worthless. */
    public void withdrawTokens() {
        tokens.clear();
    }

    @Override
    protected void onReset() {
        book.clear();
        parts.clear();
        tokens.clear();
    }

    private PeerResponse search(PeerRequest request) {
        return at(Map.of("ars", request.variable("ars")), place -> {
            int page = number(request, "page", 0);
            int size = number(request, "size", 20);
            return page < 0 || size < SMALLEST_PAGE
                    ? PeerResponse.status(400)
                    : PeerResponse.json(book.search(place, request.query().getOrDefault("q", ""), page, size));
        });
    }

    private static int number(PeerRequest request, String name, int otherwise) {
        String text = request.query().getOrDefault(name, Integer.toString(otherwise));
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static PeerResponse at(Map<String, String> query, Function<Ars, PeerResponse> answer) {
        String ars = query.getOrDefault("ars", "");
        return WHOLE_ARS.matcher(ars).matches() ? answer.apply(Ars.of(ars)) : PeerResponse.status(400);
    }

    private static PeerResponse needs(PeerRequest request, String name, Function<String, PeerResponse> answer) {
        String value = request.query().getOrDefault(name, "");
        return value.isBlank() ? PeerResponse.status(400) : answer.apply(value);
    }

    private PeerResponse token(PeerRequest request) {
        Map<String, String> form = request.form();
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return PeerResponse.json("{\"error\": \"unsupported_grant_type\"}").withStatus(400);
        }
        if (!CLIENT_ID.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            return PeerResponse.json("{\"error\": \"invalid_client\"}").withStatus(401);
        }
        String token = random.token();
        tokens.add(token);
        return PeerResponse.json(
                "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": 300}");
    }

    private PeerResponse dump(PeerRequest request) {
        String login = request.header("Authorization").orElse("");
        if (!login.startsWith("Bearer ") || !tokens.contains(login.substring("Bearer ".length()))) {
            return PeerResponse.status(401);
        }
        String index = request.query().getOrDefault("index", "");
        if (!index.matches("[0-9]{1,9}") || !request.query().containsKey("ars")) {
            return PeerResponse.status(400);
        }
        int from = Integer.parseInt(index);
        int next = Math.min(from + 1, Math.max(from, parts.size()));
        String xzufi = from < parts.size() ? new String(parts.get(from), StandardCharsets.UTF_8) : "";
        ObjectNode answer = JSON.createObjectNode()
                .put("xzufiObjekte", xzufi)
                .put("anzahlObjekte", xzufi.isEmpty() ? 0 : 1)
                .put("vollstaendig", next >= parts.size())
                .put("naechsterIndex", next)
                .put("naechsteAnfrageUrl", uri(DUMP) + "?index=" + next + "&ars=%25");
        return PeerResponse.json(answer.toString());
    }
}
