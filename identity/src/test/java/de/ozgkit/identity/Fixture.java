// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.KeyMaterial;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A portal at a made-up account. The key is made once, since that takes a second. */
public final class Fixture {

    static final KeyMaterial KEY =
            KeyMaterial.selfSigned("portal.example.test", Duration.ofDays(365), Clock.systemUTC());
    static final Clock NOW = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    public static final String ENTITY_ID = "https://portal.example.test";
    public static final URI ACS = URI.create("https://portal.example.test/saml/acs");
    static final IdpMetadata IDP = new IdpMetadata(
            "https://account.example.test/idp",
            URI.create("https://account.example.test/sso"),
            List.of(KEY.certificate()),
            Optional.empty());

    private Fixture() {}

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
