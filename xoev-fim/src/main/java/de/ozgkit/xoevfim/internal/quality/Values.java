// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;

/** Values as XML Schema writes them, and which of two is the larger one. */
final class Values {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{0,100})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,100}");

    private Values() {}

    /** Whether a text is a value of a type of XDatenfelder; of a type that has no form of its own, every text is one. */
    static boolean fits(String type, String text) {
        return switch (type) {
            case "num", "num_currency" -> DECIMAL.matcher(text).matches();
            case "num_int" -> INTEGER.matcher(text).matches();
            case "bool" -> text.equals("true") || text.equals("false") || text.equals("0") || text.equals("1");
            case "date" -> isTime(text, DatatypeConstants.DATE);
            case "time" -> isTime(text, DatatypeConstants.TIME);
            case "datetime" -> isTime(text, DatatypeConstants.DATETIME);
            default -> true;
        };
    }

    /** Below 0 if the first is the smaller one; empty if they cannot be compared. */
    static OptionalInt compare(String type, String first, String second) {
        if (first.isEmpty() || second.isEmpty() || !fits(type, first) || !fits(type, second)) {
            return OptionalInt.empty();
        }
        return switch (type) {
            case "num", "num_currency", "num_int" -> OptionalInt.of(
                    new BigDecimal(plain(first)).compareTo(new BigDecimal(plain(second))));
            case "date", "time", "datetime" -> {
                int order =
                        time(first).flatMap(f -> time(second).map(f::compare)).orElse(DatatypeConstants.INDETERMINATE);
                yield order == DatatypeConstants.INDETERMINATE ? OptionalInt.empty() : OptionalInt.of(order);
            }
            default -> OptionalInt.empty();
        };
    }

    static boolean isWhole(String text, int atLeast) {
        return INTEGER.matcher(text).matches() && new BigDecimal(text).compareTo(BigDecimal.valueOf(atLeast)) >= 0;
    }

    private static String plain(String number) {
        return number.toLowerCase(Locale.ROOT).replaceFirst("\\.(?=e|$)", "");
    }

    private static boolean isTime(String text, QName type) {
        return time(text).filter(t -> t.getXMLSchemaType().equals(type)).isPresent();
    }

    private static Optional<XMLGregorianCalendar> time(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        try {
            XMLGregorianCalendar time = DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text);
            time.getXMLSchemaType();
            return Optional.of(time);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
