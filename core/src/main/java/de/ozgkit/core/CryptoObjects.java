// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Turns encoded keys and certificates into objects: the JDK's own where it can, Bouncy Castle's for curves that the JDK has dropped. */
final class CryptoObjects {

    static final String RSA = "RSA";
    static final String EC = "EC";

    private CryptoObjects() {}

    /**
     * Used by name of the object only, and never registered: the providers of the JVM are the application's business. Made when it is
     * needed first, since that takes long.
     */
    static Provider bouncyCastle() {
        return BouncyCastle.PROVIDER;
    }

    private static final class BouncyCastle {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }

    static PrivateKey privateKey(PrivateKeyInfo info, String source) {
        try {
            PrivateKey key =
                    new JcaPEMKeyConverter().setProvider(bouncyCastle()).getPrivateKey(info);
            return privateKey(key, source);
        } catch (IOException e) {
            throw KeyFiles.broken(source, "its private key cannot be read", e);
        }
    }

    static PrivateKey privateKey(PrivateKey key, String source) {
        String kind = kind(key);
        if (kind.isEmpty()) {
            throw KeyFiles.broken(source, "its private key is neither RSA nor EC but " + key.getAlgorithm(), null);
        }
        try {
            return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    /** {@link #RSA}, {@link #EC}, or empty for what we do not use. */
    static String kind(Key key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> RSA;
            case "EC", "ECDSA" -> EC;
            default -> "";
        };
    }

    static X509Certificate certificate(byte[] der, String source) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            return certificateOnDroppedCurve(der, source);
        }
    }

    private static X509Certificate certificateOnDroppedCurve(byte[] der, String source) {
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(bouncyCastle())
                    .getCertificate(new X509CertificateHolder(der));
        } catch (CertificateException | IOException | RuntimeException e) {
            throw KeyFiles.broken(source, "it holds a certificate that cannot be read", e);
        }
    }
}
