// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.AttemptStatus;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.Paid;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.ReceivedTransfer;
import de.ozgkit.payment.Refund;
import de.ozgkit.payment.Review;
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
import de.ozgkit.testkit.PaymentFixture;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcConnectionPool;

/** A portal that takes fees by one connector: orders in a database, callbacks without HTTP, and a clock that goes when it is told to. */
final class FeePortal implements AutoCloseable {

    static final Money FEE = Money.cents(3070);
    /** Stands where a portal ought not to write it, and in messages of the platform. */
    static final String PAYER = "Erika Mustermann";
    /** Who notes and decides in the cash office. */
    static final String CLERK = "Karl Kassenwart";

    private static final String PAYEE = "marl";

    private final PaymentFixture platform;
    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final List<InitiationRequest> opened = new CopyOnWriteArrayList<>();
    private final List<Paid> paid = new CopyOnWriteArrayList<>();
    private final List<Review> reviews = new CopyOnWriteArrayList<>();
    private final Queue<Object> seen = new ConcurrentLinkedQueue<>();
    private volatile PaymentFixture.Setup setup = PaymentFixture.Setup.RIGHT;
    final Payments payments;

    FeePortal(PaymentFixture platform) {
        this.platform = platform;
        Clock clock = clock();
        this.payments = Payments.on(database)
                .jobs(Jobs.on(database).clock(clock).build())
                .callbacks(URI.create("http://127.0.0.1:1/zahlung"))
                .payee(PAYEE, new Watched())
                .onPaid((tx, news) -> paid.add(news))
                .onReview((tx, news) -> reviews.add(news))
                .onRefund((tx, news) -> seen.add(news))
                .clock(clock)
                .patience(Duration.ofMillis(100))
                .build();
    }

    PaymentFixture platform() {
        return platform;
    }

    boolean can(Capability capability) {
        return platform.connector(setup).profile().capabilities().contains(capability);
    }

    /** From now on the connector is set up like this. */
    void setUp(PaymentFixture.Setup other) {
        setup = other;
    }

    void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    Duration pageLifetime() {
        return platform.connector(setup).profile().pageLifetime();
    }

    /** The secret tokens in all callback addresses so far. */
    List<String> tokens() {
        return opened.stream().map(FeePortal::token).distinct().toList();
    }

    /** All values that went in or came out so far, as text. */
    String shown() {
        seen.addAll(paid);
        seen.addAll(reviews);
        seen.addAll(opened);
        seen.add(platform.connector(setup));
        seen.add(payments);
        seen.add(payments.attention());
        seen.add(payments.check());
        return String.valueOf(seen);
    }

    /** Somebody brings a message with that token, and is turned away or not. */
    void bring(String token, Callback callback) {
        try {
            if (callback.channel() == Callback.Channel.RETURN) {
                seen(payments.returned(token, callback.fields()));
            } else {
                payments.notified(token, callback.fields());
            }
        } catch (RejectedException e) {
            seen(e);
        }
    }

    private <T> T seen(T value) {
        seen.add(value);
        return value;
    }

    private static String token(InitiationRequest request) {
        String path = request.returnTo().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        database.dispose();
    }

    /** What one citizen owes, and what happens to it. */
    final class Fee {

        private final CaseId caseId = new CaseId(UUID.randomUUID());

        PaymentStart start() {
            return seen(payments.start(Order.of(caseId, PAYEE)
                    .purpose("Hundesteuer " + PAYER)
                    .position("Hundesteuermarke", Money.cents(3070))));
        }

        /** Money comes to that attempt. */
        void pay(int index) {
            pay(index, FEE);
        }

        void pay(int index, Money amount) {
            if (can(Capability.OFFLINE_TRANSFER)) {
                seen(payments.transferReceived(
                        attempt(index).id(),
                        seen(new ReceivedTransfer(UUID.randomUUID().toString(), amount, now.get(), CLERK))));
            } else {
                platform.move(PaymentFixture.Move.PAY, attempt(index));
            }
        }

        /** What the platform says on that channel, with more than it should say; from a page, the browser comes back in any case. */
        void tell(int index, Callback.Channel channel) {
            if (can(Capability.OFFLINE_TRANSFER)) {
                return;
            }
            Optional<Callback> message = platform.message(PaymentFixture.Message.GENUINE, channel, attempt(index))
                    .map(callback -> seen(gossip(callback)));
            String token = token(request(index));
            if (channel == Callback.Channel.RETURN) {
                seen(payments.returned(token, message.map(Callback::fields).orElse(Map.of())));
            } else if (message.isPresent()) {
                payments.notified(token, message.get().fields());
            }
        }

        private static Callback gossip(Callback callback) {
            Map<String, String> fields = new HashMap<>(callback.fields());
            fields.put("payer", PAYER);
            return new Callback(callback.channel(), fields);
        }

        /** Somebody brings such a message, and is turned away or not. */
        void bring(int index, Callback callback) {
            FeePortal.this.bring(token(request(index)), callback);
        }

        void tell(int index) {
            for (Callback.Channel channel : Callback.Channel.values()) {
                tell(index, channel);
            }
        }

        PaymentView ask(int index) {
            return seen(payments.refresh(attempt(index).id()));
        }

        PaymentView view() {
            return seen(payments.of(caseId).orElseThrow());
        }

        List<AttemptStatus> attempts() {
            return seen(payments.attempts(caseId));
        }

        /** As the connector would get it now. */
        PaymentAttempt attempt(int index) {
            AttemptStatus status = attempts().get(index);
            PaymentAttempt first = request(index).attempt();
            return new PaymentAttempt(
                    first.id(),
                    first.caseId(),
                    first.amount(),
                    first.purpose(),
                    first.positions(),
                    first.createdAt(),
                    status.providerReference(),
                    status.paymentReference(),
                    Optional.empty());
        }

        /** The last one by which the attempt was opened. */
        private InitiationRequest request(int index) {
            return opened.stream()
                    .filter(request ->
                            request.attempt().id().equals(attempts().get(index).id()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }

        int last() {
            return attempts().size() - 1;
        }

        long told() {
            return paid.stream().filter(news -> news.caseId().equals(caseId)).count();
        }

        List<String> reviews() {
            return reviews.stream()
                    .filter(review -> review.caseId().equals(caseId))
                    .map(Review::reason)
                    .toList();
        }

        List<Refund> refunds() {
            return seen(payments.refunds(caseId));
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    /** The connector under test, with a note of what it was asked to open. */
    private final class Watched implements PaymentConnector {

        private PaymentConnector real() {
            return platform.connector(setup);
        }

        @Override
        public ConnectorProfile profile() {
            return real().profile();
        }

        @Override
        public Initiation initiate(InitiationRequest request) {
            opened.add(request);
            return seen(real().initiate(request));
        }

        @Override
        public ProviderState query(PaymentAttempt attempt) {
            return seen(real().query(seen(attempt)));
        }

        @Override
        public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
            return seen(real().callback(attempt, seen(callback)));
        }

        @Override
        public RefundResult refund(RefundRequest request) {
            return seen(real().refund(seen(request)));
        }

        @Override
        public Health check() {
            return seen(real().check());
        }
    }
}
