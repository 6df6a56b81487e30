// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockPeer;
import de.ozgkit.testkit.PaymentFixture;
import de.ozgkit.testkit.PeerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A fixture whose platform is one of our mocks. */
abstract class MockFixture implements PaymentFixture {

    private static final Duration TOO_LONG = Duration.ofMillis(900);
    private static final Duration IMPATIENCE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OFTEN = 10;
    private static final byte[] HUGE = new byte[2_000_000];

    private final MockPeer mock;
    private final Map<Call, String> routes;
    private final LogBook log = new LogBook();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final Map<String, PaymentConnector> connectors = new ConcurrentHashMap<>();
    private volatile boolean slow;

    /**
     * @param routes as the mock names them
     * @param secrets that both sides share
     */
    MockFixture(MockPeer mock, Map<Call, String> routes, String... secrets) {
        this.mock = mock;
        this.routes = routes;
        this.secrets.addAll(List.of(secrets));
    }

    /** Impatient only while the platform is slow, so that a busy machine breaks no other case. */
    @Override
    public PaymentConnector connector(Setup setup) {
        Duration patience = slow ? IMPATIENCE : PATIENCE;
        return connectors.computeIfAbsent(setup + " " + patience, key -> connect(setup, patience));
    }

    abstract PaymentConnector connect(Setup setup, Duration patience);

    @Override
    public void disturb(Call call, Disturbance how) {
        slow = how == Disturbance.SLOW;
        always(call, fault(how));
    }

    /** Breaks every such call with this until all is calm. */
    void always(Call call, Fault fault) {
        mock.next(routes.get(call), Collections.nCopies(OFTEN, fault).toArray(new Fault[0]));
    }

    private static Fault fault(Disturbance how) {
        return switch (how) {
            case LOST -> Fault.lostAnswer();
            case UNAVAILABLE -> Fault.unavailable(Duration.ofMinutes(1));
            case SLOW -> Fault.delay(TOO_LONG);
            case BROKEN -> Fault.garbage();
            case HUGE -> Fault.answer(PeerResponse.of("application/json", HUGE));
        };
    }

    @Override
    public void calm() {
        slow = false;
        noteProofs();
        mock.reset();
    }

    /** A key that nobody may read either. */
    KeyMaterial secret(KeyMaterial key) {
        secrets.add(Base64.getEncoder().encodeToString(key.privateKey().getEncoded()));
        return key;
    }

    /** Passwords and tokens in the form in which they were sent. */
    private void noteProofs() {
        mock.requests().forEach(request -> request.header("Authorization")
                .ifPresent(proof -> secrets.add(proof.substring(proof.indexOf(' ') + 1))));
    }

    @Override
    public List<String> secrets() {
        noteProofs();
        return List.copyOf(secrets);
    }

    @Override
    public String log() {
        return log.text();
    }

    /** Where nobody answers. */
    static URI nobody() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        log.close();
        mock.close();
    }
}
