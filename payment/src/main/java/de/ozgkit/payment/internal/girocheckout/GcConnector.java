// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import de.ozgkit.core.OzgException;
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
import de.ozgkit.payment.spi.RefundRequest;
import de.ozgkit.payment.spi.RefundResult;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** GiroCheckout, version 2 of its interface (payment notes, chapter 5). */
public final class GcConnector {

    private static final String CODE = "payment.girocheckout.";
    private static final String SIGNATURE = CODE + "signature";
    private static final String ANSWER = CODE + "answer";
    private static final String MISMATCH = CODE + "mismatch";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final GcSettings settings;
    private final GcHash hash;
    private final GcForms forms;
    private final HttpGateway http;

    public GcConnector(GcSettings settings, GcHash hash, HttpGateway http) {
        this.settings = settings;
        this.hash = hash;
        this.forms = new GcForms(settings, hash);
        this.http = http;
    }

    public ConnectorProfile profile() {
        return new ConnectorProfile(
                "girocheckout",
                settings.account(),
                Set.of(Capability.QUERY, Capability.NOTIFY, Capability.REFUND),
                settings.pageLifetime());
    }

    private GcAnswer send(GcCall call, Map<String, String> form) {
        HttpCall post = HttpCall.post(settings.address(call)).form(form);
        return GcAnswer.of(http.send(call == GcCall.STATUS ? post.safeToRepeat() : post), hash);
    }

    // start

    public Initiation initiate(InitiationRequest request) {
        Optional<Map<String, String>> form = forms.start(request);
        if (form.isEmpty()) {
            return new Initiation.Rejected(CODE + "kassenzeichen");
        }
        GcAnswer answer;
        try {
            answer = send(settings.page() ? GcCall.PAGE : GcCall.START, form.get());
        } catch (OzgException e) {
            return new Initiation.Unknown(e.code());
        }
        int rc = answer.rc();
        if (GcResult.of(rc) == GcResult.CONFIG) {
            // With a wrong password, this cannot be verified, and need not be: nobody is sent to a page.
            return new Initiation.Rejected(CODE + rc);
        }
        if (!answer.genuine()) {
            boolean refused = answer.status() >= 400 && answer.status() < 500;
            return refused ? new Initiation.Rejected(CODE + "refused") : new Initiation.Unknown(unusable(answer));
        }
        if (rc != 0) {
            boolean fault = rc < 0 || GcResult.of(rc) == GcResult.PROVIDER;
            return fault ? new Initiation.Unknown(code(rc)) : new Initiation.Rejected(code(rc));
        }
        return page(answer);
    }

    private Initiation page(GcAnswer answer) {
        Optional<String> reference = answer.reference();
        Optional<String> address = answer.text(settings.page() ? "url" : "redirect");
        if (reference.isEmpty() || address.isEmpty()) {
            return new Initiation.Unknown(ANSWER);
        }
        Optional<URI> page = settings.pageHosts().check(address.get());
        return page.isPresent()
                ? Initiation.Redirect.to(page.get(), reference.get())
                : new Initiation.Rejected("payment.page.refused");
    }

    // status

    public ProviderState query(PaymentAttempt attempt) {
        Optional<String> reference = attempt.providerReference().or(attempt::paymentReference);
        if (reference.isEmpty()) {
            // The answer to the start was lost: nobody has seen a page, and there is no search by our number.
            return new ProviderState.NotFound();
        }
        GcAnswer answer;
        try {
            answer = send(GcCall.STATUS, forms.status(reference.get(), behindPage(attempt)));
        } catch (OzgException e) {
            return new ProviderState.NoAnswer(e.code());
        }
        if (!answer.genuine()) {
            return new ProviderState.NoAnswer(
                    GcResult.of(answer.rc()) == GcResult.CONFIG ? code(answer.rc()) : unusable(answer));
        }
        if (answer.rc() == GcResult.NOT_FOUND) {
            return new ProviderState.NotFound();
        }
        return answer.rc() == 0 ? read(answer, attempt) : new ProviderState.NoAnswer(code(answer.rc()));
    }

    /** The number of the payment behind a page, as far as it is known and not the number of the page. */
    private Optional<String> behindPage(PaymentAttempt attempt) {
        return settings.page() && attempt.providerReference().isPresent()
                ? attempt.paymentReference()
                : Optional.empty();
    }

    private ProviderState read(GcAnswer answer, PaymentAttempt attempt) {
        boolean ours = answer.agrees("merchantTxId", attempt.reference()) && isKnown(answer, attempt);
        int code = answer.result().orElse(-1);
        // Without a result, the payer is not done.
        GcResult result = answer.hasNo("resultPayment") ? GcResult.PENDING : GcResult.of(code);
        if (result == GcResult.PAID) {
            boolean complete = answer.has("currency", "EUR") && answer.amount().isPresent();
            return ours && complete ? paid(answer, attempt) : new ProviderState.Unclear(MISMATCH);
        }
        if (!ours) {
            return new ProviderState.NoAnswer(MISMATCH);
        }
        return switch (result) {
            case CANCELLED -> ProviderState.Reported.of(PaymentState.CANCELLED);
            case EXPIRED -> ProviderState.Reported.of(PaymentState.EXPIRED);
            case FAILED -> ProviderState.Reported.of(PaymentState.FAILED);
            case PENDING -> ProviderState.Reported.of(PaymentState.PENDING);
            case REVIEW -> new ProviderState.Unclear(code(code));
                // The platform does not know it, or says what no document knows. A payer who may have paid must not
                // be asked to pay again, so this is no news, and in the end a person looks.
            default -> new ProviderState.NoAnswer(code(code));
        };
    }

    private ProviderState paid(GcAnswer answer, PaymentAttempt attempt) {
        Optional<String> payment = answer.reference()
                .filter(number ->
                        settings.page() && !attempt.providerReference().equals(Optional.of(number)));
        return new ProviderState.Reported(
                PaymentState.PAID, settings.method(), answer.amount(), Optional.empty(), payment);
    }

    /** Whether the number in the answer, if there is one, may belong to the attempt. Behind a page, any may as long as none is known. */
    private boolean isKnown(GcAnswer answer, PaymentAttempt attempt) {
        Optional<String> number = answer.reference();
        return number.isEmpty()
                || number.equals(attempt.providerReference())
                || number.equals(attempt.paymentReference())
                || settings.page() && attempt.paymentReference().isEmpty();
    }

    // messages

    public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
        Map<String, String> fields = callback.fields();
        boolean empty = fields.keySet().stream().noneMatch(name -> name.startsWith("gc"));
        if (empty && callback.channel() == Callback.Channel.RETURN) {
            return CallbackResult.Hint.unverified();
        }
        if (!hash.isGenuine(settings.page(), fields)) {
            return new CallbackResult.Refused("payment.callback.signature");
        }
        String reference = callback.field("gcReference").orElse("");
        boolean ours = callback.field("gcMerchantTxId")
                        .filter(attempt.reference()::equals)
                        .isPresent()
                && GcAnswer.isReference(reference)
                && (settings.page() || attempt.providerReference().stream().allMatch(reference::equals));
        String cents = Long.toString(attempt.amount().cents());
        boolean sameAmount = callback.field("gcAmount").filter(cents::equals).isPresent()
                && callback.field("gcCurrency").filter("EUR"::equals).isPresent();
        if (!ours || !sameAmount) {
            // Another amount proves nothing: whoever has a genuine message may move digits from one value to the next
            // without changing the hash. The status call tells the amount, too.
            return new CallbackResult.Refused("payment.callback.mismatch");
        }
        GcResult result = callback.field("gcResultPayment")
                .filter(code -> code.matches("[0-9]{4}"))
                .map(code -> GcResult.of(Integer.parseInt(code)))
                .orElse(GcResult.UNKNOWN);
        boolean finished = result != GcResult.PENDING && result != GcResult.UNKNOWN;
        return new CallbackResult.Hint(
                true, finished, GcMethods.name(callback), payment(attempt, reference, result == GcResult.PAID));
    }

    /**
     * The number of the payment, if it is worth being kept: behind a page, that of the one that was paid, whose form alone tells where it
     * begins; without a page, that of an attempt whose number was lost.
     */
    private Optional<String> payment(PaymentAttempt attempt, String reference, boolean paid) {
        boolean worth = settings.page()
                ? paid && GcMethods.isUuid(reference)
                : attempt.providerReference().isEmpty();
        return worth ? Optional.of(reference) : Optional.empty();
    }

    // money back

    public RefundResult refund(RefundRequest request) {
        PaymentAttempt attempt = request.attempt();
        Optional<String> reference = attempt.providerReference().or(attempt::paymentReference);
        if (reference.isEmpty()) {
            return new RefundResult.Rejected(CODE + "reference");
        }
        GcAnswer answer;
        try {
            answer = send(GcCall.REFUND, forms.refund(request, reference.get(), behindPage(attempt)));
        } catch (OzgException e) {
            return new RefundResult.Unknown(e.code());
        }
        int rc = answer.rc();
        if (!answer.genuine()) {
            // Who is not let in gets an answer without a hash.
            boolean locked = !answer.signed() && (rc == 5000 || rc == 5001);
            return locked ? new RefundResult.Rejected(code(rc)) : new RefundResult.Unknown(unusable(answer));
        }
        if (rc != 0) {
            boolean fault = rc < 0 || GcResult.of(rc) == GcResult.PROVIDER;
            return fault ? new RefundResult.Unknown(code(rc)) : new RefundResult.Rejected(code(rc));
        }
        return refunded(answer, request);
    }

    private static RefundResult refunded(GcAnswer answer, RefundRequest request) {
        boolean ours = answer.agrees("merchantTxId", request.id().reference())
                && answer.agrees("amount", Long.toString(request.amount().cents()))
                && answer.agrees("currency", "EUR");
        if (!ours || answer.result().isEmpty()) {
            return new RefundResult.Unknown(ours ? ANSWER : MISMATCH);
        }
        int code = answer.result().get();
        return switch (GcResult.of(code)) {
            case PAID -> answer.reference()
                    .<RefundResult>map(RefundResult.Done::new)
                    .orElse(new RefundResult.Unknown(ANSWER));
            case CANCELLED, EXPIRED, FAILED -> new RefundResult.Rejected(code(code));
            default -> new RefundResult.Unknown(code(code));
        };
    }

    // health

    public Health check() {
        GcAnswer answer;
        try {
            // Nothing has this number; what matters is who answers, and whether we are let in.
            answer = send(GcCall.STATUS, forms.status(NOBODY, Optional.empty()));
        } catch (OzgException e) {
            return Health.bad(e.code(), "GiroCheckout does not answer; check the address and the network");
        }
        if (GcResult.of(answer.rc()) == GcResult.CONFIG) {
            return Health.bad(code(answer.rc()), "GiroCheckout refuses us; check merchant, project and password");
        }
        if (!answer.genuine()) {
            return Health.bad(
                    unusable(answer),
                    "The answer, with HTTP status " + answer.status()
                            + ", is not signed with our password; check password and address");
        }
        boolean fault = answer.rc() < 0 || GcResult.of(answer.rc()) == GcResult.PROVIDER;
        return fault
                ? Health.bad(code(answer.rc()), "GiroCheckout answers, but has a fault")
                : Health.ok("GiroCheckout answers and knows merchant, project and password");
    }

    /** Why an answer whose hash does not fit must not be used. */
    private static String unusable(GcAnswer answer) {
        return answer.status() < 300 ? SIGNATURE : CODE + "down";
    }

    private static String code(int rc) {
        return rc < 0 ? ANSWER : CODE + rc;
    }
}
