// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.RejectedException;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
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

    public Callbacks(Surroundings around, Ledger ledger, Inquiry inquiry) {
        this.around = around;
        this.ledger = ledger;
        this.inquiry = inquiry;
    }

    /** The browser came back: asks at once, and for a moment again if the platform claims to be done. */
    public PaymentView returned(String token, Map<String, String> fields) {
        AttemptRow attempt = attempt(token);
        CallbackResult.Hint hint = checked(attempt, new Callback(Callback.Channel.RETURN, limited(fields)));
        Duration patience = hint.finished() ? around.patience() : Duration.ZERO;
        Waiting.until(() -> settled(attempt), patience, BETWEEN_QUESTIONS);
        return around.database().call(tx -> Views.of(tx, attempt.orderId()));
    }

    /** The platform called: the polling is brought forward, so that the platform gets its answer fast and the question survives a crash. */
    public void notified(String token, Map<String, String> fields) {
        AttemptRow attempt = attempt(token);
        checked(attempt, new Callback(Callback.Channel.NOTIFY, limited(fields)));
        if (attempt.state().isWorthAsking()) {
            around.database().inTransaction(tx -> around.jobs()
                    .reschedule(tx, Inquiry.JOB, attempt.id().toString(), around.now()));
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

    private AttemptRow attempt(String token) {
        if (token.length() <= LONGEST_TOKEN) {
            var found = around.database().call(tx -> PaymentStore.attemptByToken(tx, Surroundings.hash(token)));
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

    private CallbackResult.Hint checked(AttemptRow attempt, Callback callback) {
        OrderRow order = around.database().call(tx -> PaymentStore.order(tx, attempt.orderId()));
        CallbackResult result = around.payees().callback(order.order().payee(), attempt.forConnector(order), callback);
        if (result instanceof CallbackResult.Hint hint) {
            hint.method()
                    .map(method -> method.toLowerCase(Locale.ROOT))
                    .filter(method -> METHOD.matcher(method).matches())
                    .ifPresent(method -> around.database()
                            .inTransaction(tx -> PaymentStore.method(tx, attempt.id(), method, hint.verified())));
            return hint;
        }
        if (result instanceof CallbackResult.Contradiction contradiction) {
            ledger.review(attempt, contradiction.code());
            throw refused(attempt, contradiction.code(), callback);
        }
        throw refused(attempt, ((CallbackResult.Refused) result).code(), callback);
    }

    private static RejectedException refused(AttemptRow attempt, String code, Callback callback) {
        return new RejectedException(
                code,
                "A callback (" + callback.channel() + ") for attempt " + attempt.id()
                        + " was refused; either somebody forges callbacks, or the platform's account is set up differently from ours");
    }
}
