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
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Throwaway keys, certificates and files for tests. */
final class TestKeys {

    static final BouncyCastleProvider BC = new BouncyCastleProvider();
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private static final int ITERATIONS = 1024;

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

    /** A store as the JDK writes it today, with (alias, key, chain) three by three. */
    static byte[] pkcs12(char[] password, Object... aliasKeyChain) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < aliasKeyChain.length; i += 3) {
            store.setKeyEntry((String) aliasKeyChain[i], (PrivateKey) aliasKeyChain[i + 1], password, (Certificate[])
                    aliasKeyChain[i + 2]);
        }
        return stored(store, password);
    }

    static byte[] stored(KeyStore store, char[] password) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    /** A file as old tools write it: encrypted by the given ciphers of PKCS#12, and certificate and key not tied to each other. */
    static byte[] oldPkcs12(
            char[] password,
            PrivateKey key,
            X509Certificate certificate,
            ASN1ObjectIdentifier keyCipher,
            ASN1ObjectIdentifier certificateCipher)
            throws Exception {
        var keyBag = new JcaPKCS12SafeBagBuilder(key, encryptor(keyCipher, password)).build();
        var certificateBag = new JcaPKCS12SafeBagBuilder(certificate).build();
        var builder = new PKCS12PfxPduBuilder();
        builder.addData(keyBag);
        builder.addEncryptedData(encryptor(certificateCipher, password), certificateBag);
        var mac = new JcePKCS12MacCalculatorBuilder().setProvider(BC).setIterationCount(ITERATIONS);
        return builder.build(mac, password).getEncoded();
    }

    private static OutputEncryptor encryptor(ASN1ObjectIdentifier cipher, char[] password) throws Exception {
        return new JcePKCSPBEOutputEncryptorBuilder(cipher)
                .setProvider(BC)
                .setIterationCount(ITERATIONS)
                .build(password);
    }

    static Certificate[] chain(Certificate... certificates) {
        return certificates;
    }
}
