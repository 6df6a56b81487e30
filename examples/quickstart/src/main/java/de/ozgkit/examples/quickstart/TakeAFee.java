// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.connector.PmPayment;
import de.ozgkit.postbox.Cases;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;

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
                .onPaid((tx, paid) -> cases.find(tx, paid.caseId())
                        .ifPresent(dog -> cases.record(tx, dog.id(), dog.status(), "Die Gebühr ist bezahlt.")))
                .build();
    }
    // end::setup

    // tag::pay
    /** The citizen presses "Bezahlen", maybe twice: one case, one order. */
    static String pay(Payments payments, CaseId caseId) {
        PaymentStart start =
                payments.start(Order.of(caseId, "recklinghausen").position("Hundesteuermarke", Money.cents(3070)));
        return start.fold(
                redirect -> "303 " + redirect.page(),
                transfer -> "Bitte überweisen Sie " + transfer.details().amount() + " an " + transfer.details().name(),
                paid -> "Die Gebühr ist schon bezahlt.",
                unavailable -> unavailable.publicText());
    }

    /** GET and POST /zahlung/return/{token}: the browser came back, and the platform is asked what is true. */
    static String returned(Payments payments, String token, Map<String, String> form) {
        PaymentView payment = payments.returned(token, form);
        return payment.isPaid() ? "Danke, " + payment.total() + " sind bezahlt." : "Wir prüfen die Zahlung.";
    }

    /** POST /zahlung/notify/{token}: answer 200. */
    static void notified(Payments payments, String token, Map<String, String> form) {
        payments.notified(token, form);
    }
    // end::pay
}
