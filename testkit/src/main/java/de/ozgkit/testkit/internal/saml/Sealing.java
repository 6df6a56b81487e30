// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.testkit.ResponseStyle;
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
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Encrypts any text for somebody, as everybody can who holds the recipient's certificate: the account, and an attacker.
 *
 * @param keyTransport how the key of the content is encrypted
 * @param content how the content is encrypted
 */
record Sealing(
        X509Certificate recipient,
        String keyTransport,
        @Nullable String digest,
        @Nullable String mask,
        String content) {

    private static final String WRAPPER =
            "<saml2:EncryptedAssertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>";

    static Sealing of(X509Certificate recipient, ResponseStyle style) {
        var transport = style.keyTransport();
        return new Sealing(
                recipient,
                transport.uri(),
                transport.digest(),
                transport.mask().orElse(null),
                style.content().uri());
    }

    Sealing forRecipient(X509Certificate other) {
        return new Sealing(other, keyTransport, digest, mask, content);
    }

    Sealing withRsa15() {
        return new Sealing(recipient, Saml.XENC + "rsa-1_5", null, null, content);
    }

    Sealing withContent(String other) {
        return new Sealing(recipient, keyTransport, digest, mask, other);
    }

    /** An {@code EncryptedAssertion} with the text inside. */
    String seal(String text) {
        Element root = Saml.parse(WRAPPER);
        Document document = root.getOwnerDocument();
        try {
            SecretKey contentKey = contentKey();
            XMLCipher wrap = XMLCipher.getInstance(keyTransport, null, digest);
            wrap.init(XMLCipher.WRAP_MODE, recipient.getPublicKey());
            EncryptedKey encryptedKey = wrap.encryptKey(document, contentKey, mask, null);
            XMLCipher cipher = XMLCipher.getInstance(content);
            cipher.init(XMLCipher.ENCRYPT_MODE, contentKey);
            EncryptedData data = cipher.encryptData(
                    document,
                    "http://www.w3.org/2001/04/xmlenc#Element",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            KeyInfo info = new KeyInfo(document);
            info.add(encryptedKey);
            data.setKeyInfo(info);
            root.appendChild(cipher.martial(document, data));
            return Saml.text(root).replace("&#13;", "");
        } catch (Exception e) {
            throw new IllegalStateException("the mock cannot encrypt", e);
        }
    }

    /** An {@code EncryptedID} with the name inside. */
    String sealName(String nameId) {
        return seal(nameId).replace("EncryptedAssertion", "EncryptedID");
    }

    private SecretKey contentKey() {
        boolean tripleDes = content.endsWith("tripledes-cbc");
        try {
            KeyGenerator generator = KeyGenerator.getInstance(tripleDes ? "DESede" : "AES");
            if (!tripleDes) {
                generator.init(content.contains("128") ? 128 : content.contains("192") ? 192 : 256);
            }
            return generator.generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }
}
