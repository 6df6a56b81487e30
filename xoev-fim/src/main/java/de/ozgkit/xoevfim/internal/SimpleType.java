// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Reads the simple types that message classes hold. */
final class SimpleType {

    /** One simple type. */
    interface Form {
        /**
         * The value of a text.
         *
         * @throws IllegalArgumentException if it has not this form
         */
        Object read(String text);
    }

    /** Any text. */
    static final Form TEXT = text -> text;

    private static final DatatypeFactory DATES = DatatypeFactory.newDefaultInstance();

    private static final Map<Class<?>, Form> FORMS = Map.of(
            String.class, TEXT,
            Boolean.class, SimpleType::bool,
            boolean.class, SimpleType::bool,
            Integer.class, text -> Integer.valueOf(text.strip()),
            int.class, text -> Integer.valueOf(text.strip()),
            Long.class, text -> Long.valueOf(text.strip()),
            BigInteger.class, text -> new BigInteger(number(text)),
            BigDecimal.class, text -> new BigDecimal(number(text)),
            XMLGregorianCalendar.class, text -> DATES.newXMLGregorianCalendar(text.strip()),
            byte[].class, text -> Base64.getMimeDecoder().decode(text));

    // Arithmetic with more digits takes time that grows with their square.
    private static final int LONGEST_NUMBER = 1_000;

    private SimpleType() {}

    /** How to read such a value, or null if it is no simple type. */
    static @Nullable Form form(Class<?> type) {
        return FORMS.get(type);
    }

    private static Boolean bool(String text) {
        return switch (text.strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("no boolean");
        };
    }

    private static String number(String text) {
        String tight = text.strip();
        if (tight.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException("a number of too many digits");
        }
        return tight;
    }
}
