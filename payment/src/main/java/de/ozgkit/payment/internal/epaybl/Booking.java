// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.Money;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of the cash office's books.
 *
 * @param fields where it is booked; the budget item under {@link #BUDGET_ITEM} however it was spelled
 */
record Booking(String text, Money gross, Money net, Money tax, Map<String, String> fields) {

    static final String BUDGET_ITEM = "haushaltsstelle";
    static final String OBJECT = "objektnummer";
    static final String REMARK = "href";

    private static final String KONNEKTOR_SPELLING = "haushaltstelle";
    private static final String TEXT = "buchungstext";
    private static final String DUNNING = "kennzeichenMahnverfahren";
    private static final String NO_TEXT = "GEBUEHR";

    Booking {
        fields = Map.copyOf(fields);
    }

    /**
     * The bookings of an attempt.
     *
     * @param defaults of the account; what a position says goes before them
     * @param single whether there is one for the whole payment; it is booked by what all positions agree on
     */
    static List<Booking> of(PaymentAttempt attempt, Map<String, String> defaults, boolean single) {
        List<Booking> all = attempt.positions().stream()
                .map(position -> of(position, position.text(), fields(position, defaults)))
                .toList();
        return single && all.size() > 1 ? List.of(together(attempt, all)) : all;
    }

    /** Whether a payment can be booked at all: what is booked adds up to what is paid, and that is more than nothing. */
    static boolean isPayable(PaymentAttempt attempt) {
        Money sum = attempt.positions().stream().map(Position::amount).reduce(Money.ZERO, Money::plus);
        return sum.equals(attempt.amount()) && sum.cents() > 0;
    }

    /** The mark for dunning, which a payment has as a whole. */
    static String dunning(Map<String, String> defaults, String otherwise) {
        return defaults.getOrDefault(DUNNING, otherwise);
    }

    private static Booking together(PaymentAttempt attempt, List<Booking> all) {
        Map<String, String> common = new TreeMap<>(all.get(0).fields());
        all.forEach(booking -> common.entrySet().retainAll(booking.fields().entrySet()));
        return new Booking(
                EpayText.booking(attempt.purpose(), EpayText.LONGEST_BOOKING, NO_TEXT),
                attempt.amount(),
                all.stream().map(Booking::net).reduce(Money.ZERO, Money::plus),
                all.stream().map(Booking::tax).reduce(Money.ZERO, Money::plus),
                common);
    }

    private static Booking of(Position position, String words, Map<String, String> fields) {
        String text = fields.getOrDefault(TEXT, words);
        Map<String, String> rest = new TreeMap<>(fields);
        rest.keySet().removeAll(List.of(TEXT, DUNNING));
        return new Booking(
                EpayText.booking(text, EpayText.LONGEST_BOOKING, NO_TEXT),
                position.amount(),
                position.net(),
                position.tax(),
                rest);
    }

    private static Map<String, String> fields(Position position, Map<String, String> defaults) {
        Map<String, String> fields = new TreeMap<>();
        defaults.forEach((name, value) -> fields.put(canonical(name), value));
        position.accounting().forEach((name, value) -> fields.put(canonical(name), value));
        return fields;
    }

    private static String canonical(String name) {
        return name.equals(KONNEKTOR_SPELLING) ? BUDGET_ITEM : name;
    }
}
