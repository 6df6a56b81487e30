// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.Money;
import de.ozgkit.payment.internal.SepaText;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The claim that a Konnektor is to write down. It names no payer: a customer for this payment only takes the payer's place. */
final class KonnektorRequest {

    static final String RESULT = "ergebnis";
    static final String SUCCESS = "erfolg";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final String DUNNING = "11000";
    private static final String CUSTOMER = "Onlinezahlung";
    private static final int LONGEST_DESCRIPTION = 100;

    private KonnektorRequest() {}

    static byte[] body(InitiationRequest request, KonnektorSettings settings) {
        PaymentAttempt attempt = request.attempt();
        String number = EpayText.number(attempt);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("kassenzeichennummer", null);
        body.put("faelligkeitsdatum", TIME.format(attempt.createdAt().atZone(GERMANY)));
        body.put("waehrungskennzeichen", "EUR");
        body.put("kennzeichenMahnverfahren", Booking.dunning(settings.accounting(), DUNNING));
        body.put("transaktionsnummer", number);
        body.put("zahlverfahrencodes", settings.methods());
        body.put(
                "buchungen",
                Booking.of(attempt, settings.accounting(), settings.single()).stream()
                        .map(KonnektorRequest::booking)
                        .toList());
        body.put("beschreibung", SepaText.of(attempt.purpose(), LONGEST_DESCRIPTION, CUSTOMER));
        body.put("kunde", customer(number));
        body.put("buchungslistenparameter", null);
        body.put("fachverfahrendaten", addresses(request));
        body.put("zahltyp", "PAYPAGE");
        body.put("betrag", euros(attempt.amount()));
        return JSON.writeValueAsBytes(body);
    }

    private static Map<String, @Nullable Object> booking(Booking booking) {
        Map<String, String> where = new TreeMap<>(booking.fields());
        String item = where.remove(Booking.BUDGET_ITEM);
        if (item != null) {
            // The Konnektor spells it with one s.
            where.put("haushaltstelle", item);
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("bruttobetrag", euros(booking.gross()));
        line.put("nettobetrag", euros(booking.net()));
        line.put("steuerbetrag", euros(booking.tax()));
        line.put("id", null);
        line.put("buchungstext", booking.text());
        line.put("kontierung", where);
        return line;
    }

    private static Map<String, @Nullable Object> customer(String number) {
        Map<String, @Nullable Object> customer = new LinkedHashMap<>();
        customer.put("name", CUSTOMER);
        customer.put("vorname", null);
        customer.put("typ", "TEMPORAER");
        customer.put("kundennummer", number);
        customer.put("firmenkunde", false);
        return customer;
    }

    private static Map<String, String> addresses(InitiationRequest request) {
        String back = request.returnTo().toString();
        String result = back + (request.returnTo().getRawQuery() == null ? "?" : "&") + RESULT + "=";
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("notifyUrl", request.notifyAt().toString());
        addresses.put("successUrl", result + SUCCESS);
        addresses.put("errorUrl", result + "fehler");
        addresses.put("cancelUrl", result + "abbruch");
        return addresses;
    }

    private static BigDecimal euros(Money money) {
        return money.euros();
    }
}
