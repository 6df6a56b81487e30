// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a Konnektor answers. Whatever is not as expected reads as missing. */
record KonnektorAnswer(JsonNode root) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern KASSENZEICHEN = Pattern.compile("[A-Za-z0-9._-]{1,99}");

    static KonnektorAnswer read(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return new KonnektorAnswer(tree.isObject() ? tree : JSON.createObjectNode());
        } catch (JacksonException e) {
            return new KonnektorAnswer(JSON.createObjectNode());
        }
    }

    /** Whether it can be put into an address and kept. */
    static boolean isKassenzeichen(String text) {
        return KASSENZEICHEN.matcher(text).matches();
    }

    // of every answer

    private Optional<String> code() {
        return text(root.path("ergebnis"), "rc");
    }

    boolean isWell() {
        return code().filter(code -> code.startsWith("+")).isPresent();
    }

    Optional<EpayCode> complaint() {
        return code().flatMap(EpayCode::of);
    }

    // of the start

    Optional<String> page() {
        return text(root.path("zahlvorgangsInfo").path("rechnungUrls"), "PAYPAGE");
    }

    /** The Kassenzeichen, which is not known to be in this answer, wherever in it. */
    Optional<String> kassenzeichen() {
        return Stream.concat(Stream.of(root), root.valueStream().filter(JsonNode::isObject))
                .flatMap(node -> Stream.of(text(node, "kassenzeichen"), text(node, "kassenzeichennummer")))
                .flatMap(Optional::stream)
                .filter(KonnektorAnswer::isKassenzeichen)
                .findFirst();
    }

    // of the ways to pay

    Set<String> methods() {
        return root.path("zahlverfahren")
                .valueStream()
                .flatMap(method -> text(method, "zahlverfahrencode").stream())
                .collect(Collectors.toSet());
    }

    // of the state

    Optional<String> pageState() {
        return text(more(), "paypagestatus");
    }

    Optional<String> method() {
        return text(more(), "bezahlverfahren");
    }

    /** What is not paid or not booked yet; empty if it is not told, or not as an amount. */
    Optional<Money> balance() {
        return money(more().path("saldo"));
    }

    boolean hasBrokenBalance() {
        JsonNode balance = more().path("saldo");
        return !balance.isMissingNode() && !balance.isNull() && balance().isEmpty();
    }

    /** Whether what the answer tells of the claim is ours; it need not tell anything. */
    boolean isAbout(String number, String kassenzeichen, Money amount) {
        return agrees("transaktionsnummer", number)
                && agrees("kundennummer", number)
                && agrees("kassenzeichennummer", kassenzeichen)
                && agrees("waehrungskennzeichen", "EUR")
                && claims().allMatch(claim -> {
                    JsonNode told = claim.path("betrag");
                    return told.isMissingNode()
                            || told.isNull()
                            || money(told).filter(amount::equals).isPresent();
                });
    }

    private boolean agrees(String name, String ours) {
        return claims().flatMap(claim -> text(claim, name).stream()).allMatch(ours::equals);
    }

    private Stream<JsonNode> claims() {
        return List.of(root.path("kassenzeichen"), more()).stream();
    }

    private JsonNode more() {
        return root.path("kassenzeichen").path("zusatzdaten");
    }

    private static Optional<Money> money(JsonNode value) {
        if (!value.isNumber()) {
            return Optional.empty();
        }
        try {
            BigDecimal euros = value.decimalValue();
            return euros.precision() - euros.scale() > 15 ? Optional.empty() : Optional.of(Money.of(euros));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString()
                ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
