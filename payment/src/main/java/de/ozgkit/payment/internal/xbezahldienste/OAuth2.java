// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import de.ozgkit.core.PeerException;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Client credentials (RFC 6749, 4.4): one token at a time, kept until shortly before its end, fetched by one thread for all. */
public final class OAuth2 implements Access {

    /** The client or its secret is wrong. */
    static final String REFUSED = "payment.xbezahldienste.token.refused";

    private static final Duration UNTOLD_LIFETIME = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(1);
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final HttpGateway http;
    private final URI tokenUrl;
    private final String clientId;
    private final char[] secret;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private final AtomicReference<@Nullable Bearer> current = new AtomicReference<>();

    public OAuth2(HttpGateway http, URI tokenUrl, String clientId, char[] secret, Clock clock) {
        this.http = http;
        this.tokenUrl = tokenUrl;
        this.clientId = clientId;
        this.secret = Arrays.copyOf(secret, secret.length);
        this.clock = clock;
    }

    private record Bearer(String token, Instant until) implements Pass {

        @Override
        public HttpCall on(HttpCall call) {
            return call.bearer(token);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Bearer[until " + until + "]";
        }
    }

    @Override
    public Pass pass(TimeLeft left) {
        Bearer known = usable();
        if (known != null) {
            return known;
        }
        lock(left);
        try {
            Bearer meanwhile = usable();
            if (meanwhile != null) {
                return meanwhile;
            }
            Bearer fresh = fetch(left);
            current.set(fresh);
            return fresh;
        } finally {
            fetching.unlock();
        }
    }

    @Override
    public boolean renew(Pass refused) {
        // If another thread has renewed it already, its token stays.
        current.compareAndSet((Bearer) refused, null);
        return true;
    }

    private @Nullable Bearer usable() {
        Bearer known = current.get();
        return known != null && clock.instant().isBefore(known.until()) ? known : null;
    }

    private void lock(TimeLeft left) {
        try {
            if (fetching.tryLock(left.asDuration().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TransportException(
                "http.timeout", "No token of XBezahldienste in time; others wait for one, too", false, null);
    }

    private Bearer fetch(TimeLeft left) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", clientId);
        form.put("client_secret", String.valueOf(secret));
        HttpAnswer answer = http.send(HttpCall.post(tokenUrl)
                .header("Accept", "application/json")
                .form(form)
                .safeToRepeat()
                .timeout(left.asDuration()));
        if (answer.status() == 400 || answer.status() == 401 || answer.status() == 403) {
            throw new PeerException(
                    REFUSED, "The token service does not know the client, or its secret is wrong; check both", false);
        }
        if (!answer.ok()) {
            throw new PeerException(
                    "payment.xbezahldienste.token.down",
                    "The token service answers with HTTP status " + answer.status() + "; check its address",
                    true);
        }
        XbAnswers.Token token = XbAnswers.token(answer.body())
                .orElseThrow(() -> new PeerException(
                        "payment.xbezahldienste.token.answer", "The token service answers without a token", true));
        return new Bearer(token.value(), clock.instant().plus(kept(token)));
    }

    /** Not to its last second, since it has to arrive in time; and short-lived ones for most of their life. */
    private static Duration kept(XbAnswers.Token token) {
        Duration told = token.seconds()
                .map(seconds -> Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFETIME.toSeconds()))))
                .orElse(UNTOLD_LIFETIME);
        Duration tenth = told.dividedBy(10);
        return told.minus(tenth.compareTo(EARLY) < 0 ? tenth : EARLY);
    }
}
