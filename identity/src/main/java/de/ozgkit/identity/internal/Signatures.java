// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.SIGNATURE_INVALID;
import static de.ozgkit.identity.LoginFailure.SIGNATURE_MISSING;

import java.security.cert.X509Certificate;
import java.util.List;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Element;

/** Verifies the signature of one object against the certificates of the account's metadata; a key in the message is never looked at. */
final class Signatures {

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
        String reference = SafeDom.child(element, Names.DS, "SignedInfo")
                .flatMap(info -> SafeDom.child(info, Names.DS, "Reference"))
                .map(found -> found.getAttribute("URI"))
                .orElse("");
        Reject.unless(
                reference.equals("#" + signed.getAttribute("ID"))
                        && signed.getOwnerDocument().getElementById(signed.getAttribute("ID")) == signed,
                SIGNATURE_INVALID,
                "the signature does not sign the element in which it stands");
        try {
            new SAMLSignatureProfileValidator().validate(signature);
        } catch (SignatureException e) {
            throw Reject.as(SIGNATURE_INVALID, "the signature is not built as the SAML profile asks");
        }
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
}
