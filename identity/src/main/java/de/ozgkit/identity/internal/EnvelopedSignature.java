// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.SamlKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Signs a message of ours with a key that need not be shown, which the XML Signature engine cannot do. Source: XML Signature 1.1; SAML 2.0
 * core 5.4.
 */
final class EnvelopedSignature {

    static {
        org.apache.xml.security.Init.init();
    }

    private EnvelopedSignature() {}

    /** Puts a signature of the whole element, which has an id and begins with its Issuer, behind that Issuer. */
    static void sign(Element message, SamlKey key, String algorithm) {
        String xml = SIGNATURE.formatted(
                Names.DS,
                Algorithms.EXCLUSIVE_C14N,
                algorithm,
                message.getAttribute("ID"),
                Names.DS,
                Algorithms.EXCLUSIVE_C14N,
                Algorithms.SHA256,
                base64(sha256(canonical(message))));
        Element signature =
                SafeDom.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
        Element info = SafeDom.child(signature, Names.DS, "SignedInfo").orElseThrow();
        Element value = SafeDom.child(signature, Names.DS, "SignatureValue").orElseThrow();
        value.setTextContent(base64(RawSignature.sign(key, algorithm, canonical(info))));
        Node issuer = SafeDom.child(message, Names.SAML, "Issuer").orElseThrow();
        message.insertBefore(message.getOwnerDocument().importNode(signature, true), issuer.getNextSibling());
    }

    private static byte[] canonical(Element element) {
        var out = new ByteArrayOutputStream();
        try {
            Canonicalizer.getInstance(Algorithms.EXCLUSIVE_C14N).canonicalizeSubtree(element, out);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("a message of our own cannot be canonicalised", e);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static final String SIGNATURE =
            """
            <ds:Signature xmlns:ds="%s"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="%s"/>\
            <ds:SignatureMethod Algorithm="%s"/><ds:Reference URI="#%s"><ds:Transforms>\
            <ds:Transform Algorithm="%senveloped-signature"/><ds:Transform Algorithm="%s"/></ds:Transforms>\
            <ds:DigestMethod Algorithm="%s"/><ds:DigestValue>%s</ds:DigestValue></ds:Reference></ds:SignedInfo>\
            <ds:SignatureValue/></ds:Signature>""";
}
