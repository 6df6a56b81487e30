// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Throwaway keys, certificates and files for tests. */
final class TestKeys {

    static final BouncyCastleProvider BC = new BouncyCastleProvider();
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private TestKeys() {}

    static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static KeyPair ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    static X509Certificate certificate(String subject, KeyPair pair) throws Exception {
        return certificate(subject, pair.getPublic(), subject, pair.getPrivate());
    }

    static X509Certificate certificate(String subject, PublicKey key, String issuer, PrivateKey issuerKey)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                BigInteger.valueOf(subject.hashCode() & 0xffff).add(BigInteger.ONE),
                Date.from(FROM),
                Date.from(UNTIL),
                new X500Name("CN=" + subject),
                key);
        String algorithm = issuerKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        var signer = new JcaContentSignerBuilder(algorithm).setProvider(BC).build(issuerKey);
        return new JcaX509CertificateConverter().setProvider(BC).getCertificate(builder.build(signer));
    }

    static Path pem(Path file, Object... objects) throws Exception {
        return Files.writeString(file, pem(objects));
    }

    static String pem(Object... objects) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        }
        return text.toString();
    }

    /** A store of one of Bouncy Castle's PKCS#12 kinds, such as {@code PKCS12-3DES-40RC2}. */
    static byte[] pkcs12(String kind, char[] password, Object... aliasKeyChain) throws Exception {
        KeyStore store = KeyStore.getInstance(kind, BC);
        store.load(null, null);
        for (int i = 0; i < aliasKeyChain.length; i += 3) {
            store.setKeyEntry((String) aliasKeyChain[i], (PrivateKey) aliasKeyChain[i + 1], password, (Certificate[])
                    aliasKeyChain[i + 2]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    static Certificate[] chain(Certificate... certificates) {
        return certificates;
    }
}
