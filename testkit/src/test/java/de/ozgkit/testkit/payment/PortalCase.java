// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Money;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Refund;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.RefundState;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.PaymentFixture.Call;
import de.ozgkit.testkit.PaymentFixture.Disturbance;
import de.ozgkit.testkit.PaymentFixture.Lie;
import de.ozgkit.testkit.PaymentFixture.Move;
import de.ozgkit.testkit.PaymentFixture.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** What may happen between a portal and a platform, and what the portal's books say in the end. */
enum PortalCase {
    NOTIFY_FIRST("notify before return", PortalCase::notifyFirst),
    RETURN_FIRST("return before notify", PortalCase::returnFirst),
    AT_ONCE("returns, notifications and questions at once", PortalCase::atOnce),
    LATE_MONEY("paid after cancelled", PortalCase::lateMoney),
    OTHER_AMOUNT("other amount", PortalCase::otherAmount),
    LOST_START("start: answer lost after creation", PortalCase::lostStart),
    REFUSED_START("start: wrong secret, then the right one", PortalCase::refusedStart),
    SILENCE("503 while the payer comes back", PortalCase::silence),
    TWO_PAID("two attempts paid, or one twice", PortalCase::twoPaid),
    MONEY_BACK("money goes back", PortalCase::moneyBack);

    private static final int MANY = 12;

    private final String title;
    private final Function<FeePortal, String> course;

    PortalCase(String title, Function<FeePortal, String> course) {
        this.title = title;
        this.course = course;
    }

    String title() {
        return title;
    }

    /** What came of it in few words, or after a dash why it cannot happen. */
    String run(FeePortal portal) {
        portal.platform().calm();
        try {
            return course.apply(portal);
        } finally {
            portal.setUp(Setup.RIGHT);
            portal.platform().calm();
        }
    }

    private static FeePortal.Fee opened(FeePortal portal) {
        FeePortal.Fee fee = portal.new Fee();
        assertOpen(fee.start());
        return fee;
    }

    private static void assertOpen(PaymentStart start) {
        assertThat(start).isInstanceOfAny(PaymentStart.Redirect.class, PaymentStart.Transfer.class);
    }

    private static boolean offline(FeePortal portal) {
        return portal.can(Capability.OFFLINE_TRANSFER);
    }

    private static String paidOnce(FeePortal.Fee fee) {
        assertThat(fee.view().state()).isEqualTo(PaymentState.PAID);
        assertThat(fee.told()).isOne();
        assertThat(fee.reviews()).isEmpty();
        assertThat(fee.start()).isInstanceOf(PaymentStart.AlreadyPaid.class);
        assertThat(fee.told()).isOne();
        return "PAID once";
    }

    private static String notifyFirst(FeePortal portal) {
        FeePortal.Fee fee = opened(portal);
        fee.pay(0);
        fee.tell(0, Channel.NOTIFY);
        fee.tell(0, Channel.RETURN);
        return paidOnce(fee);
    }

    private static String returnFirst(FeePortal portal) {
        FeePortal.Fee fee = opened(portal);
        fee.pay(0);
        fee.tell(0, Channel.RETURN);
        fee.tell(0, Channel.NOTIFY);
        fee.ask(0);
        return paidOnce(fee);
    }

    private static String atOnce(FeePortal portal) {
        FeePortal.Fee fee = opened(portal);
        fee.pay(0);
        List<Callable<Object>> knocks = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Channel channel = Channel.values()[i % 2];
            knocks.add(() -> {
                fee.tell(0, channel);
                return fee.ask(0);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            for (Future<Object> done : threads.invokeAll(knocks)) {
                done.get();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
        return paidOnce(fee);
    }

    private static String lateMoney(FeePortal portal) {
        if (offline(portal)) {
            return "- offline";
        }
        FeePortal.Fee fee = opened(portal);
        portal.platform().move(Move.CANCEL, fee.attempt(0));
        fee.tell(0);
        PaymentState before = fee.ask(0).state();
        assertThat(before).isIn(PaymentState.CANCELLED, PaymentState.PENDING);
        assertThat(fee.told()).isZero();
        fee.pay(0);
        fee.tell(0);
        fee.ask(0);
        return before + ", " + paidOnce(fee);
    }

    private static String otherAmount(FeePortal portal) {
        FeePortal.Fee fee = opened(portal);
        if (offline(portal)) {
            fee.pay(0, Money.cents(70));
            assertThat(fee.view().state()).isEqualTo(PaymentState.PARTLY_PAID);
            assertThat(fee.told()).isZero();
            return "PARTLY_PAID";
        }
        if (portal.platform().excuse(PaymentCase.OTHER_AMOUNT).isPresent()) {
            return "- " + portal.platform().excuse(PaymentCase.OTHER_AMOUNT).get();
        }
        fee.pay(0);
        fee.tell(0, Channel.NOTIFY);
        portal.platform().tell(Lie.OTHER_AMOUNT);
        fee.ask(0);
        assertThat(fee.view().state()).isEqualTo(PaymentState.REVIEW);
        assertThat(fee.told()).isZero();
        return "REVIEW " + fee.reviews().get(0);
    }

    private static String lostStart(FeePortal portal) {
        if (offline(portal)) {
            return "- local";
        }
        FeePortal.Fee fee = portal.new Fee();
        portal.platform().disturb(Call.START, Disturbance.LOST);
        assertThat(fee.start()).isInstanceOf(PaymentStart.Unavailable.class);
        portal.platform().calm();
        portal.advance(Duration.ofMinutes(2));
        assertOpen(fee.start());
        fee.pay(fee.last());
        fee.tell(fee.last());
        fee.ask(fee.last());
        return paidOnce(fee) + " by attempt " + (fee.last() + 1);
    }

    private static String refusedStart(FeePortal portal) {
        if (offline(portal)) {
            return "- local";
        }
        FeePortal.Fee fee = portal.new Fee();
        portal.setUp(Setup.WRONG_SECRET);
        assertThat(fee.start()).isInstanceOf(PaymentStart.Unavailable.class);
        PaymentState before = fee.attempts().get(0).state();
        portal.setUp(Setup.RIGHT);
        portal.advance(Duration.ofMinutes(2));
        assertOpen(fee.start());
        fee.pay(fee.last());
        fee.tell(fee.last());
        fee.ask(fee.last());
        return before + ", " + paidOnce(fee);
    }

    private static String silence(FeePortal portal) {
        if (offline(portal)) {
            return "- offline";
        }
        FeePortal.Fee fee = opened(portal);
        fee.pay(0);
        fee.tell(0, Channel.NOTIFY);
        portal.platform().disturb(Call.QUERY, Disturbance.UNAVAILABLE);
        fee.tell(0, Channel.RETURN);
        PaymentState before = fee.ask(0).state();
        assertThat(before).isEqualTo(PaymentState.PENDING);
        portal.platform().calm();
        portal.advance(Duration.ofMinutes(2));
        fee.ask(0);
        return before + ", " + paidOnce(fee);
    }

    private static String twoPaid(FeePortal portal) {
        FeePortal.Fee fee = opened(portal);
        if (offline(portal)) {
            fee.pay(0);
            fee.pay(0);
        } else {
            portal.advance(portal.pageLifetime().plusMinutes(1));
            assertOpen(fee.start());
            assertThat(fee.last()).isEqualTo(1);
            for (int i = 0; i < 2; i++) {
                fee.pay(i);
                fee.tell(i);
                fee.ask(i);
            }
            assertThat(fee.refunds()).hasSize(1);
        }
        assertThat(fee.view().state()).isEqualTo(PaymentState.REVIEW);
        assertThat(fee.told()).isOne();
        return "PAID once, REVIEW " + fee.reviews().get(0);
    }

    private static String moneyBack(FeePortal portal) {
        FeePortal.Fee fee = opened(portal);
        fee.pay(0);
        fee.tell(0);
        fee.ask(0);
        paidOnce(fee);
        Refund sent = portal.payments.refund(
                fee.attempt(0).id(), new RefundId(UUID.randomUUID()), Money.cents(1000), "Gebühr entfällt");
        assertThat(sent.state()).isEqualTo(portal.can(Capability.REFUND) ? RefundState.DONE : RefundState.OPEN);
        Refund done = portal.payments.refundDone(sent.id(), FeePortal.CLERK);
        assertThat(done.state()).isEqualTo(RefundState.DONE);
        assertThat(fee.refunds()).containsExactly(done);
        return portal.can(Capability.REFUND) ? "by the platform" : "by the cash office";
    }
}
