// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import de.ozgkit.core.Money;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The PaymentRequest of an attempt. The same attempt gives the same bytes, so that a repetition is one. There is no member without a value,
 * no payer and no empty booking data: some services refuse them, and none needs them.
 */
final class XbRequest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final long HIGHEST_CENTS = 99_999_900;

    private XbRequest() {}

    /** Whether the sums hold and the standard can carry them. */
    static boolean isPayable(PaymentAttempt attempt) {
        Money sum = attempt.positions().stream().map(Position::amount).reduce(Money.ZERO, Money::plus);
        return sum.equals(attempt.amount()) && sum.cents() > 0 && sum.cents() <= HIGHEST_CENTS;
    }

    static byte[] body(InitiationRequest request, Map<String, String> accounting) {
        PaymentAttempt attempt = request.attempt();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", attempt.reference());
        body.put("requestTimestamp", TIME.format(attempt.createdAt().atOffset(ZoneOffset.UTC)));
        body.put("currency", XbAnswers.EURO);
        body.put("grosAmount", attempt.amount().euros());
        body.put("purpose", XbText.purpose(attempt.purpose()));
        describe(body, attempt.purpose());
        body.put("redirectUrl", request.returnTo().toString());
        List<Map<String, Object>> items = new ArrayList<>();
        for (Position position : attempt.positions()) {
            items.add(item("pos-" + (items.size() + 1), attempt, position, accounting));
        }
        body.put("items", items);
        return JSON.writeValueAsBytes(body);
    }

    private static Map<String, Object> item(
            String id, PaymentAttempt attempt, Position position, Map<String, String> accounting) {
        BigDecimal net = position.net().euros();
        BigDecimal tax = position.tax().euros();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        // By the number of the case, the cash office finds what was paid for.
        item.put("reference", attempt.caseId().toString());
        describe(item, position.text());
        item.putIfAbsent("description", id);
        item.put("taxRate", position.taxRate());
        item.put("quantity", 1);
        item.put("singleNetAmount", net);
        item.put("singleTaxAmount", tax);
        item.put("totalNetAmount", net);
        item.put("totalTaxAmount", tax);
        Map<String, String> booking = new TreeMap<>(accounting);
        booking.putAll(position.accounting());
        if (!booking.isEmpty()) {
            item.put("bookingData", booking);
        }
        return item;
    }

    private static void describe(Map<String, Object> part, String words) {
        String description = XbText.description(words);
        if (!description.isEmpty()) {
            part.put("description", description);
        }
    }
}
