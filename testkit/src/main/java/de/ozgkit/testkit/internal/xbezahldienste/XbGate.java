// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.xbezahldienste;

import de.ozgkit.core.Tokens;
import de.ozgkit.testkit.PeerRequest;
import de.ozgkit.testkit.PeerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may call. */
public final class XbGate {

    private final Optional<Credentials> basic;
    private final Optional<Credentials> client;
    private final Duration lifetime;
    private final Clock clock;
    private final Tokens tokens;
    private final Map<String, Instant> issued = new ConcurrentHashMap<>();

    /**
     * A name and its secret.
     *
     * @param name of a user or a client
     */
    public record Credentials(String name, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Credentials[" + name + "]";
        }
    }

    /** With neither, the connection decides. */
    public XbGate(
            Optional<Credentials> basic, Optional<Credentials> client, Duration lifetime, Clock clock, Tokens tokens) {
        this.basic = basic;
        this.client = client;
        this.lifetime = lifetime;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** Whether the call proves who makes it. */
    public boolean admits(PeerRequest request) {
        String proof = request.header("Authorization").orElse("");
        if (basic.isPresent()) {
            String pair = basic.get().name() + ":" + basic.get().secret();
            return proof.equals("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        if (client.isPresent()) {
            Instant until = proof.startsWith("Bearer ") ? issued.get(proof.substring(7)) : null;
            return until != null && clock.instant().isBefore(until);
        }
        return proof.isEmpty();
    }

    /** A new token for who knows the client's secret. */
    public PeerResponse token(PeerRequest request) {
        Map<String, String> form = request.form();
        boolean right = client.isPresent()
                && client.get().name().equals(form.get("client_id"))
                && client.get().secret().equals(form.get("client_secret"));
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return PeerResponse.json("{\"error\": \"unsupported_grant_type\"}").withStatus(400);
        }
        if (!right) {
            return PeerResponse.json("{\"error\": \"invalid_client\"}").withStatus(401);
        }
        String token = tokens.token();
        issued.put(token, clock.instant().plus(lifetime));
        return PeerResponse.json("{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": "
                        + lifetime.toSeconds() + "}")
                .header("Cache-Control", "no-store");
    }

    /** No token is worth anything any more. */
    public void revoke() {
        issued.clear();
    }
}
