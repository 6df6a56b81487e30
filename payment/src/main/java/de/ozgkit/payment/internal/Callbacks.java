// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.RejectedException;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the messages that claim to come from a platform. They are checked, and then only cause a question. */
public final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
    private static final int LONGEST_TOKEN = 100;
    private static final int MOST_FIELDS = 40;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_VALUE = 2100;
    private static final Pattern METHOD = Pattern.compile("[a-z0-9_-]{1,40}");

    private final Surroundings around;
    private final Ledger ledger;
    private final Inquiry inquiry;

    Callbacks(Surroundings around, Ledger ledger, Inquiry inquiry) {
        this.around = around;
        this.ledger = ledger;
        this.inquiry = inquiry;
    }

    /** The browser came back: asks at once, and for a moment again if the platform claims to be done. */
    public PaymentView returned(String token, Map<String, String> fields) {
        Held held = held(token);
        CallbackResult.Hint hint = checked(held, new Callback(Callback.Channel.RETURN, limited(fields)));
        Duration patience = hint.finished() ? around.patience() : Duration.ZERO;
        Waiting.until(() -> settled(held.attempt()), patience, BETWEEN_QUESTIONS);
        return around.database().call(tx -> Views.of(tx, held.order().id()));
    }

    /** The platform called: the polling is brought forward, so that the platform gets its answer fast and the question survives a crash. */
    public void notified(String token, Map<String, String> fields) {
        Held held = held(token);
        checked(held, new Callback(Callback.Channel.NOTIFY, limited(fields)));
        if (held.attempt().state().isWorthAsking()) {
            around.database().inTransaction(tx -> around.jobs()
                    .reschedule(tx, Inquiry.JOB, held.attempt().id().toString(), around.now()));
        }
    }

    private boolean settled(AttemptRow attempt) {
        try {
            return !inquiry.ask(attempt.id()).attempt().state().isOpen();
        } catch (RuntimeException e) {
            // The payer has done what was to be done and shall see "is being checked"; the polling goes on.
            LOG.error("payment.return attempt {} could not be refreshed", attempt.id(), e);
            return true;
        }
    }

    private Held held(String token) {
        if (token.length() <= LONGEST_TOKEN) {
            Optional<Held> found = around.database().call(tx -> AttemptStore.byToken(tx, Surroundings.hash(token))
                    .map(attempt -> new Held(attempt, OrderStore.get(tx, attempt.orderId()))));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new RejectedException(
                "payment.callback.unknown", "A callback with an unknown token; answer 404 and tell nothing more");
    }

    private static Map<String, String> limited(Map<String, String> fields) {
        boolean fits = fields.size() <= MOST_FIELDS
                && fields.entrySet().stream()
                        .allMatch(field -> field.getKey().length() <= LONGEST_NAME
                                && field.getValue().length() <= LONGEST_VALUE);
        if (!fits) {
            throw new RejectedException(
                    "payment.callback.too_large",
                    "A callback with more than " + MOST_FIELDS + " fields, or with a field longer than " + LONGEST_VALUE
                            + " characters; no platform sends that");
        }
        return fields;
    }

    private CallbackResult.Hint checked(Held held, Callback callback) {
        AttemptRow attempt = held.attempt();
        CallbackResult result = around.payees().callback(held.payee(), held.forConnector(), callback);
        if (result instanceof CallbackResult.Hint hint) {
            if (!noted(held, hint)) {
                throw refused(attempt, "payment.reference.reused", callback);
            }
            return hint;
        }
        if (result instanceof CallbackResult.Contradiction contradiction) {
            around.database().inTransaction(tx -> ledger.review(tx, held, contradiction.code()));
            throw refused(attempt, contradiction.code(), callback);
        }
        throw refused(attempt, ((CallbackResult.Refused) result).code(), callback);
    }

    /** Keeps what the callback tells beside the state; false if it names a payment that cannot be this one. */
    private boolean noted(Held held, CallbackResult.Hint hint) {
        Optional<String> method = hint.method()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> METHOD.matcher(name).matches());
        if (method.isEmpty() && hint.paymentReference().isEmpty()) {
            return true;
        }
        return around.database().call(tx -> {
            method.ifPresent(name -> AttemptStore.method(tx, held.attempt().id(), name, hint.verified()));
            return ledger.learned(tx, held, Optional.empty(), hint.paymentReference());
        });
    }

    private static RejectedException refused(AttemptRow attempt, String code, Callback callback) {
        return new RejectedException(
                code,
                "A callback (" + callback.channel() + ") for attempt " + attempt.id()
                        + " was refused; either somebody forges callbacks, or the platform's account is set up differently from ours");
    }
}
