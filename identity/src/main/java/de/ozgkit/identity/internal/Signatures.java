// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.SIGNATURE_INVALID;
import static de.ozgkit.identity.LoginFailure.SIGNATURE_MISSING;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Element;

/** Verifies the signature of one object against the certificates of the account's metadata; a key in the message is never looked at. */
final class Signatures {

    /** Digests of nothing by SHA-256, SHA-384, SHA-512 and SHA-1: what a canonicalisation that failed silently leaves. */
    private static final Set<String> OF_NOTHING = Set.of(
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb",
            "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
            "2jmj7l5rSw0yVb/vlWAYkK/YBwk=");

    private static final List<String> ENVELOPED = List.of(Names.DS + "enveloped-signature");
    private static final List<String> ENVELOPED_CANONICAL = List.of(ENVELOPED.get(0), Algorithms.EXCLUSIVE_C14N);

    private final List<X509Certificate> certificates;

    Signatures(List<X509Certificate> certificates) {
        this.certificates = certificates;
    }

    /** The certificate whose key signed the object; refuses it otherwise. */
    X509Certificate verify(SignableSAMLObject object) {
        Signature signature = object.getSignature();
        if (signature == null) {
            throw Reject.as(SIGNATURE_MISSING, "the account must sign this message");
        }
        checkReference(object, signature);
        String algorithm = String.valueOf(signature.getSignatureAlgorithm());
        for (X509Certificate certificate : certificates) {
            if (Algorithms.fits(algorithm, certificate.getPublicKey()) && signedBy(certificate, signature)) {
                return certificate;
            }
        }
        throw Reject.as(
                SIGNATURE_INVALID,
                "the signature fits none of the " + certificates.size()
                        + " certificates of the account; if the account has a new one, fetch its metadata again");
    }

    /** The signature must stand in the element that it signs, and sign that element by its id. */
    private static void checkReference(SignableSAMLObject object, Signature signature) {
        Element signed = object.getDOM();
        Element element = signature.getDOM();
        if (signed == null || element == null || element.getParentNode() != signed) {
            throw Reject.as(SIGNATURE_INVALID, "the signature does not stand in the element that it signs");
        }
        Element reference = SafeDom.child(element, Names.DS, "SignedInfo")
                .flatMap(info -> SafeDom.child(info, Names.DS, "Reference"))
                .orElseThrow(() -> Reject.as(SIGNATURE_INVALID, "the signature signs nothing"));
        Reject.unless(
                reference.getAttribute("URI").equals("#" + signed.getAttribute("ID"))
                        && signed.getOwnerDocument().getElementById(signed.getAttribute("ID")) == signed,
                SIGNATURE_INVALID,
                "the signature does not sign the element in which it stands");
        checkDigest(reference);
        try {
            new SAMLSignatureProfileValidator().validate(signature);
        } catch (SignatureException e) {
            throw Reject.as(SIGNATURE_INVALID, "the signature is not built as the SAML profile asks");
        }
    }

    private static void checkDigest(Element reference) {
        List<String> transforms = SafeDom.child(reference, Names.DS, "Transforms").stream()
                .flatMap(all -> SafeDom.children(all, Names.DS, "Transform").stream())
                .map(transform -> transform.getAttribute("Algorithm"))
                .toList();
        String digest = SafeDom.child(reference, Names.DS, "DigestValue")
                .map(value -> value.getTextContent().replaceAll("\\s", ""))
                .orElse("");
        Reject.unless(
                transforms.equals(ENVELOPED) || transforms.equals(ENVELOPED_CANONICAL),
                SIGNATURE_INVALID,
                "the transforms are not the enveloped signature and the exclusive canonicalisation");
        Reject.unless(
                !digest.isEmpty() && !OF_NOTHING.contains(digest), SIGNATURE_INVALID, "the signature signs nothing");
    }

    private static boolean signedBy(X509Certificate certificate, Signature signature) {
        try {
            SignatureValidator.validate(signature, new BasicCredential(certificate.getPublicKey()));
            return true;
        } catch (SignatureException | RuntimeException e) {
            // The engine lets the failures of its decoders through.
            return false;
        }
    }

    /** SHA-256 of a certificate, as an administrator compares it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that verified a signature cannot be written", e);
        }
    }
}
