// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.girocheckout;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What GiroCheckout understands; where the notes leave something open, the strict side. */
public final class GcRules {

    /** All is well. */
    public static final int WELL = 0;

    private static final int MISSING = 5003;
    private static final int UNKNOWN_FIELD = 5004;

    /** One of the calls: its fields in the order of the hash, and which of them it needs. */
    public enum Call {
        START(
                "merchantId! projectId! merchantTxId! amount! currency! purpose! type locale mobile pkn recurring indicator"
                        + " urlRedirect! urlNotify! tds2Address tds2Postcode tds2City tds2Country tds2Optional kassenzeichen pptoken"),
        PAGE(
                "merchantId! projectId! merchantTxId! amount! currency! purpose! description pagetype expirydate single timeout"
                        + " type locale paymethods payprojects organization freeamount fixedvalues minamount maxamount orderid"
                        + " projectlist pkn test! certdata otherpayments successUrl backUrl failUrl notifyUrl tds2Address"
                        + " tds2Postcode tds2City tds2Country tds2Optional mandateReference mandateSignedOn"
                        + " mandateReceiverName mandateSequence informationText kassenzeichen qrcodeReturn billingAddress"
                        + " shippingAddress customerInfo basket"),
        STATUS("merchantId! projectId! reference! txreference"),
        REFUND("merchantId! projectId! merchantTxId! amount! currency! purpose reference! txreference kassenzeichen");

        private final List<String> fields;

        Call(String fields) {
            this.fields = List.of(fields.split(" "));
        }

        /** The names in the order of the hash. */
        public List<String> order() {
            return fields.stream().map(name -> name.replace("!", "")).toList();
        }

        private List<String> required() {
            return fields.stream()
                    .filter(name -> name.endsWith("!"))
                    .map(name -> name.substring(0, name.length() - 1))
                    .toList();
        }
    }

    /** What a value has to be, and the code for one that is not. */
    private record Rule(int code, Predicate<String> right) {}

    private static final Rule NO_RULE = new Rule(WELL, value -> true);
    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    static {
        RULES.put("merchantId", matching(5020, "[0-9]{1,10}"));
        RULES.put("projectId", matching(5021, "[0-9]{1,10}"));
        RULES.put("merchantTxId", matching(5022, "[A-Za-z0-9._-]{1,255}"));
        RULES.put("amount", matching(5030, "[1-9][0-9]{0,9}"));
        RULES.put("currency", matching(5033, "EUR"));
        RULES.put("purpose", matching(5023, "[A-Za-z0-9 /?:().,'+-]{1,27}"));
        RULES.put("kassenzeichen", matching(5116, "[^\\p{Cntrl}]{1,99}"));
        RULES.put("urlRedirect", new Rule(5055, GcRules::isAddress));
        RULES.put("urlNotify", new Rule(5056, GcRules::isAddress));
        RULES.put("backUrl", new Rule(5117, GcRules::isAddress));
        RULES.put("failUrl", new Rule(5118, GcRules::isAddress));
        RULES.put("successUrl", new Rule(5119, GcRules::isAddress));
        RULES.put("notifyUrl", new Rule(5120, GcRules::isAddress));
        RULES.put("timeout", matching(5104, "[0-9]{1,6}"));
        RULES.put("test", matching(UNKNOWN_FIELD, "[01]"));
    }

    private GcRules() {}

    private static Rule matching(int code, String expression) {
        Pattern pattern = Pattern.compile(expression);
        return new Rule(code, value -> pattern.matcher(value).matches());
    }

    /**
     * The code of what is wrong with a form, its hash left aside; {@link #WELL} if nothing is.
     *
     * @param body as it was sent: the hash stands at its end
     */
    public static int fault(Call call, Map<String, String> form, String body) {
        boolean known = form.keySet().stream()
                .allMatch(name -> name.equals("hash") || call.order().contains(name));
        if (!known || !body.substring(body.lastIndexOf('&') + 1).startsWith("hash=")) {
            return UNKNOWN_FIELD;
        }
        if (!form.keySet().containsAll(call.required()) || form.containsValue("")) {
            return MISSING;
        }
        return call.order().stream()
                .filter(form::containsKey)
                .map(name -> fault(name, form.getOrDefault(name, "")))
                .filter(code -> code != WELL)
                .findFirst()
                .orElse(WELL);
    }

    private static int fault(String name, String value) {
        Rule rule = RULES.getOrDefault(name, NO_RULE);
        return rule.right().test(value) ? WELL : rule.code();
    }

    private static boolean isAddress(String url) {
        try {
            return new URI(url).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
