// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.testkit.MockPeer;
import de.ozgkit.testkit.PeerRequest;
import de.ozgkit.testkit.PeerResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invented cash desk, as strict as the real one would be. */
// tag::mock
final class MockCashDesk extends MockPeer {

    static final String SECRET = "nur-in-diesem-test";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, Long> cents = new ConcurrentHashMap<>();
    final Map<String, String> states = new ConcurrentHashMap<>();
    volatile String page = "";

    MockCashDesk() {
        route("POST", "/payments", request -> known(request) ? open(request) : PeerResponse.status(401));
        route("GET", "/payments/{number}", request -> known(request) ? tell(request) : PeerResponse.status(401));
        route("GET", "/health", request -> PeerResponse.status(known(request) ? 200 : 401));
    }

    private static boolean known(PeerRequest request) {
        return request.header("Authorization").equals(java.util.Optional.of("Bearer " + SECRET));
    }

    private PeerResponse open(PeerRequest request) {
        JsonNode order = JSON.readTree(request.body());
        String number = order.path("number").asString();
        if (states.putIfAbsent(number, "open") != null) {
            return PeerResponse.status(409);
        }
        cents.put(number, order.path("cents").asLong());
        return answer(number);
    }

    private PeerResponse tell(PeerRequest request) {
        String number = request.variable("number");
        return states.containsKey(number) ? answer(number) : PeerResponse.status(404);
    }

    private PeerResponse answer(String number) {
        return PeerResponse.json(JSON.writeValueAsString(Map.of(
                "number",
                number,
                "page",
                page.isEmpty() ? uri("/page/" + number).toString() : page,
                "status",
                states.get(number),
                "cents",
                cents.get(number))));
    }
}
// end::mock
