// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.KeyMaterial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that issues certificates for servers and clients on this machine and is thrown away after the test: what mutual TLS needs.
 * Its certificates are valid for a day.
 *
 * <pre>{@code
 * TestAuthority authority = new TestAuthority();
 * HttpGateway.to("desk").trust(List.of(authority.certificate())).clientKey(authority.client("Stadt Musterhausen")).build();
 * }</pre>
 *
 * @since 0.1
 */
public final class TestAuthority {

    private static final String NAME = "ozgkit test authority";
    private static final char[] IN_MEMORY = "in memory only".toCharArray();
    private static final int SERIAL_BITS = 120;

    private final SecureRandom random = new SecureRandom();
    private final Instant begin = Instant.now();
    private final KeyPair keys = newKeys();
    private final X509Certificate certificate = certify(NAME, keys, new BasicConstraints(true), List.of());

    /** The certificate that a client has to trust, or a server to accept clients by. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A key for a server on this machine: {@code localhost} and {@code 127.0.0.1}. */
    public KeyMaterial server() {
        return issue(
                "localhost",
                List.of(
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
    }

    /**
     * A key for a client.
     *
     * @param name who it is
     */
    public KeyMaterial client(String name) {
        return issue(name, List.of());
    }

    private KeyMaterial issue(String subject, List<GeneralName> hosts) {
        try {
            KeyPair pair = newKeys();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {certify(subject, pair, new BasicConstraints(false), hosts), certificate};
            store.setKeyEntry("key", pair.getPrivate(), IN_MEMORY, chain);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, IN_MEMORY);
            return KeyMaterial.pkcs12(out.toByteArray(), IN_MEMORY);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The test authority cannot issue a certificate", e);
        }
    }

    private X509Certificate certify(String subject, KeyPair pair, BasicConstraints kind, List<GeneralName> hosts) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + NAME),
                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                    Date.from(begin.minus(Duration.ofDays(1))),
                    Date.from(begin.plus(Duration.ofDays(1))),
                    new X500NameBuilder().addRDN(BCStyle.CN, subject).build(),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, kind);
            if (!hosts.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(hosts.toArray(new GeneralName[0])));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("The test authority cannot issue a certificate", e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }
}
