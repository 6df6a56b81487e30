// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.keys.KeyInfo;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.encryption.Encrypter;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.DataEncryptionParameters;
import org.opensaml.xmlsec.encryption.support.EncryptionException;
import org.opensaml.xmlsec.encryption.support.KeyEncryptionParameters;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Encrypts assertions: with OpenSAML what OpenSAML can read, and as it stands what it would refuse to touch. */
final class Sealing {

    private static final String WRAPPER_START =
            "<saml2:EncryptedAssertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">";

    private Sealing() {}

    static String seal(String assertion, X509Certificate recipient, String keyTransport, String content) {
        KeyEncryptionParameters forKey = new KeyEncryptionParameters();
        forKey.setAlgorithm(keyTransport);
        forKey.setEncryptionCredential(new BasicX509Credential(recipient));
        DataEncryptionParameters forData = new DataEncryptionParameters();
        forData.setAlgorithm(content);
        forData.setEncryptionCredential(new BasicCredential(contentKey(content)));
        Encrypter encrypter = new Encrypter(forData, forKey);
        encrypter.setKeyPlacement(Encrypter.KeyPlacement.INLINE);
        try {
            var sealed = encrypter.encrypt(Saml.unmarshal(Saml.parse(assertion), Assertion.class));
            return Saml.text(XMLObjectSupport.marshall(sealed));
        } catch (EncryptionException | MarshallingException e) {
            throw new IllegalStateException("the mock cannot encrypt", e);
        }
    }

    /** Encrypts any text, as an attacker would who holds nothing but the recipient's certificate. */
    static String sealRaw(String text, X509Certificate recipient, String keyTransport, String content) {
        Document document =
                Saml.parse(WRAPPER_START + "</saml2:EncryptedAssertion>").getOwnerDocument();
        try {
            SecretKey contentKey = contentKey(content);
            XMLCipher wrap = XMLCipher.getInstance(keyTransport);
            wrap.init(XMLCipher.WRAP_MODE, recipient.getPublicKey());
            EncryptedKey encryptedKey = wrap.encryptKey(document, contentKey);
            XMLCipher cipher = XMLCipher.getInstance(content);
            cipher.init(XMLCipher.ENCRYPT_MODE, contentKey);
            EncryptedData data = cipher.encryptData(
                    document,
                    "http://www.w3.org/2001/04/xmlenc#Element",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            KeyInfo info = new KeyInfo(document);
            info.add(encryptedKey);
            data.setKeyInfo(info);
            Element root = document.getDocumentElement();
            root.appendChild(cipher.martial(document, data));
            return Saml.text(root);
        } catch (Exception e) {
            throw new IllegalStateException("the mock cannot encrypt", e);
        }
    }

    private static SecretKey contentKey(String content) {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(content.contains("128") ? 128 : 256);
            return generator.generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }
}
