// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pay;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.examples.serviceportal.signin.SignIns;
import de.ozgkit.examples.serviceportal.web.Page;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.examples.serviceportal.web.Words;
import de.ozgkit.payment.CallbackFields;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Cases;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Paying: what is due, off to the payment page, back again. */
public final class PayPages {

    /** Where the platform sends browsers back to and tells its news; its calls come from outside and bring no form token. */
    public static final String CALLBACKS = "/zahlung";

    private final Payments payments;
    private final Cases cases;
    private final Fees fees;
    private final String platformHost;
    private final TransferAccounts transfers;
    private final SignIns signIns;
    private final Views views;

    /**
     * @param platformHost where the payment page is, in words for the citizen
     * @param transfers the places that have none
     */
    public PayPages(
            Payments payments,
            Cases cases,
            Fees fees,
            String platformHost,
            TransferAccounts transfers,
            SignIns signIns,
            Views views) {
        this.payments = payments;
        this.cases = cases;
        this.fees = fees;
        this.platformHost = platformHost;
        this.transfers = transfers;
        this.signIns = signIns;
        this.views = views;
    }

    public void register(RoutesConfig routes) {
        routes.get("/vorgang/{case}/zahlung", ctx -> show(ctx, Optional.empty()));
        routes.post("/vorgang/{case}/zahlung", this::pay);
        routes.get("/vorgang/{case}/zahlung/ueberweisung", this::transfer);
        routes.get(CALLBACKS + "/return/{token}", this::comeBack);
        routes.post(CALLBACKS + "/return/{token}", this::comeBack);
        routes.get(CALLBACKS + "/notify/{token}", this::news);
        routes.post(CALLBACKS + "/notify/{token}", this::news);
    }

    private void show(Context ctx, Optional<String> problem) {
        Case application = own(ctx);
        Fees.Due due = fees.of(application).orElseThrow(NotFoundResponse::new);
        Optional<PaymentView> payment = payments.of(application.id());
        String path = "/vorgang/" + application.id();
        PayView view = new PayView(
                payment.map(PayPages::state).orElse(PayView.State.OPEN),
                application.serviceTitle(),
                application.reference(),
                due.amount().toString(),
                due.fee().text(),
                due.fee().legalBasis(),
                application.office().authorityName(),
                payment.flatMap(PaymentView::paidAt)
                        .map(at -> "am " + Words.time(at))
                        .orElse(""),
                Optional.of(platformHost).filter(host -> !transfers.has(due.payee())),
                payPath(application),
                transferPath(application),
                path,
                problem);
        Page page = views.page(ctx, view.heading() + " " + application.reference())
                .under("Mein Postkorb", "/postkorb")
                .under(application.serviceTitle(), path)
                .withError(problem.isPresent());
        views.show(ctx, "pages/pay.jte", page, Map.of("pay", view));
    }

    private static PayView.State state(PaymentView payment) {
        if (payment.state() == PaymentState.REVIEW) {
            return PayView.State.REVIEW;
        }
        if (payment.isPaid()) {
            return PayView.State.PAID;
        }
        return switch (payment.state()) {
            case FAILED, CANCELLED, EXPIRED -> PayView.State.NOT_PAID;
            case AWAITING_TRANSFER -> PayView.State.AWAITED;
            case PARTLY_PAID -> PayView.State.PARTLY;
            default -> PayView.State.CHECKING;
        };
    }

    private void pay(Context ctx) {
        Case application = own(ctx);
        Fees.Due due = fees.of(application).orElseThrow(NotFoundResponse::new);
        PaymentStart start = payments.start(due.order());
        start.fold(
                redirect -> {
                    ctx.redirect(redirect.page().toString(), HttpStatus.SEE_OTHER);
                    return true;
                },
                transfer -> {
                    ctx.redirect(transferPath(application), HttpStatus.SEE_OTHER);
                    return true;
                },
                paid -> {
                    ctx.redirect(payPath(application), HttpStatus.SEE_OTHER);
                    return true;
                },
                unavailable -> {
                    ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
                    show(ctx, Optional.of(unavailable.publicText()));
                    return false;
                });
    }

    /** What to write on the transfer, for as long as it is waited for. Can be opened again and again, and opens no second attempt. */
    private void transfer(Context ctx) {
        Case application = own(ctx);
        Fees.Due due = fees.of(application).orElseThrow(NotFoundResponse::new);
        Optional<PaymentView> awaited = payments.of(application.id())
                .filter(payment -> payment.state() == PaymentState.AWAITING_TRANSFER
                        || payment.state() == PaymentState.PARTLY_PAID);
        boolean shown = awaited.isPresent()
                && payments.start(due.order())
                        .fold(
                                redirect -> false,
                                transfer -> show(ctx, application, awaited.get(), transfer),
                                paid -> false,
                                unavailable -> false);
        if (!shown) {
            ctx.redirect(payPath(application), HttpStatus.SEE_OTHER);
        }
    }

    private boolean show(Context ctx, Case application, PaymentView payment, PaymentStart.Transfer transfer) {
        Instant asked = payment.attempts().get(payment.attempts().size() - 1).createdAt();
        String path = "/vorgang/" + application.id();
        TransferView view = TransferView.of(
                transfer.details(), TransferAccounts.lastDay(asked), payment.state() == PaymentState.PARTLY_PAID, path);
        Page page = views.page(ctx, "Gebühr überweisen " + application.reference())
                .under("Mein Postkorb", "/postkorb")
                .under(application.serviceTitle(), path)
                .under("Gebühr", payPath(application));
        views.show(ctx, "pages/transfer.jte", page, Map.of("transfer", view));
        return true;
    }

    private static String payPath(Case application) {
        return "/vorgang/" + application.id() + "/zahlung";
    }

    private static String transferPath(Case application) {
        return payPath(application) + "/ueberweisung";
    }

    /** The browser comes by a POST from another site, without our session: it is sent on to a page of ours, where the session is again. */
    private void comeBack(Context ctx) {
        PaymentView payment = called(() -> payments.returned(ctx.pathParam("token"), form(ctx)));
        ctx.redirect("/vorgang/" + payment.caseId() + "/zahlung", HttpStatus.SEE_OTHER);
    }

    private void news(Context ctx) {
        called(() -> {
            payments.notified(ctx.pathParam("token"), form(ctx));
            return true;
        });
        ctx.contentType("text/plain").result("OK");
    }

    /** An address that nobody was given does not exist; what else is refused is a bad request. */
    private static <T> T called(Supplier<T> callback) {
        try {
            return callback.get();
        } catch (RejectedException e) {
            if (e.code().equals("payment.callback.unknown")) {
                throw new NotFoundResponse();
            }
            throw e;
        }
    }

    private Case own(Context ctx) {
        String key = signIns.require(ctx, TrustLevel.BASIC).key();
        try {
            return cases.find(CaseId.of(ctx.pathParam("case")), key).orElseThrow(NotFoundResponse::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }

    private static Map<String, String> form(Context ctx) {
        // The stream may have been read before, by what counts fields.
        return CallbackFields.read(ctx.contentType(), new ByteArrayInputStream(ctx.bodyAsBytes()), ctx.queryString());
    }
}
