// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Defects.replacing;
import static de.ozgkit.testkit.internal.saml.Defects.replacingMatch;

import de.ozgkit.testkit.ResponseDefect;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Encryption that is missing, of a forbidden kind, broken, or of the wrong thing. */
final class EncryptionDefects {

    private static final String NETWORK = "<xenc:CipherReference URI=\"http://127.0.0.1:9/\"/>";
    private static final String VALUE = "<xenc:CipherValue>[^<]*</xenc:CipherValue>";

    private EncryptionDefects() {}

    static void add(Map<ResponseDefect, Consumer<Draft>> recipes) {
        algorithms(recipes);
        cipherText(recipes);
        recipes.put(ResponseDefect.WITHOUT_ENCRYPTED_KEY, outside(replacingMatch("<ds:KeyInfo.*</ds:KeyInfo>", "")));
        recipes.put(
                ResponseDefect.TWO_ENCRYPTED_KEYS,
                outside(replacingMatch("(<xenc:EncryptedKey.*?</xenc:EncryptedKey>)", "$1$1")));
        recipes.put(
                ResponseDefect.RETRIEVAL_METHOD,
                outside(replacingMatch(
                        "<xenc:EncryptedKey.*?</xenc:EncryptedKey>",
                        "<ds:RetrievalMethod URI=\"http://127.0.0.1:9/\"/>")));
        recipes.put(ResponseDefect.ENCRYPTED_NOTHING, draft -> draft.assertionSigned = xml -> "");
        recipes.put(ResponseDefect.ENCRYPTED_TWICE, draft -> draft.assertionSigned = xml -> draft.sealing.seal(xml));
        recipes.put(ResponseDefect.ENCRYPTED_TWO_ASSERTIONS, draft -> draft.assertionSigned = xml -> xml + xml);
        recipes.put(
                ResponseDefect.NAMESPACES_OUTSIDE,
                draft -> draft.assertionSigned =
                        replacing(" xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"", ""));
    }

    private static void algorithms(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.NOT_ENCRYPTED, draft -> draft.encrypt = false);
        recipes.put(ResponseDefect.RSA_1_5, draft -> draft.sealing = draft.sealing.withRsa15());
        recipes.put(ResponseDefect.CBC, draft -> draft.sealing = draft.sealing.withContent(Saml.XENC + "aes256-cbc"));
        recipes.put(
                ResponseDefect.TRIPLE_DES,
                draft -> draft.sealing = draft.sealing.withContent(Saml.XENC + "tripledes-cbc"));
        recipes.put(
                ResponseDefect.ENCRYPTED_FOR_STRANGER,
                draft -> draft.sealing =
                        draft.sealing.forRecipient(Defects.stranger().certificate()));
    }

    private static void cipherText(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.CIPHER_TAMPERED,
                outside(xml -> changeContent(xml, cipher -> {
                    cipher[cipher.length - 1] ^= 1;
                    return cipher;
                })));
        recipes.put(
                ResponseDefect.CIPHER_CUT,
                outside(xml -> changeContent(xml, cipher -> Arrays.copyOf(cipher, cipher.length - 4))));
        recipes.put(ResponseDefect.CIPHER_EMPTY, outside(xml -> changeContent(xml, cipher -> new byte[0])));
        recipes.put(
                ResponseDefect.CIPHER_REFERENCE,
                outside(replacingMatch(VALUE + "(</xenc:CipherData></xenc:EncryptedData>)", NETWORK + "$1")));
        recipes.put(ResponseDefect.CIPHER_REFERENCE_IN_KEY, outside(replacingMatch(VALUE, NETWORK)));
    }

    private static Consumer<Draft> outside(UnaryOperator<String> change) {
        return draft -> draft.encrypted = change;
    }

    /** Changes the cipher text of the content, which is the last one; its end is the authentication tag. */
    private static String changeContent(String xml, UnaryOperator<byte[]> change) {
        int end = xml.lastIndexOf("</xenc:CipherValue>");
        int start = xml.lastIndexOf('>', end) + 1;
        byte[] cipher = Base64.getMimeDecoder().decode(xml.substring(start, end));
        return xml.substring(0, start) + Base64.getEncoder().encodeToString(change.apply(cipher)) + xml.substring(end);
    }
}
