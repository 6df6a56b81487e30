// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.pmpayment;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.internal.SepaText;
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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classic interface of pmPayment (payment notes, chapter 4). */
public final class PmConnector {

    private static final int LONGEST_DESC = 27;
    private static final String NO_DESC = "Gebuehr";
    private static final String WRONG_HASH = "ltiger hashwert";
    private static final String PAID = "1";
    private static final String ENDED = "0";
    private static final String IN_PROGRESS = "-1";

    private final PmSettings settings;
    private final PmHash hash;
    private final HttpGateway http;

    public PmConnector(PmSettings settings, PmHash hash, HttpGateway http) {
        this.settings = settings;
        this.hash = hash;
        this.http = http;
    }

    public ConnectorProfile profile() {
        String account = "pmpayment/" + settings.base().getHost() + "/" + settings.ags();
        return new ConnectorProfile(
                "pmpayment", account, Set.of(Capability.QUERY, Capability.NOTIFY), settings.pageLifetime());
    }

    // 4.1 start

    public Initiation initiate(InitiationRequest request) {
        HttpAnswer answer;
        try {
            answer =
                    http.send(HttpCall.post(settings.address("/payment/secure")).form(form(request)));
        } catch (OzgException e) {
            return new Initiation.Unknown(e.code());
        }
        Optional<PmAnswers.Started> started = PmAnswers.started(answer.body());
        if (started.isPresent() && answer.ok()) {
            return page(started.get(), request.attempt().reference());
        }
        // The HTTP status of a refusal is not documented, so the text decides.
        if (answer.text().toLowerCase(Locale.ROOT).contains(WRONG_HASH)) {
            return new Initiation.Rejected("payment.pmpayment.hash");
        }
        boolean refused = answer.status() >= 400 && answer.status() < 500;
        return refused
                ? new Initiation.Rejected("payment.pmpayment.refused")
                : new Initiation.Unknown("payment.pmpayment.answer");
    }

    private Initiation page(PmAnswers.Started started, String reference) {
        if (!started.txid().equals(reference)) {
            return new Initiation.Rejected("payment.pmpayment.txid");
        }
        Optional<URI> page = settings.pageHosts().check(started.url());
        return page.isPresent()
                ? Initiation.Redirect.to(page.get(), reference)
                : new Initiation.Rejected("payment.page.refused");
    }

    Map<String, String> form(InitiationRequest request) {
        PaymentAttempt attempt = request.attempt();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ags", settings.ags());
        form.put("amount", Long.toString(attempt.amount().cents()));
        form.put("procedure", settings.procedure());
        form.put("desc", SepaText.of(attempt.purpose(), LONGEST_DESC, NO_DESC));
        String template = settings.accountingRecord();
        if (template != null) {
            form.put("accountingRecord", accountingRecord(template, attempt));
        }
        form.put("txid", attempt.reference());
        form.put("notifyURL", request.notifyAt().toString());
        form.put("redirectURL", request.returnTo().toString());
        form.put("hash", hash.ofStart(form));
        return form;
    }

    private static String accountingRecord(String template, PaymentAttempt attempt) {
        return template.replace("{case}", attempt.caseId().toString())
                .replace("{reference}", attempt.reference())
                .replace("{cents}", Long.toString(attempt.amount().cents()))
                .replace("{purpose}", attempt.purpose().replaceAll("[;|\\p{Cntrl}]", " "));
    }

    // 4.4 status

    public ProviderState query(PaymentAttempt attempt) {
        HttpAnswer answer;
        try {
            answer = http.send(status(attempt.reference()));
        } catch (OzgException e) {
            return new ProviderState.NoAnswer(e.code());
        }
        if (answer.status() == 404) {
            return new ProviderState.NotFound();
        }
        Optional<String> status = answer.ok() ? PmAnswers.status(answer.body()) : Optional.empty();
        if (status.isEmpty()) {
            return new ProviderState.NoAnswer("payment.pmpayment.status");
        }
        return switch (status.get()) {
            case PAID -> ProviderState.Reported.of(PaymentState.PAID);
            case ENDED -> ProviderState.Reported.of(
                    attempt.method().isPresent() ? PaymentState.FAILED : PaymentState.CANCELLED);
            default -> ProviderState.Reported.of(PaymentState.PENDING);
        };
    }

    private HttpCall status(String reference) {
        return HttpCall.get(settings.address("/payment/status/" + settings.ags() + "/" + reference))
                .safeToRepeat();
    }

    // 4.3 callbacks

    public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
        boolean returned = callback.channel() == Callback.Channel.RETURN;
        if (returned && callback.fields().isEmpty()) {
            return CallbackResult.Hint.unverified();
        }
        if (returned && !hash.isGenuineReturn(callback.fields())) {
            return new CallbackResult.Refused("payment.callback.signature");
        }
        boolean ours = callback.field("ags").filter(settings.ags()::equals).isPresent()
                && callback.field("txid").filter(attempt.reference()::equals).isPresent();
        String cents = Long.toString(attempt.amount().cents());
        boolean sameAmount = callback.field("amount").filter(cents::equals).isPresent();
        if (ours && sameAmount) {
            boolean finished = callback.field("status")
                    .filter(status -> !status.equals(IN_PROGRESS))
                    .isPresent();
            return new CallbackResult.Hint(
                    returned,
                    finished,
                    callback.field("payment_method").filter(method -> !method.isBlank()),
                    Optional.empty());
        }
        // Signed by the platform, about this attempt, but with another amount: no accident and no stranger.
        return ours && returned
                ? new CallbackResult.Contradiction("payment.callback.mismatch")
                : new CallbackResult.Refused("payment.callback.mismatch");
    }

    public Health check() {
        try {
            // No transaction has this name; any orderly answer shows that the platform is there.
            int status = http.send(status("0")).status();
            return status < 500
                    ? Health.ok("pmPayment answers; whether ags, procedure and salt are right shows the first payment")
                    : Health.bad("payment.pmpayment.down", "pmPayment answers with HTTP status " + status);
        } catch (OzgException e) {
            return Health.bad(e.code(), "pmPayment does not answer; check the address and the network");
        }
    }
}
