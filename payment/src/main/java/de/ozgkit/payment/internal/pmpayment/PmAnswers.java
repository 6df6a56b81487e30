// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.pmpayment;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what pmPayment answers. Whatever is not as expected reads as empty. */
final class PmAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PmAnswers() {}

    /**
     * The answer to a start call.
     *
     * @param url of the payment page, not checked
     * @param txid under which pmPayment knows the attempt
     */
    record Started(String url, String txid) {}

    static Optional<Started> started(byte[] body) {
        JsonNode answer = object(body);
        Optional<String> url = text(answer, "url");
        Optional<String> txid = text(answer, "txid");
        return url.isPresent() && txid.isPresent() ? Optional.of(new Started(url.get(), txid.get())) : Optional.empty();
    }

    /** The status, which some versions write as a number and others as text. */
    static Optional<String> status(byte[] body) {
        JsonNode status = object(body).path("status");
        return status.isIntegralNumber() || status.isString()
                ? Optional.of(status.asString().strip())
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode answer, String name) {
        JsonNode value = answer.path(name);
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
