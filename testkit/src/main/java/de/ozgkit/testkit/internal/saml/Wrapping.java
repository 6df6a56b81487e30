// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.testkit.ResponseDefect;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signature wrapping: the signed element is kept somewhere, so that its signature stays right, while a forged copy takes its place.
 * Numbered as in the literature (Somorovsky and others, "On Breaking SAML", USENIX Security 2012, and the tool SAML Raider).
 */
final class Wrapping {

    private Wrapping() {}

    static void add(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.XSW_1, response(onElement((forged, original) -> object(signature(forged), original))));
        recipes.put(
                ResponseDefect.XSW_2,
                response(onElement((forged, original) -> forged.insertBefore(original, signature(forged)))));
        recipes.put(
                ResponseDefect.XSW_3,
                draft -> draft.encrypted = genuine -> draft.sealing.seal(forged(draft)) + genuine);
        recipes.put(
                ResponseDefect.XSW_4,
                assertion(onElement(
                        (forged, original) -> {
                            forged.removeChild(signature(forged));
                            forged.appendChild(original);
                        },
                        true)));
        recipes.put(ResponseDefect.XSW_5, assertion(onElement((forged, original) -> forged.appendChild(original))));
        recipes.put(ResponseDefect.XSW_6, assertion(onElement((forged, original) -> signature(forged)
                .appendChild(original))));
        recipes.put(
                ResponseDefect.XSW_7,
                draft -> draft.response = xml -> xml.replace(
                        "<saml2p:Status>",
                        "<saml2p:Extensions>" + forged(draft) + "</saml2p:Extensions><saml2p:Status>"));
        recipes.put(
                ResponseDefect.XSW_8, assertion(onElement((forged, original) -> object(signature(forged), original))));
        recipes.put(ResponseDefect.XSW_9, assertion(onElement(Wrapping::advice)));
    }

    private static Consumer<Draft> response(UnaryOperator<String> wrap) {
        return draft -> draft.responseSigned = wrap;
    }

    private static Consumer<Draft> assertion(UnaryOperator<String> wrap) {
        return draft -> draft.assertionSigned = wrap;
    }

    private static void advice(Element forged, Element original) {
        Element advice = forged.getOwnerDocument().createElementNS(Saml.SAML, "saml2:Advice");
        advice.appendChild(original);
        forged.insertBefore(
                advice, Saml.child(forged, Saml.SAML, "AuthnStatement").orElseThrow());
    }

    private static UnaryOperator<String> onElement(BiConsumer<Element, Element> wrap) {
        return onElement(wrap, false);
    }

    /**
     * Forges a copy of the signed element, with an id of its own and the original's signature, and hides the original in it.
     *
     * @param originalSigned whether the hidden original keeps its signature
     */
    private static UnaryOperator<String> onElement(BiConsumer<Element, Element> wrap, boolean originalSigned) {
        return xml -> {
            Element original = Saml.parse(xml);
            Document document = original.getOwnerDocument();
            Element forged = (Element) original.cloneNode(true);
            forged.setAttribute("ID", "_" + UUID.randomUUID());
            if (!originalSigned) {
                original.removeChild(signature(original));
            }
            document.replaceChild(forged, original);
            wrap.accept(forged, original);
            return Saml.text(forged).replace(">ERIKA<", ">EVE<");
        };
    }

    private static String forged(Draft draft) {
        String id = draft.assertionId;
        draft.assertionId = "_" + UUID.randomUUID();
        String xml = draft.assertionXml().replace(">ERIKA<", ">EVE<");
        draft.assertionId = id;
        return xml;
    }

    private static void object(Element signature, Element original) {
        Element object = signature.getOwnerDocument().createElementNS(Saml.DS, "ds:Object");
        object.appendChild(original);
        signature.appendChild(object);
    }

    private static Element signature(Element signed) {
        return Saml.child(signed, Saml.DS, "Signature").orElseThrow();
    }
}
