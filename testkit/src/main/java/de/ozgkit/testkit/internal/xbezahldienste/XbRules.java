// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.xbezahldienste;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a payment service understands; where the standard leaves something open, the strict side. */
public final class XbRules {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9_ -]{1,27}");
    private static final Pattern DESCRIPTION = Pattern.compile("[A-Za-z0-9_ \\-,.\u00c0-\u017f]{1,250}");
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> REQUEST = Set.of(
            "requestId",
            "requestTimestamp",
            "currency",
            "grosAmount",
            "purpose",
            "description",
            "redirectUrl",
            "items",
            "requestor");
    private static final Set<String> ITEM = Set.of(
            "id",
            "reference",
            "description",
            "taxRate",
            "quantity",
            "singleNetAmount",
            "singleTaxAmount",
            "totalNetAmount",
            "totalTaxAmount",
            "bookingData");

    private final boolean payerAllowed;
    private final Set<String> bookingKeys;

    /**
     * @param payerAllowed whether a requestor may be sent
     * @param bookingKeys booking data that every item needs
     */
    public XbRules(boolean payerAllowed, Set<String> bookingKeys) {
        this.payerAllowed = payerAllowed;
        this.bookingKeys = Set.copyOf(bookingKeys);
    }

    /** The request, if it is JSON. */
    public static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The functionalCode of what is wrong, if anything. */
    public Optional<String> fault(JsonNode request) {
        if (!isWellFormed(request)) {
            return Optional.of("VALIDATION_ERROR");
        }
        if (!sumsHold(request)) {
            return Optional.of("CALCULATION_ERROR");
        }
        for (JsonNode item : request.path("items")) {
            if (!new HashSet<>(item.path("bookingData").propertyNames()).containsAll(bookingKeys)) {
                return Optional.of("BOOKING_DATA_MISSING");
            }
        }
        return Optional.empty();
    }

    private boolean isWellFormed(JsonNode request) {
        JsonNode items = request.path("items");
        return REQUEST.containsAll(request.propertyNames())
                && (payerAllowed || !request.has("requestor"))
                && matches(request, "requestId", ID)
                && isTime(request.path("requestTimestamp"))
                && request.path("currency").asString("").equals("EUR")
                && isMoney(request.path("grosAmount"))
                && (!request.has("purpose") || matches(request, "purpose", PURPOSE))
                && (!request.has("description") || matches(request, "description", DESCRIPTION))
                && isAddress(request.path("redirectUrl"))
                && items.isArray()
                && items.size() >= 1
                && items.size() <= 99
                && items.valueStream().allMatch(XbRules::isItem);
    }

    private static boolean isItem(JsonNode item) {
        JsonNode rate = item.path("taxRate");
        JsonNode quantity = item.path("quantity");
        return item.isObject()
                && ITEM.containsAll(item.propertyNames())
                && matches(item, "id", ID)
                && isText(item.path("reference"), 36)
                && matches(item, "description", DESCRIPTION)
                && rate.isNumber()
                && rate.decimalValue().signum() >= 0
                && rate.decimalValue().compareTo(HUNDRED) <= 0
                && quantity.isIntegralNumber()
                && quantity.asLong() >= 1
                && quantity.asLong() <= 999_999
                && isMoney(item.path("singleNetAmount"))
                && isMoney(item.path("singleTaxAmount"))
                && isMoney(item.path("totalNetAmount"))
                && isMoney(item.path("totalTaxAmount"))
                && (!item.has("bookingData") || isBooking(item.path("bookingData")));
    }

    private static boolean isBooking(JsonNode data) {
        return data.isObject() && !data.isEmpty() && data.valueStream().allMatch(value -> isText(value, 250));
    }

    /** The total is that of the items, and each item that of its pieces and its rate of tax, give or take a cent of rounding a piece. */
    private static boolean sumsHold(JsonNode request) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : request.path("items")) {
            BigDecimal net = item.path("totalNetAmount").decimalValue();
            BigDecimal tax = item.path("totalTaxAmount").decimalValue();
            BigDecimal quantity = item.path("quantity").decimalValue();
            BigDecimal due = net.multiply(item.path("taxRate").decimalValue()).divide(HUNDRED);
            boolean holds = isTimes(net, item.path("singleNetAmount"), quantity)
                    && isTimes(tax, item.path("singleTaxAmount"), quantity)
                    && due.subtract(tax).abs().compareTo(CENT.multiply(quantity)) <= 0;
            if (!holds) {
                return false;
            }
            sum = sum.add(net).add(tax);
        }
        return sum.signum() > 0 && sum.compareTo(request.path("grosAmount").decimalValue()) == 0;
    }

    private static boolean isTimes(BigDecimal total, JsonNode single, BigDecimal quantity) {
        return single.decimalValue().multiply(quantity).compareTo(total) == 0;
    }

    private static boolean isMoney(JsonNode value) {
        return value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().compareTo(MOST) <= 0
                && value.decimalValue().scale() <= 2;
    }

    private static boolean matches(JsonNode object, String name, Pattern pattern) {
        JsonNode value = object.path(name);
        return value.isString() && pattern.matcher(value.asString()).matches();
    }

    private static boolean isText(JsonNode value, int longest) {
        return value.isString()
                && !value.asString().isBlank()
                && value.asString().length() <= longest;
    }

    private static boolean isTime(JsonNode value) {
        try {
            return value.isString() && OffsetDateTime.parse(value.asString()).getYear() > 2000;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isAddress(JsonNode value) {
        try {
            return isText(value, 2082) && new URI(value.asString()).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
