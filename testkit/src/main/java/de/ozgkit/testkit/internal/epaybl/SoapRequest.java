// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.epaybl;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A call of ePayBL's services that has the form of its profile.
 *
 * @param operation its name
 * @param parts its parameters
 */
public record SoapRequest(String operation, List<Element> parts) {

    static final String EPAYMENT = "http://www.bff.bund.de/ePayment";
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** Parameters in their order; by RPC/encoded, what may be left out is left out. */
    private static final Map<String, List<String>> ENCODED = Map.of(
            "isAlive", List.of("mandantNr"),
            "anlegenKunde", List.of("mandantNr", "bewirtschafterNr", "kunde"),
            "loeschenKunde", List.of("mandantNr", "bewirtschafterNr", "EShopKundenNr"),
            "anlegenKassenzeichen", List.of("mandantNr", "eShopKundenNr", "buchungsListe"),
            "lesenKassenzeichenInfo", List.of("mandantNr", "kassenzeichen"),
            "lesenTransaktion", List.of("mandantNr", "eShopTransaktionsNr"));

    private static final List<String> LITERAL_CLAIM =
            List.of("mandantNr", "eShopKundenNr", "buchungsListe", "lieferAdresse", "buchungstext", "zahlverfahren");

    public SoapRequest {
        parts = List.copyOf(parts);
    }

    /** The call, if it is one that the profile knows. */
    public static Optional<SoapRequest> read(byte[] message, boolean encoded) {
        Element envelope;
        try {
            envelope = SafeXml.parse(message).getDocumentElement();
        } catch (OzgException e) {
            return Optional.empty();
        }
        List<Element> inside = children(envelope);
        if (!is(envelope, SOAP, "Envelope") || inside.size() != 1 || !is(inside.get(0), SOAP, "Body")) {
            return Optional.empty();
        }
        Element body = inside.get(0);
        List<Element> calls = children(body);
        boolean style = body.getAttributeNS(SOAP, "encodingStyle").equals(encoded ? ENCODING : "");
        if (calls.size() != 1 || !style || !EPAYMENT.equals(calls.get(0).getNamespaceURI())) {
            return Optional.empty();
        }
        SoapRequest request = new SoapRequest(calls.get(0).getLocalName(), children(calls.get(0)));
        boolean typed = request.parts.stream().allMatch(part -> isTyped(part, encoded));
        return typed && request.names().equals(expected(request.operation, encoded))
                ? Optional.of(request)
                : Optional.empty();
    }

    private static @Nullable List<String> expected(String operation, boolean encoded) {
        boolean whole = !encoded && operation.equals("anlegenKassenzeichen");
        return whole ? LITERAL_CLAIM : ENCODED.get(operation);
    }

    private List<String> names() {
        return parts.stream().map(Element::getLocalName).toList();
    }

    /** By RPC/encoded everything has a type, by RPC/literal nothing; names have no namespace. */
    private static boolean isTyped(Element element, boolean encoded) {
        boolean typed = element.hasAttributeNS(XSI, "type")
                || element.getAttributeNS(XSI, "nil").equals("true");
        return element.getNamespaceURI() == null
                && (encoded ? typed : !element.hasAttributeNS(XSI, "type"))
                && children(element).stream().allMatch(child -> isTyped(child, encoded));
    }

    /** The text of a parameter, or of what is in it. */
    public String text(String... names) {
        List<Element> level = parts;
        String text = "";
        for (String name : names) {
            Optional<Element> found = level.stream()
                    .filter(element -> element.getLocalName().equals(name))
                    .findFirst();
            text = found.map(Element::getTextContent).orElse("").strip();
            level = found.map(SoapRequest::children).orElse(List.of());
        }
        return text;
    }

    /** The bookings, if their list is one of the profile. */
    public List<Element> bookings(boolean encoded) {
        Optional<Element> list = parts.stream()
                .filter(part -> part.getLocalName().equals("buchungsListe"))
                .flatMap(part -> children(part).stream())
                .filter(part -> part.getLocalName().equals("buchungen"))
                .findFirst();
        List<Element> items = list.map(SoapRequest::children).orElse(List.of());
        boolean form = encoded
                ? list.filter(array ->
                                array.getAttributeNS(ENCODING, "arrayType").equals("ep:Buchung[" + items.size() + "]"))
                        .isPresent()
                : items.stream().allMatch(item -> item.getLocalName().equals("buchungen"));
        return form ? items : List.of();
    }

    /** The text of the first booking, which the payer reads. */
    public String purpose(boolean encoded) {
        return bookings(encoded).stream()
                .map(booking -> text(booking, "buchungstext"))
                .findFirst()
                .orElse("");
    }

    static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
