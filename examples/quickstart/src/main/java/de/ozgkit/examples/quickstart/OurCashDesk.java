// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.Money;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Capability;
import de.ozgkit.payment.spi.ConnectorProfile;
import de.ozgkit.payment.spi.Health;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PageHosts;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.PaymentConnector;
import de.ozgkit.payment.spi.ProviderState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Guide, "Write a connector for your platform": one account at an invented cash desk that speaks JSON. */
final class OurCashDesk implements PaymentConnector {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String account;
    private final String secret;
    private final URI base;
    private final HttpGateway http;

    OurCashDesk(String account, String secret, URI base, HttpGateway http) {
        this.account = account;
        this.secret = secret;
        this.base = base;
        this.http = http;
    }

    // tag::profile
    @Override
    public ConnectorProfile profile() {
        return new ConnectorProfile(
                "our-desk",
                "our-desk/" + account, // stored and logged, no secret
                Set.of(Capability.QUERY, Capability.NOTIFY),
                Duration.ofMinutes(30)); // how long a payer may use the page
    }
    // end::profile

    // tag::initiate
    @Override
    public Initiation initiate(InitiationRequest request) {
        PaymentAttempt attempt = request.attempt();
        Map<String, Object> order = Map.of(
                "number", attempt.reference(),
                "cents", attempt.amount().cents(),
                "text", attempt.purpose(),
                "returnTo", request.returnTo().toString(),
                "notifyAt", request.notifyAt().toString());
        HttpAnswer answer;
        try {
            answer = http.send(call(HttpCall.post(base.resolve("/payments")))
                    .body("application/json", JSON.writeValueAsBytes(order)));
        } catch (OzgException e) { // no connection, no answer in time, too large an answer
            return new Initiation.Unknown(e.code());
        }
        if (answer.status() >= 400 && answer.status() < 500) {
            return new Initiation.Rejected("payment.ourdesk.refused"); // nothing can be paid
        }
        JsonNode payment = read(answer);
        if (!isAbout(attempt, payment)) {
            return new Initiation.Unknown("payment.ourdesk.answer"); // it may be open all the same
        }
        Optional<URI> page =
                PageHosts.of(base.getHost()).check(payment.path("page").asString(""));
        return page.isPresent()
                ? Initiation.Redirect.to(page.get(), attempt.reference())
                : new Initiation.Rejected("payment.page.refused");
    }
    // end::initiate

    // tag::query
    @Override
    public ProviderState query(PaymentAttempt attempt) {
        HttpAnswer answer;
        try {
            answer = http.send(call(HttpCall.get(base.resolve("/payments/" + attempt.reference())))
                    .safeToRepeat());
        } catch (OzgException e) {
            return new ProviderState.NoAnswer(e.code());
        }
        JsonNode payment = read(answer);
        if (answer.status() == 404) {
            return new ProviderState.NotFound();
        }
        if (!isAbout(attempt, payment)) {
            return new ProviderState.NoAnswer("payment.ourdesk.answer");
        }
        return switch (payment.path("status").asString("")) {
            case "paid" -> paid(payment.path("cents"));
            case "cancelled" -> ProviderState.Reported.of(PaymentState.CANCELLED);
            case "failed" -> ProviderState.Reported.of(PaymentState.FAILED);
            case "disputed" -> new ProviderState.Unclear("payment.ourdesk.disputed"); // a person has to look
            default -> ProviderState.Reported.of(PaymentState.PENDING); // also for words that are new to us
        };
    }

    /** With the amount that was paid: if it is not the one that was ordered, a person has to look. */
    private static ProviderState paid(JsonNode cents) {
        if (!cents.isIntegralNumber() || !cents.canConvertToLong()) {
            return new ProviderState.NoAnswer("payment.ourdesk.answer");
        }
        return new ProviderState.Reported(
                PaymentState.PAID,
                Optional.empty(),
                Optional.of(Money.cents(cents.asLong())),
                Optional.empty(),
                Optional.empty());
    }
    // end::query

    // tag::callback
    @Override
    public CallbackResult callback(PaymentAttempt attempt, Callback callback) {
        String number = callback.field("number").orElse("");
        String cents = callback.field("cents").orElse("");
        String status = callback.field("status").orElse("");
        byte[] sent = callback.field("signature").orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(secret, number, cents, status).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, sent)) {
            return new CallbackResult.Refused("payment.callback.signature");
        }
        if (!number.equals(attempt.reference())) {
            return new CallbackResult.Refused("payment.callback.mismatch");
        }
        if (!cents.equals(Long.toString(attempt.amount().cents()))) {
            return new CallbackResult.Contradiction("payment.callback.mismatch"); // genuine, but not what we ordered
        }
        boolean finished = !status.equals("open");
        return new CallbackResult.Hint(true, finished, Optional.empty(), Optional.empty());
    }
    // end::callback

    // tag::check
    @Override
    public Health check() {
        try {
            int status = http.send(call(HttpCall.get(base.resolve("/health")))).status();
            return switch (status) {
                case 200 -> Health.ok("The desk answers and knows our account");
                case 401 -> Health.bad("payment.ourdesk.secret", "The desk does not know our secret");
                default -> Health.bad("payment.ourdesk.down", "The desk answers with HTTP status " + status);
            };
        } catch (OzgException e) {
            return Health.bad(e.code(), "The desk does not answer; check the address and the network");
        }
    }
    // end::check

    private HttpCall call(HttpCall call) {
        return call.bearer(secret);
    }

    /** What stands in the answer; an empty object if it is broken. */
    private static JsonNode read(HttpAnswer answer) {
        try {
            JsonNode tree = JSON.readTree(answer.body());
            return answer.ok() && tree.isObject() ? tree : JSON.createObjectNode();
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static boolean isAbout(PaymentAttempt attempt, JsonNode payment) {
        return payment.path("number").asString("").equals(attempt.reference());
    }

    /** HMAC-SHA256 in hexadecimal digits. */
    static String signature(String secret, String number, String cents, String status) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String text = number + "|" + cents + "|" + status;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
