// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.internal.xbezahldienste.XbAnswers.Transaction;
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
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** XBezahldienste 1.0.0 (payment notes, chapter 1). */
public final class XbConnector {

    private static final Logger LOG = LoggerFactory.getLogger(XbConnector.class);
    private static final String CALCULATION = "payment.xbezahldienste.calculation";
    private static final String MISMATCH = "payment.xbezahldienste.mismatch";
    private static final String ANSWER = "payment.xbezahldienste.answer";
    private static final int LONGEST_SHOWN = 40;

    private final XbSettings settings;
    private final XbLink link;

    public XbConnector(XbSettings settings, XbLink link) {
        this.settings = settings;
        this.link = link;
    }

    public ConnectorProfile profile() {
        return new ConnectorProfile(
                "xbezahldienste",
                settings.account(),
                Set.of(Capability.QUERY, Capability.REPEATABLE_START, Capability.LINE_ITEMS),
                settings.pageLifetime());
    }

    // 1.2 and 1.3: start

    public Initiation initiate(InitiationRequest request) {
        if (!XbRequest.isPayable(request.attempt())) {
            return new Initiation.Rejected(CALCULATION);
        }
        HttpAnswer answer;
        try {
            answer = link.send(HttpCall.post(settings.transactions())
                    .body("application/json", XbRequest.body(request, settings.accounting())));
        } catch (OzgException e) {
            return e.code().equals(OAuth2.REFUSED)
                    ? new Initiation.Rejected(e.code())
                    : new Initiation.Unknown(e.code());
        }
        Optional<Transaction> opened = answer.ok() ? XbAnswers.transaction(answer.body()) : Optional.empty();
        if (opened.isPresent()) {
            return opened(opened.get(), request);
        }
        XbProblem problem = XbProblem.of(answer.status(), XbAnswers.functionalCode(answer.body()));
        return problem.refused() ? new Initiation.Rejected(problem.code()) : new Initiation.Unknown(problem.code());
    }

    private Initiation opened(Transaction transaction, InitiationRequest request) {
        PaymentAttempt attempt = request.attempt();
        if (!transaction.isAbout(attempt)
                || transaction.hasBrokenAmount()
                || transaction.amount().stream().anyMatch(amount -> !amount.equals(attempt.amount()))) {
            return new Initiation.Rejected(MISMATCH);
        }
        if (transaction.id().isEmpty()) {
            return new Initiation.Unknown(ANSWER);
        }
        String id = transaction.id().get();
        PaymentState state = state(transaction.status().orElse("INITIAL"));
        if (state != PaymentState.PENDING) {
            // A repetition, and the first page was used meanwhile. There is nothing left to do there: the payer goes
            // straight back, and the portal asks how it ended.
            return new Initiation.Redirect(request.returnTo(), id, transaction.reference());
        }
        if (transaction.page().isEmpty()) {
            return new Initiation.Unknown(ANSWER);
        }
        Optional<URI> page = settings.pageHosts().check(transaction.page().get());
        return page.isPresent()
                ? new Initiation.Redirect(page.get(), id, transaction.reference())
                : new Initiation.Rejected("payment.page.refused");
    }

    // 1.3: state

    public ProviderState query(PaymentAttempt attempt) {
        // Without an answer to the start we have no number. Some services take ours.
        String id = attempt.providerReference().orElse(attempt.reference());
        HttpAnswer answer;
        try {
            answer = link.send(HttpCall.get(settings.transaction(id)));
        } catch (OzgException e) {
            return new ProviderState.NoAnswer(e.code());
        }
        if (answer.ok()) {
            return XbAnswers.transaction(answer.body())
                    .map(transaction -> read(transaction, id, attempt))
                    .orElse(new ProviderState.NoAnswer(ANSWER));
        }
        Optional<String> complaint = XbAnswers.functionalCode(answer.body());
        XbProblem problem = XbProblem.of(answer.status(), complaint);
        boolean otherAccount = problem.code().endsWith(".endpoint");
        return answer.status() == 404 && !otherAccount
                ? new ProviderState.NotFound()
                : new ProviderState.NoAnswer(problem.code());
    }

    private static ProviderState read(Transaction transaction, String id, PaymentAttempt attempt) {
        if (transaction.status().isEmpty()) {
            return new ProviderState.NoAnswer(ANSWER);
        }
        PaymentState state = state(transaction.status().get());
        boolean ours = transaction.isAbout(attempt) && transaction.id().stream().allMatch(id::equals);
        if (state != PaymentState.PAID) {
            return ours ? ProviderState.Reported.of(state) : new ProviderState.NoAnswer(MISMATCH);
        }
        if (!ours || transaction.hasBrokenAmount()) {
            return new ProviderState.Unclear(MISMATCH);
        }
        return new ProviderState.Reported(
                state, transaction.method(), transaction.amount(), transaction.paidAt(), transaction.reference());
    }

    private static PaymentState state(String status) {
        return switch (status) {
            case "INITIAL" -> PaymentState.PENDING;
            case "PAYED" -> PaymentState.PAID;
            case "FAILED" -> PaymentState.FAILED;
            case "CANCELED" -> PaymentState.CANCELLED;
            default -> {
                LOG.warn("payment.xbezahldienste.status is unknown and read as pending: {}", shown(status));
                yield PaymentState.PENDING;
            }
        };
    }

    private static String shown(String status) {
        String plain = status.replaceAll("[^A-Za-z0-9_-]", "?");
        return plain.substring(0, Math.min(LONGEST_SHOWN, plain.length()));
    }

    // 1.6: the standard has no notification, and the way back tells nothing

    public CallbackResult callback(Callback callback) {
        boolean returned = callback.channel() == Callback.Channel.RETURN;
        return new CallbackResult.Hint(false, returned, Optional.empty(), Optional.empty());
    }

    // 1.1: health of this account

    public Health check() {
        HttpAnswer answer;
        try {
            answer = link.send(HttpCall.get(settings.status()));
        } catch (OzgException e) {
            return Health.bad(
                    e.code(),
                    e.code().startsWith("http.")
                            ? "The payment service cannot be reached; check the address, the network and the key"
                            : "There is no token for the payment service; check token address, client and secret");
        }
        Optional<String> complaint = XbAnswers.functionalCode(answer.body());
        if (answer.ok() && complaint.isEmpty() && XbAnswers.isWell(answer.body())) {
            return Health.ok("The payment service knows this originator and endpoint and takes payments");
        }
        XbProblem problem = XbProblem.of(answer.status(), complaint);
        return Health.bad(problem.code(), problem.text());
    }
}
