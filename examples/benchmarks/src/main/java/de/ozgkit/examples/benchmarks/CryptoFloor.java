// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.core.xml.XmlLimits;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The least that anybody must do with a signed and encrypted response, and nothing that SAML adds to it. */
final class CryptoFloor {

    private static final XmlLimits LIMITS = new XmlLimits(1 << 20, 40, 50);
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    private final PrivateKey ours;
    private final PublicKey theirs;
    private final byte[] response;
    private final byte[] assertion;
    private final byte[] encryptedKey;
    private final Signed responseSignature;
    private final Signed assertionSignature;

    private CryptoFloor(LoginFixture fixture) throws XMLSecurityException, GeneralSecurityException {
        Init.init();
        ours = fixture.portalKey.privateKey();
        theirs = fixture.accountKey.certificate().getPublicKey();
        response = Base64.getDecoder().decode(fixture.response);
        Element root = SafeXml.parse(response, LIMITS).getDocumentElement();
        Element key = first(root, XENC, "EncryptedKey");
        encryptedKey =
                Base64.getMimeDecoder().decode(first(key, XENC, "CipherValue").getTextContent());
        responseSignature = Signed.of(root);
        assertion = decrypt(root);
        assertionSignature = Signed.of(SafeXml.parse(assertion, LIMITS).getDocumentElement());
        run();
        runFromXml();
    }

    static CryptoFloor of(LoginFixture fixture) {
        try {
            return new CryptoFloor(fixture);
        } catch (XMLSecurityException | GeneralSecurityException e) {
            throw new IllegalStateException("the response cannot be cut into pieces", e);
        }
    }

    /**
     * Opens the content key, checks two signatures and two digests, parses response and assertion. The bytes for it were cut out
     * beforehand: neither canonicalisation nor the content's AES is counted.
     */
    int run() throws GeneralSecurityException {
        Document outer = SafeXml.parse(response, LIMITS);
        responseSignature.check(theirs);
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, ours, OAEPParameterSpec.DEFAULT);
        int length = cipher.doFinal(encryptedKey).length;
        Document inner = SafeXml.parse(assertion, LIMITS);
        assertionSignature.check(theirs);
        return length
                + outer.getChildNodes().getLength()
                + inner.getChildNodes().getLength();
    }

    /** The same and those two, by Apache Santuario: what a check of XML signatures is by XMLDSig, section 3.2. */
    int runFromXml() throws GeneralSecurityException, XMLSecurityException {
        Element outer = SafeXml.parse(response, LIMITS).getDocumentElement();
        checkSignature(outer);
        Element inner = SafeXml.parse(decrypt(outer), LIMITS).getDocumentElement();
        checkSignature(inner);
        return outer.getChildNodes().getLength() + inner.getChildNodes().getLength();
    }

    private byte[] decrypt(Element response) throws XMLSecurityException {
        XMLCipher cipher = XMLCipher.getInstance();
        cipher.init(XMLCipher.DECRYPT_MODE, null);
        cipher.setKEK(ours);
        return cipher.decryptToByteArray(first(response, XENC, "EncryptedData"));
    }

    private void checkSignature(Element root) throws GeneralSecurityException, XMLSecurityException {
        root.setIdAttribute("ID", true);
        if (!new XMLSignature(first(root, DS, "Signature"), "").checkSignatureValue(theirs)) {
            throw new SignatureException("the response is not signed by its account");
        }
    }

    private static Element first(Element in, String namespace, String name) {
        return (Element) in.getElementsByTagNameNS(namespace, name).item(0);
    }

    /** One signature with everything that a check needs as bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Signed(byte[] info, byte[] value, byte[] content, byte[] digest) {

        static Signed of(Element root) throws XMLSecurityException {
            root.setIdAttribute("ID", true);
            XMLSignature signature = new XMLSignature(first(root, DS, "Signature"), "");
            var reference = signature.getSignedInfo().item(0);
            try {
                return new Signed(
                        signature.getSignedInfo().getCanonicalizedOctetStream(),
                        signature.getSignatureValue(),
                        reference.getContentsAfterTransformation().getBytes(),
                        reference.getDigestValue());
            } catch (java.io.IOException e) {
                throw new IllegalStateException("the signed bytes cannot be read", e);
            }
        }

        void check(PublicKey key) throws GeneralSecurityException {
            Signature engine = Signature.getInstance("SHA256withRSA");
            engine.initVerify(key);
            engine.update(info);
            boolean intact = MessageDigest.isEqual(
                    digest, MessageDigest.getInstance("SHA-256").digest(content));
            if (!engine.verify(value) || !intact) {
                throw new SignatureException("the response was not cut into the right pieces");
            }
        }
    }
}
