// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.epaybl;

import de.ozgkit.testkit.PeerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What ePayBL's services answer, in the words of each profile. */
public final class SoapReply {

    /** The code of success. */
    public static final String WELL = "0";

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" \
            xmlns:ep="http://www.bff.bund.de/ePayment"><soapenv:Body%s>""";
    private static final String STYLE = " soapenv:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"";
    private static final String TAIL = "</soapenv:Body></soapenv:Envelope>";

    private final boolean encoded;

    public SoapReply(boolean encoded) {
        this.encoded = encoded;
    }

    /**
     * An answer.
     *
     * @param code {@link #WELL} or that of a complaint
     * @param bare whether the result is the whole answer
     * @param more beside the result, made by {@link #value} and {@link #group}
     */
    public PeerResponse answer(String operation, String code, boolean bare, String more) {
        String wrapper = encoded ? "return" : operation + "Return";
        String result = result(code);
        String content = bare ? result : group("ergebnis", "Ergebnis", result) + more;
        return xml(
                200,
                "<ep:" + operation + "Response>"
                        + group(wrapper, bare ? "Ergebnis" : "BuchungsListeErgebnis", content)
                        + "</ep:" + operation + "Response>");
    }

    private String result(String code) {
        boolean well = code.equals(WELL);
        String words = value("code", "string", code) + value("kurzText", "string", well ? "OK" : "Abgelehnt");
        return value("istOk", "boolean", Boolean.toString(well)) + (encoded ? words : "<text>" + words + "</text>");
    }

    /** One value; what is empty is written as nil. */
    public String value(String name, String type, String text) {
        if (text.isEmpty()) {
            return "<" + name + " xsi:nil=\"true\"/>";
        }
        return "<" + name + typed("xsd:" + type) + ">"
                + text.replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
    }

    /** Several amounts. */
    public String amounts(Map<String, String> amounts) {
        StringBuilder all = new StringBuilder();
        amounts.forEach((name, amount) -> all.append(value(name, "decimal", amount)));
        return all.toString();
    }

    /** What holds others. */
    public String group(String name, String type, String content) {
        return "<" + name + typed("ep:" + type) + ">" + content + "</" + name + ">";
    }

    private String typed(String type) {
        return encoded ? " xsi:type=\"" + type + "\"" : "";
    }

    /** A fault of SOAP. */
    public PeerResponse fault(String who, String text) {
        return xml(
                500,
                "<soapenv:Fault><faultcode>soapenv:" + who + "</faultcode><faultstring>" + text
                        + "</faultstring></soapenv:Fault>");
    }

    private PeerResponse xml(int status, String body) {
        String message = HEAD.formatted(encoded ? STYLE : "") + body + TAIL;
        return PeerResponse.of("text/xml; charset=utf-8", message.getBytes(StandardCharsets.UTF_8))
                .withStatus(status);
    }
}
