// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A token by client credentials (RFC 6749, section 4.4), renewed a little before its end. */
final class OAuthToken {

    private static final long EARLY = 30;
    private static final long USUAL_SECONDS = 60;
    private static final long MOST_SECONDS = 86_400;

    private final URI address;
    private final String clientId;
    private final char[] secret;
    private final Clock clock;
    private final Peer peer;
    private String token = "";
    private Instant end = Instant.MIN;

    OAuthToken(URI address, String clientId, char[] secret, Clock clock, HttpGateway http) {
        this.address = address;
        this.clientId = clientId;
        this.secret = secret.clone();
        this.clock = clock;
        this.peer = new Peer("the token service of the PVOG", "pvog", address, http);
    }

    synchronized String current() {
        return clock.instant().isBefore(end) ? token : renewed();
    }

    synchronized String renewed() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", clientId);
        form.put("client_secret", String.valueOf(secret));
        HttpCall call =
                HttpCall.post(address).header("Accept", Peer.JSON).form(form).safeToRepeat();
        HttpAnswer answer = peer.sendOrRefused(call)
                .orElseThrow(() -> new ConfigurationException(
                        "pvog.login", "the PVOG gives us no token; check address, client id and secret"));
        JsonNode json = peer.reading(() -> Json.read(answer));
        String given = Json.text(json, "access_token")
                .filter(text -> text.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .orElseThrow(() -> peer.nonsense("no token"));
        long seconds = Math.min(MOST_SECONDS, Json.number(json, "expires_in", USUAL_SECONDS));
        token = given;
        end = clock.instant().plusSeconds(Math.max(0, seconds - EARLY));
        return given;
    }
}
