// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.testkit.internal.PeerRouter;
import de.ozgkit.testkit.internal.PeerServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A peer that runs in the test's own process as a real server on this machine only. It records every call, breaks on demand, and refuses
 * what the real peer would not understand. Thread-safe.
 *
 * <p>A mock of one's own extends this class and names its routes in the constructor:
 *
 * <pre>{@code
 * final class MockDesk extends MockPeer {
 *     MockDesk() {
 *         route("GET", "/cases/{id}", request -> PeerResponse.json(caseAsJson(request.variable("id"))));
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public abstract class MockPeer implements AutoCloseable {

    private final PeerRouter router;
    private final PeerServer server;

    /** Starts on a free port. */
    protected MockPeer() {
        this(0);
    }

    /** Starts on the given port; 0 for a free one. */
    protected MockPeer(int port) {
        this(port, null);
    }

    /**
     * Starts on the given port, 0 for a free one, and on a second one for mutual TLS. Routes answer on that one only, pages on both.
     *
     * @param authority issues the key of this peer and those of its clients; null for no TLS at all
     */
    protected MockPeer(int port, @Nullable TestAuthority authority) {
        this.router = new PeerRouter(authority != null);
        this.server = PeerServer.start(port, router, authority);
    }

    /**
     * Answers calls of one method and path.
     *
     * @param path such as {@code /cases/{id}}: a part in braces stands for anything between two slashes, see {@link PeerRequest#variable}
     */
    protected final void route(String method, String path, Function<PeerRequest, PeerResponse> handler) {
        router.route(method, path, false, handler);
    }

    /** As {@link #route}, for a page that browsers open: they need no certificate where other clients do. */
    protected final void page(String method, String path, Function<PeerRequest, PeerResponse> handler) {
        router.route(method, path, true, handler);
    }

    /** Forgets what a mock has collected beside the requests; called by {@link #reset()}. */
    protected void onReset() {}

    /** The address of this peer: {@code http://127.0.0.1:port}. */
    public final URI uri() {
        return server.uri();
    }

    /** The address of one of its resources. */
    public final URI uri(String path) {
        return URI.create(server.uri() + path);
    }

    /** The address for mutual TLS: {@code https://127.0.0.1:port}. Only for a peer that was started with an authority. */
    public final URI secureUri() {
        return server.secureUri();
    }

    /** All calls so far in the order of their arrival, refused ones too. */
    public final List<PeerRequest> requests() {
        return router.requests();
    }

    /** The calls of one route so far, named by its path as the mock declares it. */
    public final List<PeerRequest> requests(String path) {
        return router.requests(path);
    }

    /**
     * Waits until a route has been called so often.
     *
     * @return its calls
     * @throws AssertionError if it has not been in that time
     */
    public final List<PeerRequest> awaitRequests(String path, int count, Duration atMost) {
        return router.await(path, count, atMost);
    }

    /** Breaks the next calls, one fault each, whatever they ask for. Calls that no route answers do not count. */
    public final void next(Fault... faults) {
        router.next(List.of(faults));
    }

    /** Breaks the next calls of one route, named by its path as the mock declares it. */
    public final void next(String path, Fault... faults) {
        router.next(path, List.of(faults));
    }

    /**
     * Checks that nothing was asked that this peer does not understand, and that the mock itself did not fail.
     *
     * @throws AssertionError if so, with the calls
     */
    public final void assertNoUnexpectedCalls() {
        router.assertNoUnexpectedCalls();
    }

    /** Forgets all calls and faults, so that the next test begins afresh. */
    public final void reset() {
        router.reset();
        onReset();
    }

    /** Stops the server. */
    @Override
    public void close() {
        server.stop();
    }
}
