// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.SIGNATURE_INVALID;
import static de.ozgkit.identity.LoginFailure.SIGNATURE_MISSING;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.SamlKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.utils.UnsyncByteArrayOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The one form of XML Signature that SAML allows: a signature inside of the element that it signs as a whole. What is verified is the very
 * element that is read afterwards; no id is looked up, no address followed, no key in the message believed. Source: XML Signature 1.1; SAML
 * 2.0 core 5.4.
 */
final class EnvelopedSignature {

    static {
        org.apache.xml.security.Init.init();
    }

    private static final String ENVELOPED = Names.DS + "enveloped-signature";
    private static final Set<List<String>> TRANSFORMS =
            Set.of(List.of(ENVELOPED), List.of(ENVELOPED, Algorithms.EXCLUSIVE_C14N));

    /** Digests of nothing by SHA-256, SHA-384, SHA-512 and SHA-1: what a canonicalisation that failed silently leaves. */
    private static final Set<String> OF_NOTHING = Set.of(
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb",
            "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
            "2jmj7l5rSw0yVb/vlWAYkK/YBwk=");

    private EnvelopedSignature() {}

    /** Puts a signature of the whole element, which has an id and begins with its Issuer, behind that Issuer, and writes it all. */
    static byte[] sign(Element message, SamlKey key, String algorithm) {
        String xml = SIGNATURE.formatted(
                Names.DS,
                Algorithms.EXCLUSIVE_C14N,
                algorithm,
                message.getAttribute("ID"),
                Names.DS,
                Algorithms.EXCLUSIVE_C14N,
                Algorithms.SHA256,
                base64(RawSignature.digest(Algorithms.SHA256, canonical(message, Algorithms.EXCLUSIVE_C14N, ""))));
        Element signature = SafeDom.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
        Element info = SafeDom.child(signature, Names.DS, "SignedInfo").orElseThrow();
        Element value = SafeDom.child(signature, Names.DS, "SignatureValue").orElseThrow();
        value.setTextContent(base64(RawSignature.sign(key, algorithm, canonical(info, Algorithms.EXCLUSIVE_C14N, ""))));
        Node issuer = SafeDom.child(message, Names.SAML, "Issuer").orElseThrow();
        message.insertBefore(message.getOwnerDocument().importNode(signature, true), issuer.getNextSibling());
        return canonical(message, Algorithms.EXCLUSIVE_C14N, "");
    }

    /**
     * The certificate whose key signed the whole element. The reader of a verified element must not look into its signature.
     *
     * @throws RejectedException with the class {@code SIGNATURE_MISSING}, {@code SIGNATURE_INVALID} or {@code ALGORITHM_FORBIDDEN}
     */
    static X509Certificate verify(Element message, List<X509Certificate> certificates) {
        return verify(message, certificates, Admitted.STRICT);
    }

    /** The same with what this account may do besides. */
    static X509Certificate verify(Element message, List<X509Certificate> certificates, Admitted admitted) {
        List<Element> found = SafeDom.children(message, Names.DS, "Signature");
        Reject.unless(!found.isEmpty(), SIGNATURE_MISSING, "the account must sign this message");
        Reject.unless(found.size() == 1, SIGNATURE_INVALID, "there is more than one signature");
        Element signature = found.get(0);
        String algorithm = checkForm(message, signature, admitted);
        Element info = Read.part(signature, Names.DS, "SignedInfo");
        byte[] signed = canonical(info, Read.part(info, Names.DS, "CanonicalizationMethod"));
        byte[] value = decoded(Read.part(signature, Names.DS, "SignatureValue"));
        X509Certificate signer = certificates.stream()
                .filter(one -> RawSignature.verifies(one.getPublicKey(), algorithm, signed, value))
                .findFirst()
                .orElseThrow(() -> Reject.as(
                        SIGNATURE_INVALID,
                        "the signature fits none of the " + certificates.size()
                                + " certificates of the account; if it has a new one, fetch its metadata again"));
        requireUnchanged(message, signature, Read.part(info, Names.DS, "Reference"));
        return signer;
    }

    private static String checkForm(Element message, Element signature, Admitted admitted) {
        Element info = SafeDom.child(signature, Names.DS, "SignedInfo").orElseThrow(EnvelopedSignature::malformed);
        List<Element> references = SafeDom.children(info, Names.DS, "Reference");
        String id = message.getAttribute("ID");
        Reject.unless(
                names(signature).matches("SignedInfo SignatureValue (KeyInfo )?")
                        && names(info).equals("CanonicalizationMethod SignatureMethod Reference ")
                        && !id.isEmpty()
                        && references.get(0).getAttribute("URI").equals("#" + id)
                        && names(references.get(0)).equals("Transforms DigestMethod DigestValue "),
                SIGNATURE_INVALID,
                "the signature does not sign the element in which it stands, and that alone");
        SafeDom.children(info).forEach(part -> Algorithms.check(part, admitted));
        checkReference(references.get(0), admitted);
        return Read.part(info, Names.DS, "SignatureMethod").getAttribute("Algorithm");
    }

    private static void checkReference(Element reference, Admitted admitted) {
        SafeDom.children(reference).forEach(part -> Algorithms.check(part, admitted));
        List<Element> transforms = SafeDom.children(Read.part(reference, Names.DS, "Transforms"));
        transforms.forEach(transform -> Algorithms.check(transform, admitted));
        Reject.unless(
                transforms.stream().allMatch(each -> SafeDom.is(each, Names.DS, "Transform"))
                        && TRANSFORMS.contains(transforms.stream()
                                .map(each -> each.getAttribute("Algorithm"))
                                .toList()),
                SIGNATURE_INVALID,
                "the transforms are not the enveloped signature and the exclusive canonicalisation");
        String digest =
                Read.part(reference, Names.DS, "DigestValue").getTextContent().replaceAll("\\s", "");
        Reject.unless(
                !digest.isEmpty() && !OF_NOTHING.contains(digest), SIGNATURE_INVALID, "the signature signs nothing");
    }

    private static String names(Element parent) {
        return SafeDom.children(parent).stream()
                .map(child -> (Names.DS.equals(child.getNamespaceURI()) ? child.getLocalName() : "other") + " ")
                .collect(Collectors.joining());
    }

    /** The digest of the element without its signature, which is what the transform means, is the one that was signed. */
    private static void requireUnchanged(Element message, Element signature, Element reference) {
        Node next = signature.getNextSibling();
        message.removeChild(signature);
        byte[] content;
        try {
            content = canonical(message, last(SafeDom.children(Read.part(reference, Names.DS, "Transforms"))));
        } finally {
            message.insertBefore(signature, next);
        }
        String algorithm = Read.part(reference, Names.DS, "DigestMethod").getAttribute("Algorithm");
        Reject.unless(
                MessageDigest.isEqual(
                        RawSignature.digest(algorithm, content),
                        decoded(Read.part(reference, Names.DS, "DigestValue"))),
                SIGNATURE_INVALID,
                "the message was changed after it was signed");
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static byte[] decoded(Element value) {
        try {
            return Base64.getDecoder().decode(value.getTextContent().replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw Reject.as(SIGNATURE_INVALID, "a value of the signature is not base64");
        }
    }

    private static RuntimeException malformed() {
        return Reject.as(SIGNATURE_INVALID, "the signature has no SignedInfo");
    }

    /** The octets of an element, as a method or the last transform asks for them. */
    private static byte[] canonical(Element element, Element method) {
        // After the enveloped signature alone comes what XML Signature 1.1 says for trees: the inclusive
        // canonicalisation.
        boolean exclusive = Algorithms.EXCLUSIVE_C14N.equals(method.getAttribute("Algorithm"));
        return canonical(
                element,
                exclusive ? Algorithms.EXCLUSIVE_C14N : Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS,
                SafeDom.child(method, Names.EC, "InclusiveNamespaces")
                        .map(list -> list.getAttribute("PrefixList"))
                        .orElse(""));
    }

    private static byte[] canonical(Element element, String algorithm, String prefixes) {
        // It is written to byte by byte.
        var out = new UnsyncByteArrayOutputStream();
        try {
            Canonicalizer canonicalizer = Canonicalizer.getInstance(algorithm);
            if (prefixes.isBlank()) {
                canonicalizer.canonicalizeSubtree(element, out);
            } else {
                canonicalizer.canonicalizeSubtree(element, prefixes, out);
            }
        } catch (XMLSecurityException | RuntimeException e) {
            // The cause may quote the message.
            throw Reject.as(SIGNATURE_INVALID, "the message cannot be canonicalised");
        }
        return out.toByteArray();
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
