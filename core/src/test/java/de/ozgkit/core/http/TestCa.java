// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.http;

import de.ozgkit.core.KeyMaterial;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that lives as long as a test and issues certificates for servers and clients. */
final class TestCa {

    private static final char[] PASSWORD = "in memory only".toCharArray();

    private final String name;
    private final KeyPair keys = newKeys();
    private final AtomicInteger serial = new AtomicInteger();
    private final X509Certificate certificate;

    TestCa(String name) {
        this.name = name;
        this.certificate = certify(name, keys, Duration.ofDays(1), null);
    }

    X509Certificate certificate() {
        return certificate;
    }

    KeyMaterial server(GeneralName host) {
        return issue("server", host, Duration.ofDays(1));
    }

    KeyMaterial expiredServer(GeneralName host) {
        return issue("server", host, Duration.ofHours(-1));
    }

    KeyMaterial client(String subject) {
        return issue(subject, null, Duration.ofDays(1));
    }

    static GeneralName ip(String address) {
        return new GeneralName(GeneralName.iPAddress, address);
    }

    static GeneralName dns(String host) {
        return new GeneralName(GeneralName.dNSName, host);
    }

    private KeyMaterial issue(String subject, GeneralName host, Duration validity) {
        try {
            KeyPair pair = newKeys();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {certify(subject, pair, validity, host), certificate};
            store.setKeyEntry("key", pair.getPrivate(), PASSWORD, chain);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, PASSWORD);
            return KeyMaterial.pkcs12(out.toByteArray(), PASSWORD);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certify(String subject, KeyPair pair, Duration validity, GeneralName host) {
        try {
            Instant now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + name),
                    BigInteger.valueOf(serial.incrementAndGet()),
                    Date.from(now.minus(Duration.ofDays(2))),
                    Date.from(now.plus(validity)),
                    new X500Name("CN=" + subject),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(subject.equals(name)));
            if (host != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(host));
            }
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
