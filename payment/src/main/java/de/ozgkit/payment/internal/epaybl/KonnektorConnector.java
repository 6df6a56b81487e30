// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.Money;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.ConnectorProfile;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Konnektor of ePayBL (payment notes, chapter 2). */
public final class KonnektorConnector {

    private static final Logger LOG = LoggerFactory.getLogger(KonnektorConnector.class);
    private static final String PREFIX = "payment.epaybl.";
    private static final String ANSWER = PREFIX + "answer";
    private static final String MISMATCH = PREFIX + "mismatch";
    private static final String FORBIDDEN = PREFIX + "forbidden";
    private static final Set<String> NEVER_SENT = Set.of("http.connect", "http.tls", "http.plain");

    private final KonnektorSettings settings;
    private final KonnektorHash hash;
    private final HttpGateway http;
    private final Duration timeout;

    public KonnektorConnector(KonnektorSettings settings, KonnektorHash hash, HttpGateway http, Duration timeout) {
        this.settings = settings;
        this.hash = hash;
        this.http = http;
        this.timeout = timeout;
    }

    public ConnectorProfile profile() {
        Set<Capability> capabilities = settings.single()
                ? Set.of(Capability.QUERY, Capability.NOTIFY)
                : Set.of(Capability.QUERY, Capability.NOTIFY, Capability.LINE_ITEMS);
        return new ConnectorProfile("epaybl", settings.account(), capabilities, settings.pageLifetime());
    }

    private HttpAnswer send(HttpCall call, Duration atMost) {
        return http.send(call.header("Accept", "application/json").timeout(atMost));
    }

    // start

    public Initiation initiate(InitiationRequest request) {
        if (!Booking.isPayable(request.attempt())) {
            return new Initiation.Rejected(PREFIX + "calculation");
        }
        HttpAnswer answer;
        try {
            answer = send(
                    HttpCall.post(settings.address("/buchungslisten"))
                            .body("application/json", KonnektorRequest.body(request, settings)),
                    timeout);
        } catch (OzgException e) {
            return NEVER_SENT.contains(e.code()) ? new Initiation.Unknown(e.code()) : unknown(e.code(), request);
        }
        KonnektorAnswer told = KonnektorAnswer.read(answer.body());
        if (answer.ok() && told.isWell() && told.page().isPresent()) {
            return opened(told, told.page().get(), request.attempt());
        }
        Optional<EpayCode> complaint = told.complaint();
        if (answer.status() < 500 && complaint.filter(EpayCode::refused).isPresent()) {
            return new Initiation.Rejected(complaint.get().code());
        }
        return switch (answer.status()) {
            case 401, 403 -> new Initiation.Rejected(FORBIDDEN);
            case 400, 404, 405, 406, 413, 415, 422 -> new Initiation.Rejected(PREFIX + "refused");
            default -> unknown(complaint.map(EpayCode::code).orElse(ANSWER), request);
        };
    }

    private Initiation opened(KonnektorAnswer told, String address, PaymentAttempt attempt) {
        Optional<URI> page = settings.pageHosts().check(address);
        if (page.isEmpty()) {
            return new Initiation.Rejected("payment.page.refused");
        }
        return new Initiation.Redirect(page.get(), EpayText.number(attempt), told.kassenzeichen());
    }

    /** 8.3: nobody has seen a page, so nothing can be paid; the next attempt has a number of its own. */
    private static Initiation unknown(String code, InitiationRequest request) {
        LOG.warn(
                "payment.epaybl.claim {} may stand unpaid at ePayBL, since its answer was lost ({}); the cash office can cancel it",
                EpayText.number(request.attempt()),
                code);
        return new Initiation.Unknown(code);
    }

    // state

    public ProviderState query(PaymentAttempt attempt) {
        Optional<String> kassenzeichen = attempt.paymentReference().filter(KonnektorAnswer::isKassenzeichen);
        if (kassenzeichen.isEmpty()) {
            // Only the notification tells it; before, there is nothing to ask by.
            return attempt.providerReference().isPresent()
                    ? ProviderState.Reported.of(PaymentState.PENDING)
                    : new ProviderState.NotFound();
        }
        HttpAnswer answer;
        try {
            answer = send(HttpCall.get(settings.address("/kassenzeichen/" + kassenzeichen.get())), timeout);
        } catch (OzgException e) {
            return new ProviderState.NoAnswer(e.code());
        }
        if (answer.status() == 404) {
            return new ProviderState.NotFound();
        }
        KonnektorAnswer told = KonnektorAnswer.read(answer.body());
        if (!answer.ok() || !told.isWell() || told.pageState().isEmpty()) {
            return new ProviderState.NoAnswer(
                    told.complaint().map(EpayCode::code).orElse(answer.status() == 403 ? FORBIDDEN : ANSWER));
        }
        return state(told, attempt, kassenzeichen.get());
    }

    private static ProviderState state(KonnektorAnswer told, PaymentAttempt attempt, String kassenzeichen) {
        boolean ours = told.isAbout(EpayText.number(attempt), kassenzeichen, attempt.amount());
        if (!told.pageState().filter("INAKTIV"::equalsIgnoreCase).isPresent()) {
            return ours ? ProviderState.Reported.of(PaymentState.PENDING) : new ProviderState.NoAnswer(MISMATCH);
        }
        if (!ours || told.hasBrokenBalance()) {
            return new ProviderState.Unclear(MISMATCH);
        }
        if (told.method().isEmpty()) {
            // 3.7: whether a page also becomes inactive when it is left or runs out is not known.
            return new ProviderState.Unclear(PREFIX + "inactive");
        }
        String method = told.method().get();
        return isTransfer(method) ? transfer(told, attempt.amount()) : page(told, attempt.amount(), method);
    }

    /** 3.7: paid at once; the money is booked later, so that the balance is the whole amount until then. */
    private static ProviderState page(KonnektorAnswer told, Money amount, String method) {
        Money balance = told.balance().orElse(amount);
        if (!balance.equals(amount) && !balance.equals(Money.ZERO)) {
            return new ProviderState.Unclear(PREFIX + "balance");
        }
        return new ProviderState.Reported(
                PaymentState.PAID,
                Optional.of(method.toLowerCase(Locale.ROOT)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** 3.7: paid when the balance is nothing; but that is a claim that was cancelled, too, and this answer cannot tell them apart. */
    private static ProviderState transfer(KonnektorAnswer told, Money amount) {
        long open = told.balance().map(Money::cents).orElse(amount.cents());
        if (open <= 0 || open > amount.cents()) {
            return new ProviderState.Unclear(PREFIX + "balance");
        }
        if (open == amount.cents()) {
            return ProviderState.Reported.of(PaymentState.AWAITING_TRANSFER);
        }
        return new ProviderState.Reported(
                PaymentState.PARTLY_PAID,
                Optional.empty(),
                Optional.of(Money.cents(amount.cents() - open)),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean isTransfer(String method) {
        return method.toUpperCase(Locale.ROOT).startsWith("UEBERWEISUNG");
    }

    // callbacks

    public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
        if (callback.channel() == Callback.Channel.RETURN) {
            boolean claimed = callback.field(KonnektorRequest.RESULT)
                    .filter(KonnektorRequest.SUCCESS::equals)
                    .isPresent();
            return new CallbackResult.Hint(false, claimed, Optional.empty(), Optional.empty());
        }
        if (!hash.isGenuine(callback.fields())) {
            return new CallbackResult.Refused("payment.callback.signature");
        }
        String kassenzeichen = callback.field("kassenzeichen").orElse("");
        boolean ours =
                callback.field("mandant").filter(settings.mandant()::equals).isPresent()
                        && callback.field("bewirtschafter")
                                .filter(settings.bewirtschafter()::equals)
                                .isPresent()
                        && KonnektorAnswer.isKassenzeichen(kassenzeichen)
                        && attempt.paymentReference().stream().allMatch(kassenzeichen::equals);
        if (!ours) {
            return new CallbackResult.Refused("payment.callback.mismatch");
        }
        if (!callback.field("status").filter("success"::equals).isPresent()) {
            return new CallbackResult.Hint(true, false, Optional.empty(), Optional.empty());
        }
        return new CallbackResult.Hint(
                true,
                true,
                callback.field("zahlverfahren").filter(method -> !method.isBlank()),
                Optional.of(kassenzeichen));
    }

    // health

    public Health check() {
        Duration half = timeout.dividedBy(2);
        try {
            Optional<Health> problem = problem(send(HttpCall.get(settings.address("/status")), half));
            if (problem.isPresent()) {
                return problem.get();
            }
            HttpAnswer answer = send(HttpCall.get(settings.address("/zahlverfahren")), half);
            boolean offered =
                    answer.ok() && KonnektorAnswer.read(answer.body()).methods().containsAll(settings.methods());
            return offered
                    ? Health.ok("The Konnektor knows this mandant and bewirtschafter and offers the ways to pay")
                    : Health.bad(
                            PREFIX + "methods",
                            "The Konnektor does not offer all ways to pay that are set up; compare methods(..) with its list");
        } catch (OzgException e) {
            return Health.bad(e.code(), "The Konnektor cannot be reached; check the address, the network and the key");
        }
    }

    private static Optional<Health> problem(HttpAnswer answer) {
        KonnektorAnswer told = KonnektorAnswer.read(answer.body());
        if (answer.ok() && told.isWell()) {
            return Optional.empty();
        }
        if (answer.status() == 401 || answer.status() == 403) {
            return Optional.of(Health.bad(
                    FORBIDDEN, "The Konnektor does not let us in; check the key and its rights for this mandant"));
        }
        return Optional.of(told.complaint()
                .map(code -> Health.bad(code.code(), code.text()))
                .orElseGet(() -> Health.bad(
                        answer.status() >= 500 ? PREFIX + "down" : ANSWER,
                        "The Konnektor answers with HTTP status " + answer.status() + " and no code")));
    }
}
