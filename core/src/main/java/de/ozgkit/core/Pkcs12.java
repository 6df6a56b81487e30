// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.jspecify.annotations.Nullable;

/**
 * PKCS#12 files. Read by the JDK, which is there already, or else by Bouncy Castle, which knows the ciphers of old files, the Brainpool
 * curves and certificates that are not tied to the key; written by the JDK, whose ciphers are today's.
 */
final class Pkcs12 {

    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "key";

    private Pkcs12() {}

    static KeyAndCertificates read(byte[] content, char[] password, @Nullable String alias, String source) {
        if (looksLikePkcs12(content)) {
            try {
                KeyStore store = KeyStore.getInstance(TYPE);
                store.load(new ByteArrayInputStream(content), password);
                KeyAndCertificates found = read(store, password, alias, source);
                found.chain();
                return found;
            } catch (GeneralSecurityException | IOException | RuntimeException e) {
                // Whatever it was: Bouncy Castle, which takes a while to load, may do better, and tells what is wrong
                // if not.
            }
        }
        return read(loadByBouncyCastle(content, password, source), password, alias, source);
    }

    /** Java would take other forms for PKCS#12, too, which is a sequence in ASN.1. */
    private static boolean looksLikePkcs12(byte[] content) {
        return content.length > 0 && content[0] == 0x30;
    }

    private static KeyAndCertificates read(KeyStore store, char[] password, @Nullable String alias, String source) {
        try {
            List<String> aliases = new ArrayList<>();
            for (String candidate : Collections.list(store.aliases())) {
                if (store.isKeyEntry(candidate) && (alias == null || alias.equalsIgnoreCase(candidate))) {
                    aliases.add(candidate);
                }
            }
            String chosen = only(aliases, alias, source);
            PrivateKey key = (PrivateKey) store.getKey(chosen, password);
            return new KeyAndCertificates(
                    CryptoObjects.privateKey(key, source), certificates(store, chosen, source), source);
        } catch (GeneralSecurityException e) {
            throw KeyFiles.broken(source, "its private key cannot be read", e);
        }
    }

    static byte[] write(PrivateKey key, List<X509Certificate> chain, char[] password) {
        if (password.length == 0 || !new String(password).chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ConfigurationException(
                    "key.password",
                    "A new PKCS#12 file needs a password of ASCII letters, digits and signs, since tools disagree about others");
        }
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password, chain.toArray(new Certificate[0]));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new ConfigurationException(
                    "key.file", "The key cannot be put into the form PKCS#12; check the security settings of Java", e);
        }
    }

    private static KeyStore loadByBouncyCastle(byte[] content, char[] password, String source) {
        try {
            Pfx.getInstance(content);
        } catch (RuntimeException e) {
            throw KeyFiles.broken(source, "it is not in the form PKCS#12, or was cut off", e);
        }
        try {
            KeyStore store = KeyStore.getInstance(TYPE, CryptoObjects.bouncyCastle());
            store.load(new ByteArrayInputStream(content), password);
            return store;
        } catch (IOException e) {
            throw KeyFiles.password(source, "cannot be decrypted; check its password, or take a fresh copy", e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw KeyFiles.broken(source, "its content cannot be read", e);
        }
    }

    private static String only(List<String> aliases, @Nullable String wanted, String source) {
        if (aliases.isEmpty()) {
            throw KeyFiles.broken(
                    source, wanted == null ? "it holds no private key" : "it holds no private key of that alias", null);
        }
        if (aliases.size() > 1) {
            throw new ConfigurationException(
                    "key.several",
                    source + " holds " + aliases.size() + " private keys; name the alias of the one to use");
        }
        return aliases.get(0);
    }

    /** The chain that the file ties to the key, and all others: some tools forget to tie them. */
    private static List<X509Certificate> certificates(KeyStore store, String alias, String source)
            throws GeneralSecurityException {
        Set<Certificate> found = new LinkedHashSet<>();
        Certificate[] chain = store.getCertificateChain(alias);
        if (chain != null) {
            found.addAll(List.of(chain));
        }
        for (String other : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(other);
            if (certificate != null) {
                found.add(certificate);
            }
        }
        if (found.isEmpty()) {
            throw KeyFiles.broken(source, "it holds no certificate", null);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : found) {
            certificates.add(CryptoObjects.certificate(certificate.getEncoded(), source));
        }
        return certificates;
    }
}
