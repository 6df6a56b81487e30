// SPDX-License-Identifier: Apache-2.0
/**
 * Taking a fee: an order is written down, the citizen pays at the city's payment platform, and the platform is asked until it is clear what
 * happened. Browser returns, notifications and polling only cause the question; nobody can claim a payment by calling us.
 *
 * <pre>{@code
 * Payments payments = Payments.on(dataSource)
 *         .jobs(jobs)
 *         .callbacks(URI.create("https://portal.example.de/zahlung"))
 *         .payee("recklinghausen", PmPayment.with("05562032", "hundesteuer", salt).build())
 *         .onPaid((tx, paid) -> cases.feePaid(tx, paid.caseId()))
 *         .build();
 *
 * PaymentStart start = payments.start(Order.of(caseId, "recklinghausen").position("Hundesteuermarke", Money.cents(3070)));
 * PaymentView now = payments.returned(token, form);      // GET and POST {base}/return/{token}
 * payments.notified(token, form);                        // GET and POST {base}/notify/{token}
 * Attention todo = payments.attention();                 // what needs a person: settle(..), refundDone(..)
 * }</pre>
 */
@NullMarked
package de.ozgkit.payment;

import org.jspecify.annotations.NullMarked;
