// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.examples.transfercode.TransferCode;
import de.ozgkit.payment.BankTransfer;
import de.ozgkit.payment.CallbackFields;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.Receipt;
import de.ozgkit.payment.connector.BankTransferAccount;
import de.ozgkit.payment.connector.EpayBl;
import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.payment.connector.GiroCheckout;
import de.ozgkit.payment.connector.PmPayment;
import de.ozgkit.payment.connector.XBezahldienste;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.postbox.Cases;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Guide, "Take a fee". */
final class TakeAFee {

    private TakeAFee() {}

    // tag::setup
    /** Once, before jobs.start(). The platform is https://payment.govconnect.de unless you say base(..). */
    static Payments open(DataSource database, Jobs jobs, Cases cases, URI platform, char[] salt) {
        return Payments.on(database)
                .jobs(jobs)
                .callbacks(URI.create("https://portal.example.de/zahlung"))
                .payee(
                        "recklinghausen",
                        PmPayment.with("05562032", "hundesteuer", salt)
                                .base(platform)
                                .build())
                .payee("datteln", transfers())
                .onPaid((tx, paid) -> cases.find(tx, paid.caseId())
                        .ifPresent(dog -> cases.record(tx, dog.id(), dog.status(), "Die Gebühr ist bezahlt.")))
                .build();
    }
    // end::setup

    // tag::platforms
    /** One account of one authority for each kind of platform. Each of them is a payee, all at once if need be. */
    static List<PaymentConnector> accounts(KeyMaterial key, Function<String, char[]> secrets) {
        return List.of(
                XBezahldienste.with(URI.create("https://pay.example.de/xbezahldienste/"), "hundesteuer", "05562032")
                        .clientKey(key) // or oauth2(..), or basic(..): the operator says which
                        .accounting(Map.of("haushaltsstelle", "1100.2600"))
                        .build(),
                PmPayment.with("05562032", "hundesteuer", secrets.apply("pmpayment"))
                        .accountingRecord("{case};{cents}")
                        .build(),
                GiroCheckout.with("1234567", "1235", secrets.apply("girocheckout"))
                        .build(),
                EpayBl.with(
                                URI.create("https://epay.example.de/konnektor"),
                                "B000004",
                                "BW100001",
                                secrets.apply("epay"))
                        .clientKey(key)
                        .methods("KREDITKARTE", "PAYPAL")
                        .accounting(Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711"))
                        .build(),
                EpayBlSoap.with(
                                EpayBlSoap.Profile.V3,
                                URI.create("https://epay.example.de/services/"),
                                URI.create("https://epay.example.de/paypage"),
                                "1610000000",
                                "42")
                        .clientKey(key)
                        .accounting(Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711"))
                        .build(),
                transfers());
    }

    /** No platform at all: the citizen transfers the money, and the cash office sees it come. */
    static PaymentConnector transfers() {
        return BankTransferAccount.with("Stadt Datteln", "DE53 9999 9999 0000 0000 42")
                .structuredReference()
                .build();
    }
    // end::platforms

    // tag::order
    /** A fee without tax, and something that is sold with tax. */
    static Order order(CaseId caseId, String payee) {
        return Order.of(caseId, payee)
                .purpose("Hund anmelden")
                .position("Hundesteuermarke", Money.cents(1880))
                .position(Position.of("Schlüsselring", Money.cents(1190))
                        .taxed(BigDecimal.valueOf(19)) // the amount holds the tax: 10.00 and 1.90
                        .booked(Map.of("haushaltsstelle", "1100.1500")));
    }
    // end::order

    // tag::pay
    /** The citizen presses "Bezahlen", maybe twice: one case, one order. */
    static Reply pay(Payments payments, CaseId caseId, String payee) {
        PaymentStart start = payments.start(order(caseId, payee));
        return start.fold(
                redirect -> Reply.seeOther(redirect.page().toString()),
                transfer -> Reply.seeOther("/zahlung/" + caseId + "/ueberweisung"),
                paid -> Reply.seeOther("/zahlung/" + caseId),
                unavailable -> Reply.page(503, unavailable.publicText()));
    }
    // end::pay

    // tag::transfer
    /** What to write on the transfer, as text and as a QR code. Asked for again, it is the same. */
    static String transferPage(BankTransfer transfer) {
        return String.join(
                "\n",
                "Empfänger: " + transfer.name(),
                "IBAN: " + transfer.iban(),
                "Betrag: " + transfer.amount(),
                "Verwendungszweck: " + transfer.reference().orElse(transfer.text()),
                TransferCode.of(transfer).svg());
    }
    // end::transfer

    // tag::callbacks
    /** GET and POST {base}/return/{token}: the browser came back, and the platform is asked what is true. */
    static Reply returned(
            Payments payments, String token, @Nullable String type, InputStream body, @Nullable String query) {
        try {
            PaymentView payment = payments.returned(token, CallbackFields.read(type, body, query));
            return Reply.seeOther("/zahlung/" + payment.caseId()); // where the session is again
        } catch (RejectedException e) {
            return refused(e);
        }
    }

    /** GET and POST {base}/notify/{token}: some platforms call by GET. */
    static Reply notified(
            Payments payments, String token, @Nullable String type, InputStream body, @Nullable String query) {
        try {
            payments.notified(token, CallbackFields.read(type, body, query));
            return Reply.page(200, "OK");
        } catch (RejectedException e) {
            return refused(e);
        }
    }

    private static Reply refused(RejectedException e) {
        return Reply.page(e.code().equals("payment.callback.unknown") ? 404 : 400, "");
    }
    // end::callbacks

    // tag::status
    /** What the citizen is told, on any day. Does not ask the platform. */
    static String status(Payments payments, CaseId caseId) {
        Optional<PaymentView> payment = payments.of(caseId);
        if (payment.isEmpty()) {
            return "Noch nicht bezahlt.";
        }
        return switch (payment.get().state()) {
            case PAID -> payment.get().total() + " sind bezahlt.";
            case CREATED, PENDING, UNKNOWN -> "Wir prüfen die Zahlung. Bitte zahlen Sie nicht noch einmal.";
            case AWAITING_TRANSFER -> "Wir warten auf Ihre Überweisung.";
            case PARTLY_PAID -> "Ein Teil ist angekommen. Bitte überweisen Sie den Rest.";
            case FAILED, CANCELLED, EXPIRED -> "Es wurde nicht bezahlt. Sie können es noch einmal versuchen.";
            case REVIEW -> "Die Stadtkasse klärt Ihre Zahlung. Sie müssen nichts tun.";
            case REFUND_REQUESTED, REFUND_FAILED -> "Das Geld wird zurückgezahlt.";
            case REFUNDED -> "Das Geld wurde zurückgezahlt.";
        };
    }
    // end::status

    // tag::receipt
    /** The receipt, once it is paid. */
    static Optional<String> receipt(Payments payments, CaseId caseId) {
        return payments.receipt(caseId)
                .map(receipt -> receipt.lines().stream().map(TakeAFee::line).collect(Collectors.joining("\n"))
                        + "\nSumme " + receipt.total() + ", darin Steuer " + receipt.tax()
                        + "\nBezahlt: " + receipt.method().orElse("")
                        + "\nKassenzeichen: " + receipt.paymentReference().orElse("keines"));
    }

    private static String line(Receipt.Line line) {
        return line.text() + " " + line.gross() + " (" + line.taxRate() + " %)";
    }
    // end::receipt
}
