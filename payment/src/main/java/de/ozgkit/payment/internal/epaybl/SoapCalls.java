// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.payment.internal.epaybl.SoapCall.Part;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The calls of a payment with ePayBL's own payment page (payment notes, 3.3 to 3.5), and the address of that page. */
final class SoapCalls {

    static final String RESULT = KonnektorRequest.RESULT;
    static final String SUCCESS = KonnektorRequest.SUCCESS;

    private static final String MANDANT = "mandantNr";
    private static final String CUSTOMER = "EShopKundenNr";
    private static final String DUNNING = "01";
    private static final String NAME = "Onlinezahlung";

    private final SoapSettings settings;

    SoapCalls(SoapSettings settings) {
        this.settings = settings;
    }

    SoapCall isAlive() {
        return SoapCall.of("isAlive", mandant());
    }

    /** A customer for this payment only, without a name: the payment page shows it. */
    SoapCall createCustomer(String number) {
        return SoapCall.of(
                "anlegenKunde",
                mandant(),
                Part.text("bewirtschafterNr", settings.bewirtschafter()),
                Part.struct(
                        "kunde",
                        "Kunde",
                        List.of(
                                Part.text(CUSTOMER, number),
                                Part.text("sprache", "de"),
                                Part.text("vorname", NAME),
                                Part.text("nachname", NAME))));
    }

    SoapCall deleteCustomer(String number) {
        return SoapCall.of(
                "loeschenKunde",
                mandant(),
                Part.text("bewirtschafterNr", settings.bewirtschafter()),
                Part.text(CUSTOMER, number));
    }

    /** 2.x does not take the parameters that are not needed; by RPC/literal every one has to be there. */
    SoapCall claim(PaymentAttempt attempt, String number) {
        SoapCall call = SoapCall.of(
                "anlegenKassenzeichen", mandant(), Part.text("eShopKundenNr", number), bookings(attempt, number));
        return settings.encoded() ? call : call.andNothing("lieferAdresse", "buchungstext", "zahlverfahren");
    }

    private Part bookings(PaymentAttempt attempt, String number) {
        List<Part> lines = new ArrayList<>();
        for (Booking booking : Booking.of(attempt, settings.accounting(), settings.single())) {
            lines.add(Part.struct("item", "Buchung", line(booking)));
        }
        return Part.struct(
                "buchungsListe",
                "BuchungsListe",
                List.of(
                        Part.text("EShopTransaktionsNr", number),
                        Part.amount("betrag", attempt.amount()),
                        Part.text("bewirtschafterNr", settings.bewirtschafter()),
                        Part.list("buchungen", "Buchung", lines),
                        Part.time("faelligkeitsdatum", attempt.createdAt()),
                        Part.text("kennzeichenMahnverfahren", Booking.dunning(settings.accounting(), DUNNING)),
                        Part.text("waehrungskennzeichen", "EUR")));
    }

    private static List<Part> line(Booking booking) {
        List<Part> line = new ArrayList<>();
        for (String name : List.of(Booking.BUDGET_ITEM, Booking.OBJECT)) {
            String value = booking.fields().get(name);
            if (value != null) {
                line.add(Part.text(name, value));
            }
        }
        line.add(Part.text("buchungstext", booking.text()));
        line.add(Part.amount("betrag", booking.gross()));
        for (String name : List.of("belegNr", Booking.REMARK)) {
            String value = booking.fields().get(name);
            if (value != null) {
                line.add(Part.text(name, value));
            }
        }
        return line;
    }

    SoapCall state(String kassenzeichen) {
        return SoapCall.of("lesenKassenzeichenInfo", mandant(), Part.text("kassenzeichen", kassenzeichen));
    }

    SoapCall transaction(String number) {
        return SoapCall.of("lesenTransaktion", mandant(), Part.text("eShopTransaktionsNr", number));
    }

    private Part mandant() {
        return Part.text(MANDANT, settings.mandant());
    }

    /** Where the payer pays; nothing of it comes from an answer but the Kassenzeichen. */
    String page(InitiationRequest request, String number, String kassenzeichen) {
        URI back = request.returnTo();
        String result = back + (back.getRawQuery() == null ? "?" : "&") + RESULT + "=";
        String base = settings.paypage().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/login.do?mandant=" + encoded(settings.mandant())
                + "&EShopKundenNr=" + encoded(number)
                + "&kassenzeichen=" + encoded(kassenzeichen)
                + "&backlinkSuccess=" + encoded(result + SUCCESS)
                + "&backlinkAbort=" + encoded(result + "abbruch");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
