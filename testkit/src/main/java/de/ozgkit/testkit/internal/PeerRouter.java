// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal;

import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.PeerRequest;
import de.ozgkit.testkit.PeerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what a mock does with a call: which handler, which fault; and keeps the record. */
public final class PeerRouter {

    private static final byte[] NONSENSE = {(byte) 0xff, (byte) 0xfe, 0, '<', '{', (byte) 0xc3, '%', '&', '"', 7};

    private final List<Route> routes = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, Deque<Fault>> faultsOfRoute = new HashMap<>();
    private final boolean needsCertificate;
    private @Nullable Throwable failure;

    /** @param needsCertificate whether only browsers may come without a certificate */
    public PeerRouter(boolean needsCertificate) {
        this.needsCertificate = needsCertificate;
    }

    /** What goes out: an answer after a pause, or a broken connection. */
    public record Reply(PeerResponse response, Duration pause, boolean broken) {
        static Reply of(PeerResponse response) {
            return new Reply(response, Duration.ZERO, false);
        }

        static Reply broken(PeerResponse lost) {
            return new Reply(lost, Duration.ZERO, true);
        }
    }

    private record Route(
            RoutePath path, String method, boolean forBrowsers, Function<PeerRequest, PeerResponse> handler) {}

    private record Call(PeerRequest request, @Nullable Route route) {}

    public synchronized void route(
            String method, String path, boolean forBrowsers, Function<PeerRequest, PeerResponse> handler) {
        routes.add(new Route(new RoutePath(path), method, forBrowsers, handler));
    }

    public synchronized void next(List<Fault> more) {
        faults.addAll(more);
    }

    public synchronized void next(String path, List<Fault> more) {
        requireRoute(path);
        faultsOfRoute.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(more);
    }

    public synchronized List<PeerRequest> requests() {
        return calls.stream().map(Call::request).toList();
    }

    public synchronized List<PeerRequest> requests(String path) {
        requireRoute(path);
        return calls.stream()
                .filter(call ->
                        call.route() != null && call.route().path().text().equals(path))
                .map(Call::request)
                .toList();
    }

    public synchronized List<PeerRequest> await(String path, int count, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (requests(path).size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(path + " was expected to be called " + count + " time(s) within " + atMost
                        + ", but was called " + requests(path).size() + " time(s); all calls: " + requests());
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for a call of " + path, e);
            }
        }
        return requests(path);
    }

    public synchronized void assertNoUnexpectedCalls() {
        String unexpected = calls.stream()
                .filter(call -> call.route() == null)
                .map(call -> call.request().toString())
                .collect(Collectors.joining(", "));
        if (!unexpected.isEmpty()) {
            throw new AssertionError("The peer got calls that it does not understand: " + unexpected);
        }
        if (failure != null) {
            throw new AssertionError("The mock itself failed", failure);
        }
    }

    public synchronized void reset() {
        calls.clear();
        faults.clear();
        faultsOfRoute.clear();
        failure = null;
    }

    /** Records the call and does what has been scripted for it. */
    Reply dispatch(PeerRequest request, boolean secure) {
        Route route = record(request);
        if (route == null) {
            return Reply.of(PeerResponse.text("There is nothing at " + request.path() + " for " + request.method())
                    .withStatus(404));
        }
        if (needsCertificate && !secure && !route.forBrowsers()) {
            return Reply.of(PeerResponse.text("Nobody may call this without a certificate")
                    .withStatus(403));
        }
        PeerRequest matched = request.with(route.path().match(request.path()).orElseThrow());
        Optional<Fault> fault = nextFault(route);
        if (fault.isEmpty()) {
            return Reply.of(handle(route, matched));
        }
        return broken(fault.get(), route, matched);
    }

    private Reply broken(Fault fault, Route route, PeerRequest request) {
        if (fault instanceof Fault.Unavailable unavailable) {
            return Reply.of(busy(503, unavailable.retryAfter()));
        }
        if (fault instanceof Fault.TooManyRequests busy) {
            return Reply.of(busy(429, busy.retryAfter()));
        }
        if (fault instanceof Fault.Answer answer) {
            return Reply.of(answer.response());
        }
        if (fault instanceof Fault.Reset) {
            return Reply.broken(PeerResponse.status(200));
        }
        PeerResponse usual = handle(route, request);
        if (fault instanceof Fault.Delay delay) {
            return new Reply(usual, delay.time(), false);
        }
        if (fault instanceof Fault.Garbage) {
            return Reply.of(new PeerResponse(usual.status(), usual.headers(), NONSENSE));
        }
        return Reply.broken(usual);
    }

    private static PeerResponse busy(int status, Duration retryAfter) {
        return PeerResponse.status(status).header("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    private PeerResponse handle(Route route, PeerRequest request) {
        try {
            return route.handler().apply(request);
        } catch (RuntimeException | AssertionError e) {
            synchronized (this) {
                failure = e;
            }
            return PeerResponse.text("The mock itself failed: " + e.getClass().getName())
                    .withStatus(500);
        }
    }

    private synchronized @Nullable Route record(PeerRequest request) {
        Route found = null;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.path().match(request.path());
            if (found == null && route.method().equals(request.method()) && variables.isPresent()) {
                found = route;
            }
        }
        // Browsers ask for it by themselves; no peer is expected to have one.
        if (!request.path().equals("/favicon.ico")) {
            PeerRequest known = found == null
                    ? request
                    : request.with(found.path().match(request.path()).orElseThrow());
            calls.add(new Call(known, found));
            notifyAll();
        }
        return found;
    }

    private synchronized Optional<Fault> nextFault(Route route) {
        Deque<Fault> own = faultsOfRoute.getOrDefault(route.path().text(), new ArrayDeque<>());
        return Optional.ofNullable(own.isEmpty() ? faults.poll() : own.poll());
    }

    private void requireRoute(String path) {
        if (routes.stream().noneMatch(route -> route.path().text().equals(path))) {
            throw new IllegalArgumentException("This peer has no route " + path + "; it has "
                    + routes.stream()
                            .map(route -> route.path().text())
                            .distinct()
                            .toList());
        }
    }
}
