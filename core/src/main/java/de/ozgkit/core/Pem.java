// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Reads what PEM files hold between their BEGIN and END lines; blocks of other kinds are passed over. */
final class Pem {

    private static final String BEGIN = "-----BEGIN ";

    private Pem() {}

    static boolean looksLikePem(byte[] content) {
        return text(content).contains(BEGIN);
    }

    static List<X509Certificate> certificates(byte[] content, String source) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object block : blocks(content, source)) {
            if (block instanceof X509CertificateHolder holder) {
                certificates.add(CryptoObjects.certificate(encoded(holder, source), source));
            }
        }
        return certificates;
    }

    static PrivateKey privateKey(byte[] content, char[] password, String source) {
        List<Object> keys =
                blocks(content, source).stream().filter(Pem::isPrivateKey).toList();
        if (keys.isEmpty()) {
            throw KeyFiles.broken(source, "it holds no private key", null);
        }
        if (keys.size() > 1) {
            throw new ConfigurationException(
                    "key.several",
                    source + " holds " + keys.size() + " private keys; put each one into a file of its own");
        }
        return CryptoObjects.privateKey(decrypted(keys.get(0), password, source), source);
    }

    private static PrivateKeyInfo decrypted(Object key, char[] password, String source) {
        if (key instanceof PrivateKeyInfo info) {
            return info;
        }
        if (key instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (password.length == 0) {
            throw KeyFiles.password(source, "is encrypted; give its password", null);
        }
        try {
            if (key instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(CryptoObjects.bouncyCastle())
                        .build(password));
            }
            return ((PEMEncryptedKeyPair) key)
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(CryptoObjects.bouncyCastle())
                            .build(password))
                    .getPrivateKeyInfo();
        } catch (IOException | PKCSException | OperatorCreationException | RuntimeException e) {
            throw KeyFiles.password(source, "cannot be decrypted; check its password", e);
        }
    }

    private static boolean isPrivateKey(Object block) {
        return block instanceof PrivateKeyInfo
                || block instanceof PEMKeyPair
                || block instanceof PKCS8EncryptedPrivateKeyInfo
                || block instanceof PEMEncryptedKeyPair;
    }

    private static List<Object> blocks(byte[] content, String source) {
        List<Object> blocks = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text(content)))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
            return blocks;
        } catch (IOException | RuntimeException e) {
            throw KeyFiles.broken(source, "a block between BEGIN and END cannot be read", e);
        }
    }

    private static byte[] encoded(X509CertificateHolder holder, String source) {
        try {
            return holder.getEncoded();
        } catch (IOException e) {
            throw KeyFiles.broken(source, "it holds a certificate that cannot be read", e);
        }
    }

    /** Every byte is kept as one character; a byte order mark before the first line would hide that line. */
    private static String text(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(BEGIN);
        return begin < 0 ? "" : text.substring(begin);
    }
}
