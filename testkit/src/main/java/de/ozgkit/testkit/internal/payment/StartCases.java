// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.testkit.PaymentFixture;
import de.ozgkit.testkit.PaymentFixture.Call;
import de.ozgkit.testkit.PaymentFixture.Disturbance;
import de.ozgkit.testkit.PaymentFixture.Lie;
import de.ozgkit.testkit.PaymentFixture.Move;
import de.ozgkit.testkit.PaymentFixture.Setup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may happen when an attempt is opened. */
public final class StartCases {

    private static final int MANY = 12;

    private StartCases() {}

    public static String paid(PaymentFixture fixture) {
        int before = fixture.payable();
        Trial trial = Trial.of(fixture);
        Initiation start = trial.open();
        if (start instanceof Initiation.Transfer transfer) {
            assertEquals(trial.attempt().amount(), transfer.details().amount());
            return paidByTransfer(trial, fixture);
        }
        assertEquals(before + 1, fixture.payable(), "payments that a payer can pay");
        trial.assertState(PaymentState.PENDING);
        Trial.assertPaid(trial.after(Move.PAY));
        Trial.assertPaid(trial.query());
        return "page, PENDING, PAID";
    }

    private static String paidByTransfer(Trial trial, PaymentFixture fixture) {
        if (!trial.can(Capability.QUERY)) {
            return "transfer; the cash office sees the money";
        }
        trial.assertState(PaymentState.AWAITING_TRANSFER, PaymentState.PENDING);
        fixture.move(Move.PAY, trial.attempt());
        Trial.assertPaid(trial.query());
        return "transfer, AWAITING_TRANSFER, PAID";
    }

    public static String lost(PaymentFixture fixture) {
        int before = fixture.payable();
        fixture.disturb(Call.START, Disturbance.LOST);
        Trial trial = Trial.of(fixture);
        Initiation first = trial.start();
        assertInstanceOf(Initiation.Unknown.class, first);
        fixture.calm();
        String recovery = trial.can(Capability.REPEATABLE_START)
                ? "opened again: " + repeated(trial, fixture, before)
                : "asked: " + asked(trial);
        Trial next = Trial.opened(fixture);
        if (next.can(Capability.QUERY)) {
            Trial.assertPaid(next.after(Move.PAY));
        }
        return Told.of(first) + "; " + recovery;
    }

    private static String repeated(Trial trial, PaymentFixture fixture, int before) {
        Initiation again = trial.start();
        assertFalse(again instanceof Initiation.Unknown, "opened again, " + again);
        assertTrue(fixture.payable() <= before + 1, "opening again made a second payment");
        return Told.of(again);
    }

    /** Nobody has seen a page, so nothing can be paid and nothing may be reported as paid or partly paid. */
    private static String asked(Trial trial) {
        if (!trial.can(Capability.QUERY)) {
            return "nobody";
        }
        ProviderState answer = trial.query();
        assertFalse(
                Trial.isReported(answer, PaymentState.PAID, PaymentState.PARTLY_PAID),
                "after a lost start, query answered " + answer);
        return Told.of(answer);
    }

    public static String unavailable(PaymentFixture fixture) {
        return unknown(fixture, Disturbance.UNAVAILABLE);
    }

    public static String slow(PaymentFixture fixture) {
        return unknown(fixture, Disturbance.SLOW);
    }

    public static String broken(PaymentFixture fixture) {
        return unknown(fixture, Disturbance.BROKEN);
    }

    public static String huge(PaymentFixture fixture) {
        return unknown(fixture, Disturbance.HUGE);
    }

    private static String unknown(PaymentFixture fixture, Disturbance how) {
        fixture.disturb(Call.START, how);
        Initiation answer = Trial.of(fixture).start();
        assertInstanceOf(Initiation.Unknown.class, answer);
        fixture.calm();
        Trial.opened(fixture);
        return Told.of(answer);
    }

    public static String down(PaymentFixture fixture) {
        Initiation answer = new Trial(fixture, Setup.UNREACHABLE).start();
        assertInstanceOf(Initiation.Unknown.class, answer);
        return Told.of(answer);
    }

    public static String refused(PaymentFixture fixture) {
        int before = fixture.payable();
        Initiation answer = new Trial(fixture, Setup.WRONG_SECRET).start();
        assertFalse(
                answer instanceof Initiation.Redirect || answer instanceof Initiation.Transfer,
                "with a wrong secret, initiate answered " + answer);
        assertEquals(before, fixture.payable());
        return Told.of(answer);
    }

    public static String foreignPage(PaymentFixture fixture) {
        fixture.tell(Lie.FOREIGN_PAGE);
        Initiation answer = Trial.of(fixture).start();
        assertFalse(answer instanceof Initiation.Redirect, "the payer would be sent to a foreign host");
        return Told.of(answer);
    }

    public static String manyAtOnce(PaymentFixture fixture) {
        List<Trial> trials = List.copyOf(Trial.atOnce(MANY, () -> Trial.opened(fixture)));
        Set<String> numbers = new HashSet<>();
        trials.forEach(trial -> numbers.add(trial.attempt().providerReference().orElseThrow()));
        assertEquals(MANY, numbers.size(), "payments with a number of their own");
        if (trials.get(0).can(Capability.QUERY)) {
            Trial.assertPaid(trials.get(0).after(Move.PAY));
            trials.get(1).assertState(PaymentState.PENDING, PaymentState.AWAITING_TRANSFER);
        }
        return MANY + " pages, one PAID";
    }
}
