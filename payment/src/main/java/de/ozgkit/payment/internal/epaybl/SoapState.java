// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.Money;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.ProviderState;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a claim is paid (payment notes, 3.7). */
final class SoapState {

    private static final String PREFIX = "payment.epaybl.";
    private static final String INACTIVE = "INAKTIV";
    private static final Set<String> AMOUNTS =
            Set.of("betragHauptforderungen", "betragStornos", "betragZahlungseingaenge", "saldo");

    private final SoapAnswer answer;
    private final PaymentAttempt attempt;
    private final String kassenzeichen;

    SoapState(SoapAnswer answer, PaymentAttempt attempt, String kassenzeichen) {
        this.answer = answer;
        this.attempt = attempt;
        this.kassenzeichen = kassenzeichen;
    }

    ProviderState read() {
        Optional<String> page = answer.at("paypageStatus", "code").or(() -> answer.at("paypageStatus"));
        boolean transfer = answer.at("zahlverfahren")
                .filter(method -> method.toUpperCase(Locale.ROOT).startsWith("UEBERWEISUNG"))
                .isPresent();
        boolean finished = page.filter(INACTIVE::equalsIgnoreCase).isPresent() || transfer;
        if (page.isEmpty() && !transfer) {
            return new ProviderState.NoAnswer(PREFIX + "answer");
        }
        if (!isOurs()) {
            return finished
                    ? new ProviderState.Unclear(PREFIX + "mismatch")
                    : new ProviderState.NoAnswer(PREFIX + "mismatch");
        }
        if (!finished) {
            return reported(PaymentState.PENDING, Optional.empty());
        }
        return transfer ? transfer() : page();
    }

    /** As far as the answer tells whose it is. Versions differ in how they spell the customer. */
    private boolean isOurs() {
        String number = EpayText.number(attempt);
        return Stream.of("EShopKundenNr", "EShopKundennummer")
                        .flatMap(name -> answer.at(name).stream())
                        .allMatch(number::equals)
                && answer.at("kassenzeichen").stream().allMatch(kassenzeichen::equals)
                && answer.at("waehrung").stream().allMatch("EUR"::equals)
                && AMOUNTS.stream().noneMatch(answer::isBroken);
    }

    /** The money that a card brings is booked later, so the balance is not asked. */
    private ProviderState page() {
        Optional<String> method = answer.at("zahlverfahren");
        if (method.isEmpty()) {
            // Whether a page also becomes inactive when it is left or runs out is not known.
            return new ProviderState.Unclear(PREFIX + "inactive");
        }
        if (cents("betragStornos") != 0) {
            return new ProviderState.Unclear(PREFIX + "cancelled");
        }
        if (!answer.amount("betragHauptforderungen").equals(Optional.of(attempt.amount()))) {
            return new ProviderState.Unclear(PREFIX + "mismatch");
        }
        return reported(PaymentState.PAID, Optional.empty());
    }

    private ProviderState transfer() {
        Optional<Money> balance = answer.amount("saldo");
        if (balance.isEmpty()) {
            return new ProviderState.Unclear(PREFIX + "balance");
        }
        long open = balance.get().cents();
        long owed = attempt.amount().cents();
        boolean cancelled = open == 0
                && cents("betragHauptforderungen") - cents("betragStornos") == 0
                && cents("betragZahlungseingaenge") == 0;
        if (cancelled) {
            return reported(PaymentState.CANCELLED, Optional.empty());
        }
        if (open <= 0) {
            return reported(PaymentState.PAID, Optional.of(Money.cents(owed - open)));
        }
        if (open == owed) {
            return reported(PaymentState.AWAITING_TRANSFER, Optional.empty());
        }
        return open < owed
                ? reported(PaymentState.PARTLY_PAID, Optional.of(Money.cents(owed - open)))
                : new ProviderState.Unclear(PREFIX + "balance");
    }

    private long cents(String name) {
        return answer.amount(name).map(Money::cents).orElse(0L);
    }

    private ProviderState reported(PaymentState state, Optional<Money> amount) {
        Optional<String> method = state == PaymentState.PAID
                ? answer.at("zahlverfahren").map(word -> word.toLowerCase(Locale.ROOT))
                : Optional.empty();
        return new ProviderState.Reported(state, method, amount, Optional.empty(), Optional.of(kassenzeichen));
    }
}
