// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import de.ozgkit.payment.Position;
import de.ozgkit.payment.internal.SepaText;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import de.ozgkit.payment.spi.RefundRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms that are sent, signed. */
final class GcForms {

    static final String KASSENZEICHEN = "kassenzeichen";

    private static final int LONGEST_PURPOSE = 27;
    private static final int LONGEST_KASSENZEICHEN = 99;

    private final GcSettings settings;
    private final GcHash hash;

    GcForms(GcSettings settings, GcHash hash) {
        this.settings = settings;
        this.hash = hash;
    }

    /** The call that opens the attempt; empty if its positions have several Kassenzeichen or one that cannot be sent. */
    Optional<Map<String, String>> start(InitiationRequest request) {
        PaymentAttempt attempt = request.attempt();
        List<String> numbers = attempt.positions().stream()
                .map(this::kassenzeichen)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (numbers.size() > 1 || !numbers.stream().allMatch(GcForms::isKassenzeichen)) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>(settings.parameters());
        fields.put("merchantTxId", attempt.reference());
        fields.put("amount", Long.toString(attempt.amount().cents()));
        fields.put("currency", "EUR");
        fields.put("purpose", SepaText.of(attempt.purpose(), LONGEST_PURPOSE, "Gebuehr"));
        numbers.forEach(number -> fields.put(KASSENZEICHEN, number));
        String back = request.returnTo().toString();
        String news = request.notifyAt().toString();
        if (settings.page()) {
            fields.putIfAbsent("type", "SALE");
            fields.putIfAbsent("test", "0");
            fields.put("successUrl", back);
            fields.put("backUrl", back);
            fields.put("failUrl", back);
            fields.put("notifyUrl", news);
            return Optional.of(signed(GcCall.PAGE, fields));
        }
        fields.put("urlRedirect", back);
        fields.put("urlNotify", news);
        return Optional.of(signed(GcCall.START, fields));
    }

    private Optional<String> kassenzeichen(Position position) {
        return Optional.ofNullable(position.accounting().get(KASSENZEICHEN)).or(settings::kassenzeichen);
    }

    static boolean isKassenzeichen(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_KASSENZEICHEN
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    Map<String, String> status(String reference, Optional<String> payment) {
        Map<String, String> fields = new HashMap<>(Map.of("reference", reference));
        payment.ifPresent(number -> fields.put("txreference", number));
        return signed(GcCall.STATUS, fields);
    }

    Map<String, String> refund(RefundRequest request, String reference, Optional<String> payment) {
        Map<String, String> fields = new HashMap<>();
        fields.put("merchantTxId", request.id().reference());
        fields.put("amount", Long.toString(request.amount().cents()));
        fields.put("currency", "EUR");
        fields.put("purpose", SepaText.of(request.reason(), LONGEST_PURPOSE, "Erstattung"));
        fields.put("reference", reference);
        payment.ifPresent(number -> fields.put("txreference", number));
        return signed(GcCall.REFUND, fields);
    }

    /** In the order of the hash, which comes last. */
    private Map<String, String> signed(GcCall call, Map<String, String> fields) {
        fields.put("merchantId", settings.merchantId());
        fields.put("projectId", settings.projectId());
        Map<String, String> form = new LinkedHashMap<>();
        for (String name : call.order()) {
            String value = fields.get(name);
            if (value != null) {
                form.put(name, value);
            }
        }
        form.put("hash", hash.of(call, form));
        return form;
    }
}
