// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.ConnectorProfile;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.payment.spi.RefundRequest;
import de.ozgkit.payment.spi.RefundResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A platform in memory that answers what the test says. */
final class FakeDesk implements PaymentConnector {

    final List<InitiationRequest> opened = new CopyOnWriteArrayList<>();
    final Map<String, ProviderState> states = new ConcurrentHashMap<>();
    final AtomicInteger questions = new AtomicInteger();
    volatile Function<InitiationRequest, Initiation> onInitiate = FakeDesk::page;
    volatile Function<Callback, CallbackResult> onCallback =
            callback -> new CallbackResult.Hint(false, false, callback.field("method"), Optional.empty());
    volatile ProviderState unknown = new ProviderState.NotFound();
    volatile Set<Capability> capabilities = Set.of(Capability.QUERY);
    final List<RefundRequest> refunds = new CopyOnWriteArrayList<>();
    volatile Function<RefundRequest, RefundResult> onRefund =
            request -> new RefundResult.Done(request.id().reference());

    static Initiation page(InitiationRequest request) {
        String reference = request.attempt().reference();
        return Initiation.Redirect.to(URI.create("https://pay.example.de/page/" + reference), reference);
    }

    static String token(InitiationRequest request) {
        String path = request.returnTo().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    void says(int attempt, PaymentState state) {
        states.put(opened.get(attempt).attempt().reference(), ProviderState.Reported.of(state));
    }

    AttemptId id(int attempt) {
        return opened.get(attempt).attempt().id();
    }

    String token(int attempt) {
        return token(opened.get(attempt));
    }

    @Override
    public ConnectorProfile profile() {
        return new ConnectorProfile("fake", "fake/1", capabilities, Duration.ofHours(1));
    }

    @Override
    public Initiation initiate(InitiationRequest request) {
        opened.add(request);
        states.putIfAbsent(request.attempt().reference(), ProviderState.Reported.of(PaymentState.PENDING));
        return onInitiate.apply(request);
    }

    @Override
    public ProviderState query(PaymentAttempt attempt) {
        questions.incrementAndGet();
        return states.getOrDefault(attempt.reference(), unknown);
    }

    @Override
    public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
        return onCallback.apply(callback);
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        refunds.add(request);
        return onRefund.apply(request);
    }

    @Override
    public Health check() {
        return Health.ok("fake");
    }
}
