// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.KeyMaterial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.h2.jdbcx.JdbcDataSource;

/** A portal at a made-up account. */
public final class Fixture {

    public static final KeyMaterial KEY = shortKey("portal.example.test", Duration.ofDays(365));
    static final Clock NOW = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    public static final String ENTITY_ID = "https://portal.example.test";
    public static final URI ACS = URI.create("https://portal.example.test/saml/acs");
    static final IdpMetadata IDP = new IdpMetadata(
            "https://account.example.test/idp",
            URI.create("https://account.example.test/sso"),
            List.of(KEY.certificate()),
            Optional.empty());

    private Fixture() {}

    /** As short as a key may be: a longer one takes seconds to make on a slow machine. */
    static KeyMaterial shortKey(String name, Duration validity) {
        return key(2048, name, validity);
    }

    static KeyMaterial key(int bits, String name, Duration validity) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            Instant now = Instant.now();
            byte[] certificate = new JcaX509v3CertificateBuilder(
                            subject,
                            BigInteger.ONE,
                            Date.from(now.minusSeconds(300)),
                            Date.from(now.plus(validity)),
                            subject,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                    .getEncoded();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] password = "test".toCharArray();
            store.setKeyEntry("key", pair.getPrivate(), password, new Certificate[] {
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate))
            });
            var out = new ByteArrayOutputStream();
            store.store(out, password);
            return KeyMaterial.pkcs12(out.toByteArray(), password);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no key for the tests", e);
        }
    }

    static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    public static Nutzerkonto.Builder portal() {
        return portal(AccountProfile.BUNDID);
    }

    static Nutzerkonto.Builder portal(AccountProfile profile) {
        return Nutzerkonto.of(profile)
                .serviceProvider(ENTITY_ID, ACS)
                .identityProvider(IDP)
                .keys(KEY)
                .onlineService("BMI-B0000001", "Stadt <Recklinghausen> & Umland")
                .state(LoginState.jdbc(h2()))
                .clock(NOW);
    }

    static Nutzerkonto.Builder unternehmenskonto() {
        return Nutzerkonto.unternehmenskonto()
                .serviceProvider(ENTITY_ID, ACS)
                .identityProvider(IDP)
                .keys(KEY)
                .state(LoginState.jdbc(h2()))
                .clock(NOW);
    }
}
