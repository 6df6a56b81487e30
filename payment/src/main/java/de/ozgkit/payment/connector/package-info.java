// SPDX-License-Identifier: Apache-2.0
/**
 * The payment platforms that ozgkit knows, one class each; an object is one account of one authority. What is official of a platform's
 * interface and what is reconstructed says the first paragraph of its class.
 *
 * <pre>{@code
 * Payments.on(dataSource)
 *         .payee("recklinghausen", PmPayment.with("05562032", "hundesteuer", salt).build())
 *         .payee("dorsten", XBezahldienste.with(base, "hundesteuer", "05562012").clientKey(key).build())
 * }</pre>
 */
@NullMarked
package de.ozgkit.payment.connector;

import org.jspecify.annotations.NullMarked;
