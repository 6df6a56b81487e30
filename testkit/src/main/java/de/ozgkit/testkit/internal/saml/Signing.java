// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import java.security.Key;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.transforms.params.InclusiveNamespaces;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Signs elements as they stand, whether they are built as SAML asks or not: even a broken message must be able to bear a right signature. */
final class Signing {

    private Signing() {}

    /** The message as text with an enveloped signature after its issuer. */
    static String sign(String xml, SigningKey key) {
        Element root = Saml.parse(xml);
        sign(root, key);
        return Saml.text(root);
    }

    /** Signs an element where it stands in its document. */
    static void sign(Element element, SigningKey key) {
        Document document = element.getOwnerDocument();
        String id = element.getAttribute("ID");
        if (!id.isEmpty()) {
            element.setIdAttribute("ID", true);
        }
        try {
            var signature = new XMLSignature(document, "", key.algorithm(), key.canonicalisation());
            Optional<Element> issuer = Saml.child(element, Saml.SAML, "Issuer");
            Node next = issuer.isPresent() ? issuer.get().getNextSibling() : element.getFirstChild();
            element.insertBefore(signature.getElement(), next);
            signature.addDocument(id.isEmpty() ? "" : "#" + id, transforms(document), key.digest());
            signature.addKeyInfo(key.shown());
            signature.sign(secret(key));
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("the mock cannot sign", e);
        }
    }

    private static Transforms transforms(Document document) throws XMLSecurityException {
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
        // The types of values are names with the prefix xsd, which canonicalisation would not see.
        transforms.addTransform(Saml.EXCLUSIVE, new InclusiveNamespaces(document, "xsd").getElement());
        return transforms;
    }

    private static Key secret(SigningKey key) {
        return SigningKey.HMAC_SHA256.equals(key.algorithm())
                ? new SecretKeySpec(key.key().certificate().getPublicKey().getEncoded(), "HmacSHA256")
                : key.key().privateKey();
    }
}
