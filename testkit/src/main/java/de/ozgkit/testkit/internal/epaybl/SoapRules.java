// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.epaybl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What ePayBL's services accept; where nobody knows, the strict side. */
public final class SoapRules {

    private final boolean encoded;
    private final Set<String> released;

    /** @param released budget items that may be booked; all if empty */
    public SoapRules(boolean encoded, Set<String> released) {
        this.encoded = encoded;
        this.released = Set.copyOf(released);
    }

    /** The code of what is wrong with a new customer, if anything. */
    public Optional<String> customer(SoapRequest request) {
        boolean last = isText(request.text("kunde", "nachname"), 27);
        boolean first = request.text("kunde", "vorname").length() <= 27;
        boolean number = isText(request.text("kunde", "EShopKundenNr"), 100);
        if (!number || !request.text("kunde", "sprache").matches("[a-z]{2}")) {
            return Optional.of("-0100");
        }
        return last && first ? Optional.empty() : Optional.of("-0104");
    }

    /** The code of what is wrong with a claim, if anything. */
    public Optional<String> claim(SoapRequest request) {
        if (!request.text("buchungsListe", "waehrungskennzeichen").equals("EUR")) {
            return Optional.of("-0514");
        }
        if (!request.text("buchungsListe", "EShopTransaktionsNr").matches("[A-Za-z0-9._-]{1,30}")) {
            return Optional.of("-0530");
        }
        if (!request.text("buchungsListe", "faelligkeitsdatum").matches("20[0-9-]{8}T[0-9:]{8}Z")) {
            return Optional.of("-0508");
        }
        if (!request.text("buchungsListe", "kennzeichenMahnverfahren").matches("[0-9]{1,5}")) {
            return Optional.of("-0504");
        }
        if (!isText(request.text("buchungsListe", "bewirtschafterNr"), 8)) {
            return Optional.of("-0302");
        }
        return bookings(request);
    }

    private Optional<String> bookings(SoapRequest request) {
        List<Element> bookings = request.bookings(encoded);
        if (bookings.isEmpty()) {
            return Optional.of("-0505");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Element booking : bookings) {
            String amount = SoapRequest.text(booking, "betrag");
            if (!isMoney(amount)) {
                return Optional.of("-0603");
            }
            sum = sum.add(new BigDecimal(amount));
            Optional<String> fault = KonnektorRules.booked(
                    SoapRequest.text(booking, "buchungstext"),
                    SoapRequest.text(booking, "haushaltsstelle"),
                    SoapRequest.text(booking, "objektnummer"),
                    released);
            if (fault.isPresent()) {
                return fault;
            }
        }
        String total = request.text("buchungsListe", "betrag");
        if (!isMoney(total)) {
            return Optional.of("-0525");
        }
        if (sum.signum() <= 0) {
            return Optional.of("-0503");
        }
        return sum.compareTo(new BigDecimal(total)) == 0 ? Optional.empty() : Optional.of("-0506");
    }

    private static boolean isMoney(String text) {
        return text.matches("[0-9]{1,12}\\.[0-9]{2}");
    }

    private static boolean isText(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest;
    }
}
