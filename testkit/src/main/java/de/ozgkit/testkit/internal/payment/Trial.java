// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.payment;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.testkit.PaymentFixture;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** One attempt, kept as the core keeps it: what is learned about it is handed on to the next call. */
final class Trial {

    /** In the path of every callback address; nobody may log it. */
    static final String TOKEN = "geheimes-zeichen-7Qb3";

    private static final Money AMOUNT = Money.cents(3070);
    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final String PORTAL = "http://127.0.0.1:1/zahlung";

    private final PaymentFixture fixture;
    private final PaymentConnector connector;
    private PaymentAttempt attempt = fresh();

    Trial(PaymentFixture fixture, PaymentFixture.Setup setup) {
        this.fixture = fixture;
        this.connector = fixture.connector(setup);
    }

    static Trial of(PaymentFixture fixture) {
        return new Trial(fixture, PaymentFixture.Setup.RIGHT);
    }

    /** An attempt that was opened. */
    static Trial opened(PaymentFixture fixture) {
        Trial trial = of(fixture);
        trial.open();
        return trial;
    }

    private static PaymentAttempt fresh() {
        return new PaymentAttempt(
                new AttemptId(UUID.randomUUID()),
                new CaseId(UUID.randomUUID()),
                AMOUNT,
                "Hundesteuermarke | Größe M (1 Jahr)",
                List.of(
                        Position.of("Hundesteuermarke „Größe M“", Money.cents(1880)),
                        Position.of("Anhänger & Schlüsselring", Money.cents(1190))
                                .taxed(BigDecimal.valueOf(19))),
                Instant.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    PaymentAttempt attempt() {
        return attempt;
    }

    boolean can(Capability capability) {
        return connector.profile().capabilities().contains(capability);
    }

    // what the core does

    Initiation start() {
        Initiation answer = limited(
                "initiate",
                () -> connector.initiate(new InitiationRequest(
                        attempt, URI.create(PORTAL + "/return/" + TOKEN), URI.create(PORTAL + "/notify/" + TOKEN))));
        if (answer instanceof Initiation.Redirect redirect) {
            learn(Optional.of(redirect.providerReference()), redirect.paymentReference(), Optional.empty());
        } else if (answer instanceof Initiation.Transfer transfer) {
            learn(Optional.of(transfer.providerReference()), Optional.empty(), Optional.empty());
        }
        return answer;
    }

    ProviderState query() {
        return query(connector);
    }

    ProviderState query(PaymentConnector other) {
        ProviderState answer = limited("query", () -> other.query(attempt));
        if (answer instanceof ProviderState.Reported reported) {
            learn(Optional.empty(), reported.paymentReference(), Optional.empty());
        }
        return answer;
    }

    CallbackResult callback(Callback callback) {
        CallbackResult result = result(callback);
        if (result instanceof CallbackResult.Hint hint) {
            learn(Optional.empty(), hint.paymentReference(), hint.method());
        }
        return result;
    }

    /** Without learning from it. */
    CallbackResult result(Callback callback) {
        PaymentAttempt before = attempt;
        return limited("callback", () -> connector.callback(before, callback));
    }

    /** Opens, and insists that a payer can pay now. */
    Initiation open() {
        Initiation answer = start();
        assertTrue(
                answer instanceof Initiation.Redirect || answer instanceof Initiation.Transfer,
                "initiate answered " + answer);
        return answer;
    }

    /** Something happens to it, and the platform tells so on its channels, before the portal asks. */
    ProviderState after(PaymentFixture.Move move) {
        fixture.move(move, attempt);
        told();
        return query();
    }

    /** The platform tells on its channels how it stands. */
    void told() {
        for (Callback.Channel channel : Callback.Channel.values()) {
            fixture.message(PaymentFixture.Message.GENUINE, channel, attempt).ifPresent(this::callback);
        }
    }

    void assertState(PaymentState... allowed) {
        ProviderState answer = query();
        assertTrue(
                isReported(answer, allowed), "expected one of " + List.of(allowed) + " but query answered " + answer);
    }

    static boolean isReported(ProviderState answer, PaymentState... allowed) {
        return answer instanceof ProviderState.Reported reported
                && List.of(allowed).contains(reported.state());
    }

    static ProviderState.Reported assertPaid(ProviderState answer) {
        ProviderState.Reported reported = assertInstanceOf(ProviderState.Reported.class, answer);
        assertTrue(
                reported.state() == PaymentState.PAID
                        && reported.amount().stream().allMatch(AMOUNT::equals),
                "after the payment, query answered " + answer);
        return reported;
    }

    private void learn(Optional<String> provider, Optional<String> payment, Optional<String> method) {
        attempt = new PaymentAttempt(
                attempt.id(),
                attempt.caseId(),
                attempt.amount(),
                attempt.purpose(),
                attempt.positions(),
                attempt.createdAt(),
                provider.or(attempt::providerReference),
                attempt.paymentReference().or(() -> payment),
                method.or(attempt::method));
    }

    /** What came of the same call, made many times at the same moment. */
    static <T> Set<T> atOnce(int times, Callable<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            Set<T> results = new LinkedHashSet<>();
            for (Future<T> done : threads.invokeAll(Collections.nCopies(times, call))) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of " + times + " calls at the same moment went wrong", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** A connector has a result for everything, and in time. */
    static <T> T limited(String what, Supplier<T> call) {
        long begin = System.nanoTime();
        T result;
        try {
            result = call.get();
        } catch (RuntimeException e) {
            throw new AssertionError(what + " threw instead of telling a result", e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(LIMIT) < 0, what + " took " + took);
        return result;
    }
}
