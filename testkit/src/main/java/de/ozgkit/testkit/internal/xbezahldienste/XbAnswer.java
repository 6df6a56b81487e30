// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.xbezahldienste;

import de.ozgkit.testkit.PeerResponse;
import de.ozgkit.testkit.XbTransaction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a payment service answers. */
public final class XbAnswer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final Map<Integer, String> TITLES =
            Map.of(200, "OK", 400, "Bad Request", 403, "Forbidden", 404, "Not Found", 503, "Service Unavailable");

    private XbAnswer() {}

    /**
     * What is told, as far as it is not what the book says.
     *
     * @param page the payment page; null where there is none to be shown
     */
    public record Told(
            String transactionUrl,
            @Nullable String page,
            String status,
            Optional<String> method,
            Optional<Long> cents) {}

    public static PeerResponse transaction(XbTransaction transaction, Told told) {
        Map<String, @Nullable Object> information = new LinkedHashMap<>();
        information.put("transactionUrl", told.transactionUrl());
        if (told.page() != null) {
            information.put("transactionRedirectUrl", told.page());
        }
        information.put("transactionId", transaction.transactionId());
        information.put("transactionReference", transaction.reference().orElse(null));
        information.put("transactionTimestamp", transaction.paidAt().orElse(null));
        information.put("paymentMethod", told.method().orElse(null));
        information.put("paymentMethodDetail", null);
        information.put("status", told.status());
        information.put("statusDetail", null);
        ObjectNode request = (ObjectNode) JSON.readTree(transaction.request());
        told.cents().ifPresent(cents -> request.put("grosAmount", BigDecimal.valueOf(cents, 2)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("paymentInformation", information);
        answer.put("paymentRequest", (JsonNode) request);
        return PeerResponse.json(JSON.writeValueAsString(answer));
    }

    public static PeerResponse problem(int status, String detail, @Nullable String functionalCode) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("status", status);
        problem.put("title", TITLES.getOrDefault(status, String.format(Locale.ROOT, "%d", status)));
        problem.put("detail", detail);
        if (functionalCode != null) {
            problem.put("functionalCode", functionalCode);
        }
        byte[] body = JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        return PeerResponse.of("application/problem+json", body).withStatus(status);
    }
}
