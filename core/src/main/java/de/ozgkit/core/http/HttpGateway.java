// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.http;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.TransportException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one peer over HTTP. Certificates and host names are always checked, redirections are never followed, and no call takes
 * longer or brings more than allowed. Logs the method, the address without its query, the status and the time, and nothing else.
 *
 * <p>Thread-safe; keep one for each peer, since it keeps connections open.
 *
 * @since 0.1
 */
public final class HttpGateway {

    private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Builder settings;
    private final HttpClient client;

    private HttpGateway(Builder settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout)
                .sslContext(TlsContext.of(settings.clientKey, settings.trusted))
                .build();
    }

    /**
     * Begins to describe the way to a peer.
     *
     * @param peer its name in messages and logs, such as {@code pmPayment}
     */
    public static Builder to(String peer) {
        return new Builder(peer);
    }

    /**
     * Sends the call and waits for the whole answer. A call that is safe to repeat is repeated if there was no connection or if the peer
     * answers 502, 503 or 504, as long as time is left.
     *
     * @throws TransportException {@code http.connect} and {@code http.tls}: the peer has not got it; {@code http.timeout} and
     *     {@code http.broken}: it may have got it
     * @throws PeerException {@code http.too_large}
     * @throws ConfigurationException {@code http.plain} if the call would go unencrypted to another machine
     */
    public HttpAnswer send(HttpCall call) {
        refusePlainText(call.uri());
        long deadline =
                System.nanoTime() + call.ownTimeout().orElse(settings.timeout).toNanos();
        for (int repeats = 0; ; repeats++) {
            boolean mayRepeat = call.repeatable() && repeats < settings.retries;
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(repeats, 10));
            try {
                HttpAnswer answer = sendOnce(call, deadline);
                pause = RetryAfter.of(answer, settings.clock).orElse(pause);
                if (!mayRepeat || !isPassing(answer.status()) || !fits(pause, deadline)) {
                    return answer;
                }
            } catch (TransportException e) {
                if (!mayRepeat || !e.code().equals("http.connect") || !fits(pause, deadline)) {
                    throw e;
                }
            }
            sleep(call, pause);
        }
    }

    private HttpAnswer sendOnce(HttpCall call, long deadline) {
        long begin = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request(call), LimitedBody.of(settings.maxBytes));
        try {
            HttpResponse<byte[]> response = exchange.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            LOG.debug("{}: {} answered {} after {} ms", settings.peer, call, response.statusCode(), millisSince(begin));
            return new HttpAnswer(response.statusCode(), response.headers().map(), response.body());
        } catch (ExecutionException | TimeoutException e) {
            exchange.cancel(true);
            OzgException failure = Failures.of(settings.peer, call, e, settings.maxBytes);
            LOG.warn("{}: {} failed with {} after {} ms", settings.peer, call, failure.code(), millisSince(begin));
            throw failure;
        } catch (InterruptedException e) {
            exchange.cancel(true);
            throw interrupted(call, e);
        }
    }

    private HttpRequest request(HttpCall call) {
        byte[] body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .setHeader("User-Agent", settings.userAgent)
                .method(
                        call.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private void sleep(HttpCall call, Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(call, e);
        }
    }

    private TransportException interrupted(HttpCall call, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new TransportException(
                "http.broken", "Waiting for " + settings.peer + " (" + call + ") was interrupted", true, e);
    }

    private void refusePlainText(URI uri) {
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (plain && !settings.allowHttp && !isLoopback(uri.getHost())) {
            throw new ConfigurationException(
                    "http.plain",
                    "The address of " + settings.peer
                            + " begins with http://, which others can read and change; use https://");
        }
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("[::1]") || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static boolean isPassing(int status) {
        return status >= 502 && status <= 504;
    }

    private static boolean fits(Duration pause, long deadline) {
        return pause.toNanos() < deadline - System.nanoTime();
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /** Collects what a gateway needs; everything has a default. */
    public static final class Builder {

        private final String peer;
        private Clock clock = Clock.systemUTC();
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration timeout = Duration.ofSeconds(20);
        private long maxBytes = 1 << 20;
        private @Nullable KeyMaterial clientKey;
        private List<X509Certificate> trusted = List.of();
        private int retries = 2;
        private boolean allowHttp;
        private String userAgent = "ozgkit";

        private Builder(String peer) {
            this.peer = peer;
        }

        private Builder(Builder other) {
            this.peer = other.peer;
            this.clock = other.clock;
            this.connectTimeout = other.connectTimeout;
            this.timeout = other.timeout;
            this.maxBytes = other.maxBytes;
            this.clientKey = other.clientKey;
            this.trusted = other.trusted;
            this.retries = other.retries;
            this.allowHttp = other.allowHttp;
            this.userAgent = other.userAgent;
        }

        /** What tells whether our key is valid and how long until a {@code Retry-After}; the system's clock if not given. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** How long one attempt to connect may take, 5 s if not given. */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = positive(connectTimeout);
            return this;
        }

        /** How long a call may take from beginning to end, with its body and all repetitions; 20 s if not given. */
        public Builder timeout(Duration timeout) {
            this.timeout = positive(timeout);
            return this;
        }

        /** How large the body of an answer may be, 1 MiB if not given. */
        public Builder maxBytes(long maxBytes) {
            if (maxBytes < 0 || maxBytes > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("An answer is kept in memory: 0 to 2147483639 bytes are possible");
            }
            this.maxBytes = maxBytes;
            return this;
        }

        /** The key with which we prove to the peer who we are (mutual TLS). */
        public Builder clientKey(KeyMaterial clientKey) {
            this.clientKey = clientKey;
            return this;
        }

        /** The authorities whose certificates the peer may have: these only, instead of the Java platform's. */
        public Builder trust(List<X509Certificate> authorities) {
            this.trusted = List.copyOf(authorities);
            return this;
        }

        /** How often a call that is safe to repeat is repeated at most, twice if not given. */
        public Builder retries(int retries) {
            if (retries < 0) {
                throw new IllegalArgumentException("The number of retries is 0 or more");
            }
            this.retries = retries;
            return this;
        }

        /** Allows unencrypted calls to other machines, for networks that encrypt below. To this machine they are always allowed. */
        public Builder allowHttp(boolean allowHttp) {
            this.allowHttp = allowHttp;
            return this;
        }

        /** How we introduce ourselves, {@code ozgkit} if not given. Some peers refuse calls without a name. */
        public Builder userAgent(String userAgent) {
            this.userAgent = userAgent;
            return this;
        }

        /**
         * The gateway.
         *
         * @throws ConfigurationException with a code {@code key…} if our client key is expired, not valid yet or weak
         */
        public HttpGateway build() {
            if (clientKey != null) {
                clientKey.requireValid(clock);
            }
            return new HttpGateway(new Builder(this));
        }

        private static Duration positive(Duration duration) {
            if (duration.toMillis() < 1) {
                throw new IllegalArgumentException("A time limit of at least a millisecond is expected");
            }
            return duration;
        }
    }
}
