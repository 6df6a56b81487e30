// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys that vouch for themselves. */
final class SelfSigned {

    private static final int RSA_BITS = 3072;
    private static final int SERIAL_BITS = 120;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final String LOCALHOST = "localhost";
    private static final Pattern HOST_NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    private SelfSigned() {}

    static KeyAndCertificates create(String commonName, Duration validity, Clock clock) {
        if (commonName.isBlank() || validity.isNegative() || validity.isZero()) {
            throw new IllegalArgumentException("A certificate needs a name and a validity longer than zero");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(CryptoObjects.RSA);
            generator.initialize(RSA_BITS);
            KeyPair pair = generator.generateKeyPair();
            byte[] certificate = certificate(commonName, pair, clock.instant(), validity);
            return new KeyAndCertificates(
                    pair.getPrivate(), List.of(CryptoObjects.certificate(certificate, commonName)), commonName);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new ConfigurationException(
                    "key.file", "A key cannot be made; check the security settings of Java", e);
        }
    }

    private static byte[] certificate(String commonName, KeyPair pair, Instant now, Duration validity)
            throws IOException, OperatorCreationException {
        X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(validity)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
        if (HOST_NAME.matcher(commonName).matches()) {
            builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(commonName));
        }
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        return builder.build(signer).getEncoded();
    }

    private static GeneralNames alternativeNames(String host) {
        GeneralName name = new GeneralName(GeneralName.dNSName, host);
        if (!host.equals(LOCALHOST)) {
            return new GeneralNames(name);
        }
        return new GeneralNames(new GeneralName[] {
            name, new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.iPAddress, "::1")
        });
    }
}
