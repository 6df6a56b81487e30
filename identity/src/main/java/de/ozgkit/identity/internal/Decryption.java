// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.DECRYPTION_FAILED;

import de.ozgkit.core.TransportException;
import de.ozgkit.identity.SamlKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;

/**
 * Opens an {@code EncryptedAssertion} or {@code EncryptedID} whose structure and algorithms were checked. The content key is opened by
 * {@link SamlKey}, which may be a hardware module. All failures look alike, and a content key that cannot be opened is replaced by a random
 * one, so that they take the same way. Source: XML Encryption 1.1, chapter 5.2.
 */
final class Decryption {

    private static final int GCM_START = 12;
    private static final int GCM_TAG_BITS = 128;
    private static final int CBC_START = 16;

    private final List<SamlKey> keys;
    private final SecureRandom random = new SecureRandom();

    Decryption(List<SamlKey> keys) {
        this.keys = keys;
    }

    /** The plain text in the encrypted element. */
    byte[] decrypt(Element encrypted) {
        Element data = SafeDom.child(encrypted, Names.XENC, "EncryptedData").orElseThrow(Decryption::failed);
        EncryptedKey key = EncryptedKey.of(onlyKey(encrypted, data)).orElseThrow(Decryption::failed);
        String algorithm = Read.part(data, Names.XENC, "EncryptionMethod").getAttribute("Algorithm");
        byte[] content = content(data);
        for (SamlKey candidate : keys) {
            ContentKey contentKey = contentKey(algorithm, key, candidate);
            Optional<byte[]> plain = decrypt(algorithm, content, contentKey.key());
            // AES-CBC often finds nothing wrong with what a random key makes of it.
            if (contentKey.opened() && plain.isPresent()) {
                return plain.get();
            }
        }
        throw failed();
    }

    /** The one encrypted key, which stands inside the data's KeyInfo or beside the data. */
    private static Element onlyKey(Element encrypted, Element data) {
        List<Element> found = new ArrayList<>(SafeDom.children(encrypted, Names.XENC, "EncryptedKey"));
        SafeDom.child(data, Names.DS, "KeyInfo")
                .ifPresent(info -> found.addAll(SafeDom.children(info, Names.XENC, "EncryptedKey")));
        if (found.size() != 1 || !pointsTo(found.get(0), data)) {
            throw failed();
        }
        return found.get(0);
    }

    /** Whether the data, if they point to a key beside them, point to that one. We look for it ourselves. */
    private static boolean pointsTo(Element key, Element data) {
        return SafeDom.child(data, Names.DS, "KeyInfo").stream()
                .flatMap(info -> SafeDom.children(info, Names.DS, "RetrievalMethod").stream())
                .allMatch(method -> method.getAttribute("URI").equals("#" + key.getAttribute("Id")));
    }

    /**
     * What the content is tried with.
     *
     * @param opened whether it was in the message; otherwise it is a random one
     */
    private record ContentKey(SecretKey key, boolean opened) {}

    private ContentKey contentKey(String algorithm, EncryptedKey key, SamlKey candidate) {
        int length = algorithm.contains("128") ? 16 : algorithm.contains("192") ? 24 : 32;
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        boolean opened = false;
        try {
            byte[] found = candidate.decryptKey(key.value(), key.parameters());
            opened = found.length == length;
            bytes = opened ? found : bytes;
        } catch (TransportException e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Goes on with the random key, which opens nothing.
        }
        return new ContentKey(new SecretKeySpec(bytes, "AES"), opened);
    }

    private static Optional<byte[]> decrypt(String algorithm, byte[] content, SecretKey contentKey) {
        boolean gcm = algorithm.endsWith("-gcm");
        int start = gcm ? GCM_START : CBC_START;
        try {
            Cipher cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "AES/CBC/ISO10126Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    contentKey,
                    gcm
                            ? new GCMParameterSpec(GCM_TAG_BITS, content, 0, start)
                            : new IvParameterSpec(content, 0, start));
            return Optional.of(cipher.doFinal(content, start, content.length - start));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] content(Element data) {
        try {
            Element value = Read.part(Read.part(data, Names.XENC, "CipherData"), Names.XENC, "CipherValue");
            return Base64.getMimeDecoder().decode(value.getTextContent());
        } catch (IllegalArgumentException e) {
            throw failed();
        }
    }

    private static RuntimeException failed() {
        return Reject.as(
                DECRYPTION_FAILED,
                "the message cannot be decrypted; check that the account has this portal's current certificate");
    }
}
