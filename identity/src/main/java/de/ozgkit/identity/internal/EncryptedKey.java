// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.w3c.dom.Element;

/** An {@code xenc:EncryptedKey} whose structure and algorithms were checked. Source: XML Encryption 1.1, chapter 5.5. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record EncryptedKey(byte[] value, OAEPParameterSpec parameters) {

    /** More than an RSA key of 16384 bits needs. */
    private static final int MAX_CHARS = 4096;

    private static final Map<String, String> DIGESTS = Map.of(
            Names.DS + "sha1",
            "SHA-1",
            Algorithms.SHA256,
            "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "SHA-384",
            Names.XENC + "sha512",
            "SHA-512");
    private static final Map<String, String> MASKS = Map.of(
            Names.XENC11 + "mgf1sha1", "SHA-1",
            Names.XENC11 + "mgf1sha256", "SHA-256",
            Names.XENC11 + "mgf1sha384", "SHA-384",
            Names.XENC11 + "mgf1sha512", "SHA-512");

    /** Empty if it cannot be opened by anybody. */
    static Optional<EncryptedKey> of(Element element) {
        Optional<Element> method = SafeDom.child(element, Names.XENC, "EncryptionMethod");
        Optional<String> digest = method.flatMap(found -> only(found, Names.DS, "DigestMethod", DIGESTS));
        // The older algorithm always masks with SHA-1.
        Optional<String> mask =
                method.flatMap(found -> found.getAttribute("Algorithm").equals(Names.XENC11 + "rsa-oaep")
                        ? only(found, Names.XENC11, "MGF", MASKS)
                        : Optional.of("SHA-1"));
        Optional<byte[]> value = SafeDom.child(element, Names.XENC, "CipherData")
                .flatMap(data -> SafeDom.child(data, Names.XENC, "CipherValue"))
                .flatMap(EncryptedKey::decode);
        return digest.isEmpty() || mask.isEmpty()
                ? Optional.empty()
                : value.map(bytes -> new EncryptedKey(bytes, oaep(digest.get(), mask.get())));
    }

    private static OAEPParameterSpec oaep(String digest, String mask) {
        return new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), PSource.PSpecified.DEFAULT);
    }

    /** SHA-1 if not named; empty if named twice. */
    private static Optional<String> only(Element method, String namespace, String name, Map<String, String> known) {
        List<Element> found = SafeDom.children(method, namespace, name);
        return switch (found.size()) {
            case 0 -> Optional.of("SHA-1");
            case 1 -> Optional.ofNullable(known.get(found.get(0).getAttribute("Algorithm")));
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> decode(Element value) {
        try {
            String text = value.getTextContent();
            return text.length() > MAX_CHARS
                    ? Optional.empty()
                    : Optional.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
