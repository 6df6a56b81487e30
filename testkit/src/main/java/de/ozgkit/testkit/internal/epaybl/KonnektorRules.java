// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.epaybl;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a Konnektor understands; where nobody knows, the strict side. */
public final class KonnektorRules {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> CLAIM = Set.of(
            "kassenzeichennummer",
            "faelligkeitsdatum",
            "waehrungskennzeichen",
            "kennzeichenMahnverfahren",
            "transaktionsnummer",
            "zahlverfahrencodes",
            "buchungen",
            "beschreibung",
            "kunde",
            "buchungslistenparameter",
            "fachverfahrendaten",
            "zahltyp",
            "betrag");
    private static final Set<String> BOOKING =
            Set.of("bruttobetrag", "nettobetrag", "steuerbetrag", "id", "buchungstext", "kontierung");
    private static final Set<String> CUSTOMER = Set.of("name", "vorname", "typ", "kundennummer", "firmenkunde");
    private static final Set<String> ADDRESSES = Set.of("notifyUrl", "successUrl", "errorUrl", "cancelUrl");
    private static final Pattern DUE =
            Pattern.compile("[0-3][0-9]\\.[01][0-9]\\.20[0-9]{2} [0-2][0-9]:[0-5][0-9]:[0-5][0-9]");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,30}");
    private static final Pattern BOOKED = Pattern.compile("[A-Z0-9,.:/+&*$%\u00c4\u00d6\u00dc\u00df -]+");

    private final Set<String> methods;
    private final Set<String> released;

    /**
     * @param methods codes of the ways to pay
     * @param released budget items that may be booked; all if empty
     */
    public KonnektorRules(Set<String> methods, Set<String> released) {
        this.methods = Set.copyOf(methods);
        this.released = Set.copyOf(released);
    }

    /** The claim, if it is JSON with the names that are known. */
    public static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The code of what is wrong, if anything. */
    public Optional<String> fault(JsonNode claim) {
        if (!CLAIM.equals(Set.copyOf(claim.propertyNames())) || !isCustomer(claim) || !leadsBack(claim)) {
            return Optional.of("-0501");
        }
        if (!claim.path("waehrungskennzeichen").asString("").equals("EUR")) {
            return Optional.of("-0514");
        }
        if (!NUMBER.matcher(claim.path("transaktionsnummer").asString("")).matches()) {
            return Optional.of("-0530");
        }
        if (!DUE.matcher(claim.path("faelligkeitsdatum").asString("")).matches()) {
            return Optional.of("-0508");
        }
        if (!claim.path("kennzeichenMahnverfahren").asString("").matches("[0-9]{1,5}")) {
            return Optional.of("-0504");
        }
        JsonNode codes = claim.path("zahlverfahrencodes");
        if (codes.isEmpty() || !codes.valueStream().allMatch(code -> methods.contains(code.asString("")))) {
            return Optional.of("-0507");
        }
        return money(claim);
    }

    private Optional<String> money(JsonNode claim) {
        JsonNode bookings = claim.path("buchungen");
        if (!bookings.isArray() || bookings.isEmpty() || bookings.size() > 99) {
            return Optional.of("-0505");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode booking : bookings) {
            Optional<String> fault = booking(booking);
            if (fault.isPresent()) {
                return fault;
            }
            sum = sum.add(booking.path("bruttobetrag").decimalValue());
        }
        if (!isMoney(claim.path("betrag"))) {
            return Optional.of("-0525");
        }
        if (sum.signum() <= 0) {
            return Optional.of("-0503");
        }
        return sum.compareTo(claim.path("betrag").decimalValue()) == 0 ? Optional.empty() : Optional.of("-0506");
    }

    private Optional<String> booking(JsonNode booking) {
        if (!BOOKING.equals(Set.copyOf(booking.propertyNames()))
                || !isMoney(booking.path("bruttobetrag"))
                || !isMoney(booking.path("nettobetrag"))
                || !isMoney(booking.path("steuerbetrag"))) {
            return Optional.of("-0601");
        }
        BigDecimal parts = booking.path("nettobetrag")
                .decimalValue()
                .add(booking.path("steuerbetrag").decimalValue());
        if (parts.compareTo(booking.path("bruttobetrag").decimalValue()) != 0) {
            return Optional.of("-0602");
        }
        return text(
                booking.path("buchungstext").asString(""),
                booking.path("kontierung").path("haushaltstelle").asString(""),
                booking.path("kontierung").path("objektnummer").asString(""));
    }

    private Optional<String> text(String text, String item, String object) {
        return booked(text, item, object, released);
    }

    /** What is wrong with text and place of a booking, if anything. */
    static Optional<String> booked(String text, String item, String object, Set<String> released) {
        if (text.isEmpty() || text.length() > 21) {
            return Optional.of("-0609");
        }
        if (!BOOKED.matcher(text).matches()) {
            return Optional.of("-0610");
        }
        if (!item.matches("[A-Za-z0-9.]{1,10}")) {
            return Optional.of("-0604");
        }
        if (!object.matches("[A-Za-z0-9.]{1,10}")) {
            return Optional.of("-0605");
        }
        return released.isEmpty() || released.contains(item) ? Optional.empty() : Optional.of("-0611");
    }

    private static boolean isCustomer(JsonNode claim) {
        JsonNode customer = claim.path("kunde");
        return CUSTOMER.equals(Set.copyOf(customer.propertyNames()))
                && customer.path("typ").asString("").equals("TEMPORAER")
                && !customer.path("name").asString("").isBlank()
                && NUMBER.matcher(customer.path("kundennummer").asString("")).matches()
                && claim.path("zahltyp").asString("").equals("PAYPAGE");
    }

    private static boolean leadsBack(JsonNode claim) {
        JsonNode addresses = claim.path("fachverfahrendaten");
        return ADDRESSES.equals(Set.copyOf(addresses.propertyNames()))
                && addresses.valueStream().allMatch(address -> isAddress(address.asString("")));
    }

    static boolean isAddress(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isMoney(JsonNode value) {
        return value.isNumber()
                && value.decimalValue().signum() >= 0
                && value.decimalValue().scale() <= 2
                && value.decimalValue().precision() <= 15;
    }
}
