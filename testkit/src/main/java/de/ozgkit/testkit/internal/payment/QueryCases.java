// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.payment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.ozgkit.core.Money;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.testkit.PaymentFixture;
import de.ozgkit.testkit.PaymentFixture.Call;
import de.ozgkit.testkit.PaymentFixture.Disturbance;
import de.ozgkit.testkit.PaymentFixture.Lie;
import de.ozgkit.testkit.PaymentFixture.Move;
import de.ozgkit.testkit.PaymentFixture.Setup;
import java.util.Optional;

/** What may happen when the platform is asked. */
public final class QueryCases {

    private QueryCases() {}

    public static String unavailable(PaymentFixture fixture) {
        return noAnswer(fixture, Disturbance.UNAVAILABLE);
    }

    public static String lost(PaymentFixture fixture) {
        return noAnswer(fixture, Disturbance.LOST);
    }

    public static String slow(PaymentFixture fixture) {
        return noAnswer(fixture, Disturbance.SLOW);
    }

    public static String broken(PaymentFixture fixture) {
        return noAnswer(fixture, Disturbance.BROKEN);
    }

    public static String huge(PaymentFixture fixture) {
        return noAnswer(fixture, Disturbance.HUGE);
    }

    /** Nothing is learned, and what was paid meanwhile is learned by the next question. */
    private static String noAnswer(PaymentFixture fixture, Disturbance how) {
        Trial trial = paid(fixture);
        fixture.disturb(Call.QUERY, how);
        ProviderState answer = trial.query(fixture.connector(Setup.RIGHT));
        assertInstanceOf(ProviderState.NoAnswer.class, answer);
        fixture.calm();
        Trial.assertPaid(trial.after(Move.PAY));
        return Told.of(answer) + "; then PAID";
    }

    /** Paid, and the portal was told; it has not asked yet. */
    private static Trial paid(PaymentFixture fixture) {
        Trial trial = Trial.opened(fixture);
        fixture.move(Move.PAY, trial.attempt());
        trial.told();
        return trial;
    }

    public static String down(PaymentFixture fixture) {
        Trial trial = paid(fixture);
        ProviderState answer = trial.query(fixture.connector(Setup.UNREACHABLE));
        assertInstanceOf(ProviderState.NoAnswer.class, answer);
        return Told.of(answer);
    }

    public static String unknownTransaction(PaymentFixture fixture) {
        ProviderState answer = Trial.of(fixture).query();
        assertTrue(
                answer instanceof ProviderState.NotFound || answer instanceof ProviderState.NoAnswer,
                "about an attempt that was never opened, query answered " + answer);
        return Told.of(answer);
    }

    public static String unknownStatus(PaymentFixture fixture) {
        Trial trial = paid(fixture);
        fixture.tell(Lie.UNKNOWN_STATUS);
        ProviderState answer = trial.query();
        assertTrue(
                !(answer instanceof ProviderState.Reported) || Trial.isReported(answer, PaymentState.PENDING),
                "with a status that nobody knows, query answered " + answer);
        fixture.calm();
        Trial.assertPaid(trial.after(Move.PAY));
        return Told.of(answer) + "; then PAID";
    }

    /** Either the connector notices, or it tells the core the other amount. */
    public static String otherAmount(PaymentFixture fixture) {
        Trial trial = paid(fixture);
        fixture.tell(Lie.OTHER_AMOUNT);
        ProviderState answer = trial.query();
        if (answer instanceof ProviderState.Reported reported && reported.state() == PaymentState.PAID) {
            Optional<Money> amount = reported.amount();
            assertTrue(amount.isPresent(), "another amount was paid, and query does not tell it");
            assertNotEquals(trial.attempt().amount(), amount.get());
            return "PAID with the other amount";
        }
        return Told.of(answer);
    }

    public static String cancelled(PaymentFixture fixture) {
        return softEnd(fixture, Move.CANCEL);
    }

    public static String failed(PaymentFixture fixture) {
        return softEnd(fixture, Move.FAIL);
    }

    private static String softEnd(PaymentFixture fixture, Move move) {
        ProviderState answer = Trial.opened(fixture).after(move);
        assertTrue(
                Trial.isReported(answer, PaymentState.CANCELLED, PaymentState.FAILED, PaymentState.EXPIRED),
                "after " + move + ", query answered " + answer);
        return Told.of(answer);
    }

    public static String paidAfterCancelled(PaymentFixture fixture) {
        Trial trial = Trial.opened(fixture);
        ProviderState first = trial.after(Move.CANCEL);
        assertFalse(Trial.isReported(first, PaymentState.PAID));
        Trial.assertPaid(trial.after(Move.PAY));
        return Told.of(first) + ", PAID";
    }
}
