// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.DECRYPTION_FAILED;

import de.ozgkit.core.KeyMaterial;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Opens an {@code EncryptedAssertion} whose structure and algorithms were checked. Uses the engine below OpenSAML directly: OpenSAML's own
 * Decrypter would parse the plain text before anybody could look at it, and logs a line for each one. All failures look alike.
 */
final class Decryption {

    private final List<KeyMaterial> keys;

    Decryption(List<KeyMaterial> keys) {
        this.keys = keys;
    }

    /** The plain text in the encrypted element. */
    byte[] decrypt(Element encryptedAssertion) {
        Element data =
                SafeDom.child(encryptedAssertion, Names.XENC, "EncryptedData").orElseThrow(Decryption::failed);
        Element key = onlyKey(encryptedAssertion, data);
        for (KeyMaterial candidate : keys) {
            Optional<byte[]> plain = decrypt(data, key, candidate);
            if (plain.isPresent()) {
                return plain.get();
            }
        }
        throw failed();
    }

    /** The one encrypted key, which stands inside the data's KeyInfo or beside the data. */
    private static Element onlyKey(Element encryptedAssertion, Element data) {
        List<Element> found = new ArrayList<>(SafeDom.children(encryptedAssertion, Names.XENC, "EncryptedKey"));
        SafeDom.child(data, Names.DS, "KeyInfo")
                .ifPresent(info -> found.addAll(SafeDom.children(info, Names.XENC, "EncryptedKey")));
        if (found.size() != 1) {
            throw failed();
        }
        return found.get(0);
    }

    private static Optional<byte[]> decrypt(Element dataElement, Element keyElement, KeyMaterial candidate) {
        try {
            Document document = dataElement.getOwnerDocument();
            XMLCipher unwrap = XMLCipher.getInstance();
            unwrap.setSecureValidation(true);
            unwrap.init(XMLCipher.UNWRAP_MODE, candidate.privateKey());
            EncryptedKey encryptedKey = unwrap.loadEncryptedKey(document, keyElement);

            XMLCipher open = XMLCipher.getInstance();
            open.setSecureValidation(true);
            open.init(XMLCipher.DECRYPT_MODE, null);
            EncryptedData encryptedData = open.loadEncryptedData(document, dataElement);
            Key contentKey = unwrap.decryptKey(
                    encryptedKey, encryptedData.getEncryptionMethod().getAlgorithm());

            XMLCipher cipher = XMLCipher.getInstance();
            cipher.setSecureValidation(true);
            cipher.init(XMLCipher.DECRYPT_MODE, contentKey);
            return Optional.of(cipher.decryptToByteArray(dataElement));
        } catch (XMLSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static RuntimeException failed() {
        return Reject.as(
                DECRYPTION_FAILED,
                "the assertion cannot be decrypted; check that the account has this portal's current certificate");
    }
}
