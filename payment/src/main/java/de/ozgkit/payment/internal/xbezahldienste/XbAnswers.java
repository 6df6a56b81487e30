// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import de.ozgkit.core.Money;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a payment service answers. Whatever is not as expected reads as missing. */
final class XbAnswers {

    static final String EURO = "EUR";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final Pattern METHOD = Pattern.compile("[a-z0-9_-]{1,40}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");
    private static final int LONGEST_REFERENCE = 100;

    private XbAnswers() {}

    /** A PaymentTransaction. */
    record Transaction(JsonNode information, JsonNode request) {

        Optional<String> id() {
            return text(information, "transactionId")
                    .filter(id -> ID.matcher(id).matches());
        }

        Optional<String> status() {
            return text(information, "status");
        }

        Optional<String> page() {
            return text(information, "transactionRedirectUrl");
        }

        /** The Kassenzeichen. */
        Optional<String> reference() {
            return text(information, "transactionReference")
                    .filter(reference -> reference.length() <= LONGEST_REFERENCE
                            && reference.codePoints().noneMatch(Character::isISOControl));
        }

        /** How it was paid: the standard's word or, where a service has a newer one, that. */
        Optional<String> method() {
            return text(information, "paymentMethod")
                    .map(method -> method.toLowerCase(Locale.ROOT))
                    .map(method -> METHOD.matcher(method).matches() ? method : "other");
        }

        Optional<Instant> paidAt() {
            return text(information, "transactionTimestamp").flatMap(Transaction::time);
        }

        /** Whether the request in the answer, as far as it is there, is that of the attempt. */
        boolean isAbout(PaymentAttempt attempt) {
            return text(request, "requestId").stream().allMatch(attempt.reference()::equals)
                    && text(request, "currency").stream().allMatch(EURO::equals);
        }

        /** Whether the answer tells an amount that cannot be one. */
        boolean hasBrokenAmount() {
            return isPresent(request.path("grosAmount")) && amount().isEmpty();
        }

        Optional<Money> amount() {
            JsonNode amount = request.path("grosAmount");
            if (!amount.isNumber()) {
                return Optional.empty();
            }
            try {
                return Optional.of(Money.of(amount.decimalValue()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static Optional<Instant> time(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    static Optional<Transaction> transaction(byte[] body) {
        JsonNode answer = object(body);
        JsonNode information = answer.path("paymentInformation");
        return information.isObject()
                ? Optional.of(new Transaction(information, answer.path("paymentRequest")))
                : Optional.empty();
    }

    static Optional<String> functionalCode(byte[] body) {
        return text(object(body), "functionalCode")
                .filter(code -> CODE.matcher(code).matches());
    }

    /** Whether a body is what a status call answers if all is well: nothing, or a problem that is none. */
    static boolean isWell(byte[] body) {
        if (body.length == 0) {
            return true;
        }
        JsonNode answer = object(body);
        JsonNode status = answer.path("status");
        return !answer.isEmpty() && !(status.isIntegralNumber() && status.asInt() >= 400);
    }

    /** A token and the seconds it lives, if told. */
    record Token(String value, Optional<Long> seconds) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Token[" + seconds + "]";
        }
    }

    static Optional<Token> token(byte[] body) {
        JsonNode answer = object(body);
        JsonNode lifetime = answer.path("expires_in");
        Optional<Long> seconds = lifetime.isIntegralNumber() && lifetime.canConvertToLong()
                ? Optional.of(lifetime.asLong())
                : Optional.empty();
        return text(answer, "access_token")
                .filter(token -> token.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .map(token -> new Token(token, seconds));
    }

    private static boolean isPresent(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }

    private static Optional<String> text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() && !value.asString().isBlank() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree.isObject() ? tree : JSON.createObjectNode();
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
