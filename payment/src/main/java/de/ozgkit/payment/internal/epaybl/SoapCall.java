// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.Money;
import de.ozgkit.core.xml.SafeXml;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A call in SOAP 1.1, made by hand: RPC/encoded is beyond every binding of today, and RPC/literal must be able to leave parts empty (payment
 * notes, 3.2).
 *
 * @param operation its name
 * @param parts in their order, which matters
 */
record SoapCall(String operation, List<Part> parts) {

    static final String EPAYMENT = "http://www.bff.bund.de/ePayment";

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /**
     * A parameter, or a part of one.
     *
     * @param type with its prefix, where types are written
     * @param kind which of the other two counts
     */
    record Part(String name, String type, Kind kind, String text, List<Part> parts) {

        enum Kind {
            TEXT,
            STRUCT,
            LIST,
            NOTHING
        }

        static Part text(String name, String text) {
            return new Part(name, "xsd:string", Kind.TEXT, text, List.of());
        }

        static Part amount(String name, Money amount) {
            return new Part(name, "xsd:decimal", Kind.TEXT, amount.euros().toPlainString(), List.of());
        }

        static Part time(String name, Instant time) {
            String seconds = time.truncatedTo(ChronoUnit.SECONDS).toString();
            return new Part(name, "xsd:dateTime", Kind.TEXT, seconds, List.of());
        }

        static Part struct(String name, String type, List<Part> parts) {
            return new Part(name, "ep:" + type, Kind.STRUCT, "", parts);
        }

        /** A list of structures of one type, written as each profile does. */
        static Part list(String name, String type, List<Part> items) {
            return new Part(name, "ep:" + type, Kind.LIST, "", items);
        }

        static Part nothing(String name) {
            return new Part(name, "xsd:string", Kind.NOTHING, "", List.of());
        }
    }

    static SoapCall of(String operation, Part... parts) {
        return new SoapCall(operation, List.of(parts));
    }

    /** This call with further parameters, as many as the operation has, that have no value. */
    SoapCall andNothing(String... names) {
        List<Part> more = new ArrayList<>(parts);
        for (String name : names) {
            more.add(Part.nothing(name));
        }
        return new SoapCall(operation, Collections.unmodifiableList(more));
    }

    /** @param encoded whether types are written and lists are arrays of SOAP's own, as ePayBL 2.x wants it */
    byte[] bytes(boolean encoded) {
        Document document = SafeXml.newDocument();
        Element envelope = document.createElementNS(SOAP, "soapenv:Envelope");
        document.appendChild(envelope);
        declare(envelope, "soapenv", SOAP);
        declare(envelope, "xsi", XSI);
        declare(envelope, "xsd", XSD);
        declare(envelope, "soapenc", ENCODING);
        declare(envelope, "ep", EPAYMENT);
        Element body = child(envelope, document.createElementNS(SOAP, "soapenv:Body"));
        if (encoded) {
            body.setAttributeNS(SOAP, "soapenv:encodingStyle", ENCODING);
        }
        Element call = child(body, document.createElementNS(EPAYMENT, "ep:" + operation));
        parts.forEach(part -> write(call, part, encoded));
        return bytes(document);
    }

    private static void write(Element parent, Part part, boolean encoded) {
        Element element = child(parent, parent.getOwnerDocument().createElementNS(null, part.name()));
        if (encoded && part.kind() == Part.Kind.LIST) {
            element.setAttributeNS(XSI, "xsi:type", "soapenc:Array");
            element.setAttributeNS(
                    ENCODING,
                    "soapenc:arrayType",
                    part.type() + "[" + part.parts().size() + "]");
        } else if (encoded) {
            element.setAttributeNS(XSI, "xsi:type", part.type());
        }
        switch (part.kind()) {
            case TEXT -> element.setTextContent(part.text());
            case NOTHING -> element.setAttributeNS(XSI, "xsi:nil", "true");
            case STRUCT -> part.parts().forEach(inner -> write(element, inner, encoded));
            case LIST -> part.parts().forEach(item -> write(element, item(part, item, encoded), encoded));
        }
    }

    private static Part item(Part list, Part item, boolean encoded) {
        return new Part(encoded ? "item" : list.name(), list.type(), Part.Kind.STRUCT, "", item.parts());
    }

    private static Element child(Element parent, Element child) {
        parent.appendChild(child);
        return child;
    }

    private static void declare(Element element, String prefix, String namespace) {
        element.setAttributeNS(XMLNS, "xmlns:" + prefix, namespace);
    }

    private static byte[] bytes(Document document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SafeXml.transformerFactory().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("A document of our own can be written", e);
        }
    }

    /** Without the values, since there are names among them. */
    @Override
    public String toString() {
        return "SoapCall[" + operation + "]";
    }
}
