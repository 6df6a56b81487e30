// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpAnswer;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GiroCheckout answers. Whatever is not as expected reads as missing.
 *
 * @param status the HTTP status
 * @param signed whether there is a hash
 * @param genuine whether the hash fits
 */
record GcAnswer(int status, boolean signed, boolean genuine, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("[0-9]{1,5}");
    private static final Pattern CENTS = Pattern.compile("[1-9][0-9]{0,11}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** Checks the hash before anything is read. */
    static GcAnswer of(HttpAnswer answer, GcHash hash) {
        Optional<String> given = answer.header("hash");
        byte[] body = answer.body();
        boolean genuine = given.filter(text -> hash.fits(body, text)).isPresent();
        return new GcAnswer(answer.status(), given.isPresent(), genuine && answer.ok(), object(body));
    }

    /** The code of the call, 0 if all is well, -1 if there is none. */
    int rc() {
        return code("rc").orElse(-1);
    }

    /** The code of the payment. */
    Optional<Integer> result() {
        return code("resultPayment");
    }

    /** The platform's number, if it is one. */
    Optional<String> reference() {
        return text("reference").filter(GcAnswer::isReference);
    }

    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    Optional<Money> amount() {
        return text("amount")
                .filter(cents -> CENTS.matcher(cents).matches())
                .map(cents -> Money.cents(Long.parseLong(cents)));
    }

    /** Whether the answer has this text or number, or none of that name. */
    boolean agrees(String name, String expected) {
        return hasNo(name) || has(name, expected);
    }

    /** Whether the answer has nothing of that name. */
    boolean hasNo(String name) {
        JsonNode value = body.path(name);
        return value.isMissingNode()
                || value.isNull()
                || value.isString() && value.asString().isBlank();
    }

    /** Whether the answer has this text or number. */
    boolean has(String name, String expected) {
        return text(name).filter(expected::equals).isPresent();
    }

    Optional<String> text(String name) {
        JsonNode value = body.path(name);
        boolean told = (value.isString() || value.isIntegralNumber()) && !hasNo(name);
        return told ? Optional.of(value.asString()) : Optional.empty();
    }

    private Optional<Integer> code(String name) {
        return text(name).filter(code -> CODE.matcher(code).matches()).map(Integer::valueOf);
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree.isObject() ? tree : JSON.createObjectNode();
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "GcAnswer[" + status + "]";
    }
}
