// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.ozgkit.core.Money;
import de.ozgkit.payment.RefundId;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.RefundRequest;
import de.ozgkit.payment.spi.RefundResult;
import de.ozgkit.testkit.PaymentFixture;
import de.ozgkit.testkit.PaymentFixture.Call;
import de.ozgkit.testkit.PaymentFixture.Disturbance;
import de.ozgkit.testkit.PaymentFixture.Message;
import de.ozgkit.testkit.PaymentFixture.Move;
import de.ozgkit.testkit.PaymentFixture.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What concerns an account as a whole, and money that goes back. */
public final class AccountCases {

    private static final String NO_REFUND = "payment.refund.unsupported";

    private AccountCases() {}

    // money back

    public static String refund(PaymentFixture fixture) {
        Trial trial = Trial.opened(fixture);
        if (!trial.can(Capability.REFUND)) {
            return byHand(fixture, trial);
        }
        Trial.assertPaid(trial.after(Move.PAY));
        RefundResult.Done first = assertInstanceOf(RefundResult.Done.class, refund(fixture, trial, 1000));
        RefundResult.Done second = assertInstanceOf(RefundResult.Done.class, refund(fixture, trial, 1000));
        assertFalse(first.providerReference().equals(second.providerReference()), "two refunds with one number");
        return "done, done";
    }

    public static String refundLost(PaymentFixture fixture) {
        Trial trial = Trial.opened(fixture);
        if (!trial.can(Capability.REFUND)) {
            return byHand(fixture, trial);
        }
        Trial.assertPaid(trial.after(Move.PAY));
        fixture.disturb(Call.REFUND, Disturbance.LOST);
        RefundResult result = refund(fixture, trial, 1000);
        assertInstanceOf(RefundResult.Unknown.class, result);
        return Told.of(result);
    }

    public static String refundTooMuch(PaymentFixture fixture) {
        Trial trial = Trial.opened(fixture);
        if (!trial.can(Capability.REFUND)) {
            return byHand(fixture, trial);
        }
        Trial.assertPaid(trial.after(Move.PAY));
        RefundResult result = refund(fixture, trial, trial.attempt().amount().cents() + 1);
        assertInstanceOf(RefundResult.Rejected.class, result);
        return Told.of(result);
    }

    /** Without a call for it, the cash office sends the money back. */
    private static String byHand(PaymentFixture fixture, Trial trial) {
        assertEquals(new RefundResult.Rejected(NO_REFUND), refund(fixture, trial, 1));
        return "no call for it: a task for the cash office";
    }

    private static RefundResult refund(PaymentFixture fixture, Trial trial, long cents) {
        RefundRequest request = new RefundRequest(
                trial.attempt(), new RefundId(UUID.randomUUID()), Money.cents(cents), "Gebühr entfällt");
        return Trial.limited("refund", () -> fixture.connector(Setup.RIGHT).refund(request));
    }

    // check

    public static String checkWell(PaymentFixture fixture) {
        Health health = check(fixture, Setup.RIGHT);
        assertTrue(health.well() && health.code().equals("ok"), "all is well, but check says " + health);
        return health.code();
    }

    public static String checkUnavailable(PaymentFixture fixture) {
        fixture.disturb(Call.CHECK, Disturbance.UNAVAILABLE);
        return notWell(check(fixture, Setup.RIGHT));
    }

    public static String checkDown(PaymentFixture fixture) {
        return notWell(check(fixture, Setup.UNREACHABLE));
    }

    public static String checkRefused(PaymentFixture fixture) {
        return notWell(check(fixture, Setup.WRONG_SECRET));
    }

    private static Health check(PaymentFixture fixture, Setup setup) {
        Health health = Trial.limited("check", () -> fixture.connector(setup).check());
        assertFalse(health.text().isBlank(), "check has to tell the administrator something");
        return health;
    }

    private static String notWell(Health health) {
        assertFalse(health.well(), "check says that all is well");
        assertFalse(health.code().equals("ok") || health.code().isBlank(), "code: " + health.code());
        return health.code();
    }

    // who it is

    public static String profile(PaymentFixture fixture) {
        PaymentConnector connector = fixture.connector(Setup.RIGHT);
        assertEquals(connector.profile(), fixture.connector(Setup.RIGHT).profile());
        assertTrue(connector.profile().type().matches("[a-z][a-z0-9-]{0,39}"), "type: " + connector.profile());
        return connector.profile().type();
    }

    /** Looks at everything that was logged by the cases before, too. */
    public static String secrets(PaymentFixture fixture) {
        List<Object> shown = new ArrayList<>();
        for (Setup setup : Setup.values()) {
            PaymentConnector connector = fixture.connector(setup);
            Trial trial = new Trial(fixture, setup);
            shown.add(connector);
            shown.add(connector.profile());
            shown.add(trial.start());
            shown.add(trial.query());
            shown.add(Trial.limited("check", connector::check));
            shown.add(trial.callback(new Callback(Callback.Channel.RETURN, Map.of("hash", "0"))));
        }
        Trial trial = Trial.opened(fixture);
        for (Callback.Channel channel : Callback.Channel.values()) {
            fixture.message(Message.GENUINE, channel, trial.attempt()).ifPresent(message -> {
                shown.add(message);
                shown.add(trial.callback(message));
            });
        }
        String log = fixture.log();
        String all = shown + "\n" + log;
        List<String> secrets = new ArrayList<>(fixture.secrets());
        secrets.add(Trial.TOKEN);
        for (String secret : secrets) {
            assertFalse(all.contains(secret), "a secret of " + secret.length() + " characters is shown or logged");
        }
        return "none in " + shown.size() + " values" + (log.isEmpty() ? "" : " and " + lines(log) + " lines of log");
    }

    private static long lines(String log) {
        return log.lines().count();
    }
}
