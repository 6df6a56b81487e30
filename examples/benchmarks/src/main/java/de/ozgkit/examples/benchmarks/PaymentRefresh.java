// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What our book-keeping adds to the one question that moves a payment: the mock of pmPayment is asked over HTTP about an attempt, and the answer
 * is written into an H2 database. Before each call that is timed comes one of the other kind that is not, so that mock, HTTP client and
 * compiler are equally warm for both.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 3)
public class PaymentRefresh {

    /** A portal with one attempt. */
    @State(Scope.Benchmark)
    public static class Portal {

        final PaymentFixture fixture = new PaymentFixture();

        /** Ends platform and database. */
        @TearDown
        public void stop() {
            fixture.close();
        }
    }

    /** Nobody has paid yet, and the question alone was put just now. */
    public static class Unpaid extends Portal {

        /** Not timed. */
        @Setup(Level.Invocation)
        public void ask() {
            fixture.ask();
        }
    }

    /** Somebody has paid, which the portal does not know, and the question alone was put just now. */
    public static class PaidMeanwhile extends Portal {

        /** Somebody pays. */
        @Setup
        public void pay() {
            fixture.pay();
        }

        /** Not timed. */
        @Setup(Level.Invocation)
        public void forgetAndAsk() {
            fixture.forgetThatItIsPaid();
            fixture.ask();
        }
    }

    /** The portal has asked just now. */
    public static class Asked extends Portal {

        /** Not timed. */
        @Setup(Level.Invocation)
        public void refresh() {
            fixture.refresh();
        }
    }

    /** Ours, about an attempt that stays as it is: what most questions are. */
    @Benchmark
    public PaymentView ozgkit(Unpaid portal) {
        return expect(PaymentState.PENDING, portal.fixture.refresh());
    }

    /** Ours, about an attempt that becomes paid: with its change of state and the order's, told to a listener. */
    @Benchmark
    public PaymentView ozgkitBecomesPaid(PaidMeanwhile portal) {
        return expect(PaymentState.PAID, portal.fixture.refresh());
    }

    /** The same call by the same gateway, and nothing made of the answer. */
    @Benchmark
    public HttpAnswer bareCall(Asked portal) {
        return portal.fixture.ask();
    }

    private static PaymentView expect(PaymentState state, PaymentView payment) {
        if (payment.state() != state) {
            throw new IllegalStateException("is " + payment.state() + " instead of " + state);
        }
        return payment;
    }
}
