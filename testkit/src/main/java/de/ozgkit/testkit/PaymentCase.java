// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.testkit.internal.payment.AccountCases;
import de.ozgkit.testkit.internal.payment.CallbackCases;
import de.ozgkit.testkit.internal.payment.QueryCases;
import de.ozgkit.testkit.internal.payment.StartCases;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may happen to a payment, well and badly, and what a connector has to make of it.
 *
 * @since 0.1
 */
public enum PaymentCase {
    /** A payer opens the page, pays, comes back. */
    PAID("paid", StartCases::paid),
    /** The payment is created, but its answer is lost. */
    START_LOST("start: answer lost after creation", StartCases::lost),
    /** The platform is not available. */
    START_UNAVAILABLE("start: 503", StartCases::unavailable),
    /** The answer takes too long. */
    START_SLOW("start: slow beyond the limit", StartCases::slow),
    /** The answer is nonsense. */
    START_BROKEN("start: broken answer", StartCases::broken),
    /** The answer is too large. */
    START_HUGE("start: huge answer", StartCases::huge),
    /** Nobody is there. */
    START_DOWN("start: nobody there", StartCases::down),
    /** The platform does not know us. */
    START_REFUSED("start: wrong secret", StartCases::refused),
    /** The page is on a host that was not agreed. */
    FOREIGN_PAGE("start: page on a foreign host", StartCases::foreignPage),
    /** Many payers at once. */
    MANY_AT_ONCE("start: many at once", StartCases::manyAtOnce),
    /** The platform is not available. */
    QUERY_UNAVAILABLE("query: 503", QueryCases::unavailable),
    /** The answer is lost. */
    QUERY_LOST("query: answer lost", QueryCases::lost),
    /** The answer takes too long. */
    QUERY_SLOW("query: slow beyond the limit", QueryCases::slow),
    /** The answer is nonsense. */
    QUERY_BROKEN("query: broken answer", QueryCases::broken),
    /** The answer is too large. */
    QUERY_HUGE("query: huge answer", QueryCases::huge),
    /** Nobody is there. */
    QUERY_DOWN("query: nobody there", QueryCases::down),
    /** The platform never heard of it. */
    UNKNOWN_TRANSACTION("query: unknown transaction", QueryCases::unknownTransaction),
    /** The status is one that no document knows. */
    UNKNOWN_STATUS("query: unknown status", QueryCases::unknownStatus),
    /** Another amount was paid than was owed. */
    OTHER_AMOUNT("query: other amount", QueryCases::otherAmount),
    /** The payer turned back. */
    CANCELLED("cancelled", QueryCases::cancelled),
    /** The platform could not take the money. */
    FAILED("failed", QueryCases::failed),
    /** The money came although the payer had turned back. */
    PAID_AFTER_CANCELLED("paid after cancelled", QueryCases::paidAfterCancelled),
    /** A genuine message before and after the payment. */
    CALLBACK_GENUINE("callback: genuine", CallbackCases::genuine),
    /** Somebody says that all is paid. */
    CALLBACK_FORGED("callback: forged or unsigned", CallbackCases::forged),
    /** A genuine message about another payment. */
    CALLBACK_OF_ANOTHER("callback: of another payment", CallbackCases::ofAnother),
    /** A genuine message with another amount. */
    CALLBACK_OTHER_AMOUNT("callback: amount changed", CallbackCases::otherAmount),
    /** The same message twice. */
    CALLBACK_TWICE("callback: twice the same", CallbackCases::twice),
    /** The browser is back before the platform calls, and the other way round. */
    CALLBACK_ORDER("callback: notify before return, and after", CallbackCases::eitherOrder),
    /** Messages and questions at the same moment. */
    CALLBACK_AT_ONCE("callback: many at once", CallbackCases::atOnce),
    /** Anything that fits through the door. */
    CALLBACK_NONSENSE("callback: nonsense", CallbackCases::nonsense),
    /** Money goes back, in two parts of the same size. */
    REFUND("refund: in two parts", AccountCases::refund),
    /** Money goes back, but the answer is lost. */
    REFUND_LOST("refund: answer lost", AccountCases::refundLost),
    /** More than was paid is to go back. */
    REFUND_TOO_MUCH("refund: more than was paid", AccountCases::refundTooMuch),
    /** All is well. */
    CHECK_WELL("check: well", AccountCases::checkWell),
    /** The platform is not available. */
    CHECK_UNAVAILABLE("check: 503", AccountCases::checkUnavailable),
    /** Nobody is there. */
    CHECK_DOWN("check: nobody there", AccountCases::checkDown),
    /** The platform does not know us. */
    CHECK_REFUSED("check: wrong secret", AccountCases::checkRefused),
    /** The connector says who it is, always the same. */
    PROFILE("profile", AccountCases::profile),
    /** No secret is shown by any of this. */
    SECRETS("secrets in log and toString", AccountCases::secrets);

    private final String title;
    private final Function<PaymentFixture, String> course;

    PaymentCase(String title, Function<PaymentFixture, String> course) {
        this.title = title;
        this.course = course;
    }

    /** A few words for a table. */
    public String title() {
        return title;
    }

    /**
     * Lets it happen.
     *
     * @return what came of it in a few words, or the platform's excuse after a dash; never empty
     * @throws AssertionError if the connector does not hold what it has to
     */
    public String run(PaymentFixture fixture) {
        Optional<String> excuse = fixture.excuse(this);
        if (excuse.isPresent()) {
            if (excuse.get().isBlank() || this == PROFILE || this == SECRETS) {
                throw new AssertionError("'" + title + "' cannot be left out, or not without a reason");
            }
            return "- " + excuse.get();
        }
        fixture.calm();
        try {
            String told = course.apply(fixture);
            if (told.isBlank()) {
                throw new AssertionError("'" + title + "' does not tell what came of it");
            }
            return told;
        } finally {
            fixture.calm();
        }
    }
}
