// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.testkit.MockNutzerkonto.KeyKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys of all kinds that accounts use. */
public final class TestKeys {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int SERIAL_BITS = 120;

    private TestKeys() {}

    /** A key that vouches for itself. */
    public static KeyMaterial make(KeyKind kind, Duration validity, Clock clock) {
        boolean rsa = kind.name().startsWith("RSA");
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC");
            switch (kind) {
                case RSA_2048 -> generator.initialize(2048);
                case RSA_3072 -> generator.initialize(3072);
                case RSA_4096 -> generator.initialize(4096);
                case EC_P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case EC_P384 -> generator.initialize(new ECGenParameterSpec("secp384r1"));
            }
            KeyPair pair = generator.generateKeyPair();
            char[] password = "mock".toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate certificate =
                    certificate(pair, rsa ? "SHA256withRSA" : "SHA256withECDSA", clock.instant(), validity);
            store.setKeyEntry("key", pair.getPrivate(), password, new Certificate[] {certificate});
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return KeyMaterial.pkcs12(bytes.toByteArray(), password);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("the mock cannot make a key", e);
        }
    }

    private static Certificate certificate(KeyPair pair, String algorithm, Instant now, Duration validity)
            throws OperatorCreationException, GeneralSecurityException {
        X500Name name = new X500Name("CN=mock-nutzerkonto.example.test");
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
                Date.from(now.minus(SKEW)),
                Date.from(now.plus(validity)),
                name,
                pair.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    }
}
