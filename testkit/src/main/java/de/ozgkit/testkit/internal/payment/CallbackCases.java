// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.Callback.Channel;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.CallbackResult.Hint;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.testkit.PaymentFixture;
import de.ozgkit.testkit.PaymentFixture.Message;
import de.ozgkit.testkit.PaymentFixture.Move;
import de.ozgkit.testkit.PaymentFixture.Setup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may come in from outside. Whatever it is, only the answer to a question tells how a payment stands. */
public final class CallbackCases {

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "PAYED",
            "success",
            "null",
            "\u0000",
            "%00",
            "|",
            "'\"<>&",
            "9".repeat(2000),
            "ü€\ud83d\udcb6");

    private static final int AT_ONCE = 12;

    private CallbackCases() {}

    /** What was told on each channel. */
    private static final class Seen {
        private final Map<String, String> channels = new LinkedHashMap<>();

        void add(Channel channel, CallbackResult result) {
            channels.put(channel.name().toLowerCase(Locale.ROOT), Told.of(result));
        }

        /** A platform that sends nothing at all says so by an excuse. */
        @Override
        public String toString() {
            assertFalse(channels.isEmpty(), "the fixture has no message for any channel");
            return channels.entrySet().stream()
                    .map(told -> told.getKey() + ": " + told.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    public static String genuine(PaymentFixture fixture) {
        Seen seen = new Seen();
        for (Channel channel : Channel.values()) {
            Trial trial = Trial.opened(fixture);
            if (message(fixture, Message.GENUINE, channel, trial).isEmpty()) {
                continue;
            }
            fixture.move(Move.PAY, trial.attempt());
            CallbackResult result = trial.callback(
                    message(fixture, Message.GENUINE, channel, trial).orElseThrow());
            assertInstanceOf(Hint.class, result);
            Trial.assertPaid(trial.query());
            seen.add(channel, result);
        }
        return seen.toString();
    }

    public static String forged(PaymentFixture fixture) {
        Seen seen = new Seen();
        for (Channel channel : Channel.values()) {
            Trial trial = Trial.opened(fixture);
            Optional<Callback> forged = message(fixture, Message.FORGED, channel, trial);
            if (forged.isPresent()) {
                CallbackResult result = trial.callback(forged.get());
                assertFalse(
                        result instanceof Hint hint && hint.verified()
                                || result instanceof CallbackResult.Contradiction,
                        "a forged message was believed: " + result);
                trial.assertState(PaymentState.PENDING);
                seen.add(channel, result);
            }
        }
        return seen.toString();
    }

    public static String ofAnother(PaymentFixture fixture) {
        Seen seen = new Seen();
        for (Channel channel : Channel.values()) {
            Trial other = Trial.opened(fixture);
            fixture.move(Move.PAY, other.attempt());
            Optional<Callback> genuine = message(fixture, Message.GENUINE, channel, other);
            if (genuine.isPresent()) {
                Trial trial = Trial.opened(fixture);
                seen.add(channel, notOurs(trial, trial.callback(genuine.get())));
            }
        }
        return seen.toString();
    }

    /** Where a message cannot tell whose it is, the answer to the question has to. */
    private static CallbackResult notOurs(Trial trial, CallbackResult result) {
        if (result instanceof Hint hint && hint.paymentReference().isPresent()) {
            ProviderState answer = trial.query();
            assertFalse(
                    Trial.isReported(answer, PaymentState.PAID, PaymentState.PARTLY_PAID),
                    "the money of another payment was taken for ours: " + answer);
        } else {
            assertTaughtNothing(result);
            trial.assertState(PaymentState.PENDING);
        }
        return result;
    }

    public static String otherAmount(PaymentFixture fixture) {
        Seen seen = new Seen();
        for (Channel channel : Channel.values()) {
            Trial trial = Trial.opened(fixture);
            fixture.move(Move.PAY, trial.attempt());
            Optional<Callback> changed = message(fixture, Message.OTHER_AMOUNT, channel, trial);
            if (changed.isPresent()) {
                CallbackResult result = trial.callback(changed.get());
                if (!(result instanceof CallbackResult.Contradiction)) {
                    assertTaughtNothing(result);
                }
                seen.add(channel, result);
            }
        }
        return seen.toString();
    }

    public static String twice(PaymentFixture fixture) {
        Seen seen = new Seen();
        for (Channel channel : Channel.values()) {
            Trial trial = Trial.opened(fixture);
            if (message(fixture, Message.GENUINE, channel, trial).isEmpty()) {
                continue;
            }
            fixture.move(Move.PAY, trial.attempt());
            Callback genuine = message(fixture, Message.GENUINE, channel, trial).orElseThrow();
            CallbackResult first = trial.callback(genuine);
            Trial.assertPaid(trial.query());
            assertEquals(first, trial.callback(genuine), "the same message for the second time");
            Trial.assertPaid(trial.query());
            seen.add(channel, first);
        }
        return seen + ", both times";
    }

    /** The platform's call and the browser come in either order. */
    public static String eitherOrder(PaymentFixture fixture) {
        Seen seen = new Seen();
        List<Channel> order = new ArrayList<>(List.of(Channel.values()));
        for (int i = 0; i < 2; i++) {
            Trial trial = Trial.opened(fixture);
            fixture.move(Move.PAY, trial.attempt());
            for (Channel channel : order) {
                message(fixture, Message.GENUINE, channel, trial)
                        .ifPresent(genuine -> seen.add(channel, trial.callback(genuine)));
            }
            Trial.assertPaid(trial.query());
            Collections.reverse(order);
        }
        return seen + "; PAID both ways";
    }

    /** The same message and the same question many times at the same moment: a connector keeps nothing between calls. */
    public static String atOnce(PaymentFixture fixture) {
        Seen seen = new Seen();
        Trial trial = Trial.opened(fixture);
        fixture.move(Move.PAY, trial.attempt());
        trial.told();
        for (Channel channel : Channel.values()) {
            Optional<Callback> genuine = message(fixture, Message.GENUINE, channel, trial);
            if (genuine.isPresent()) {
                Set<CallbackResult> results = Trial.atOnce(AT_ONCE, () -> trial.result(genuine.get()));
                assertEquals(1, results.size(), "results of one message at the same moment: " + results);
                results.forEach(result -> seen.add(channel, result));
            }
        }
        PaymentAttempt attempt = trial.attempt();
        Trial.atOnce(AT_ONCE, () -> fixture.connector(Setup.RIGHT).query(attempt))
                .forEach(Trial::assertPaid);
        return seen + "; PAID every time";
    }

    public static String nonsense(PaymentFixture fixture) {
        Trial trial = Trial.opened(fixture);
        for (Channel channel : Channel.values()) {
            Map<String, String> names = new HashMap<>(Map.of("status", "", "hash", "", "x", ""));
            message(fixture, Message.GENUINE, channel, trial).ifPresent(genuine -> names.putAll(genuine.fields()));
            for (String value : HOSTILE) {
                Map<String, String> fields = new HashMap<>(names);
                fields.replaceAll((name, old) -> value);
                CallbackResult all = trial.callback(new Callback(channel, fields));
                assertFalse(all instanceof Hint hint && hint.verified(), "nonsense was believed: " + all);
                for (String name : names.keySet()) {
                    Map<String, String> one = new HashMap<>(names);
                    one.put(name, value);
                    trial.callback(new Callback(channel, one));
                }
            }
        }
        trial.assertState(PaymentState.PENDING);
        return "nothing believed, nothing thrown";
    }

    private static Optional<Callback> message(PaymentFixture fixture, Message kind, Channel channel, Trial trial) {
        Optional<Callback> message = fixture.message(kind, channel, trial.attempt());
        message.ifPresent(m -> assertEquals(channel, m.channel()));
        return message;
    }

    /** Refused, or no more than a reason to ask. */
    private static void assertTaughtNothing(CallbackResult result) {
        boolean ignored = result instanceof Hint hint
                && !hint.verified()
                && hint.method().isEmpty()
                && hint.paymentReference().isEmpty();
        assertTrue(result instanceof CallbackResult.Refused || ignored, "a message was believed: " + result);
    }
}
