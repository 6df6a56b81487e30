// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.TestPersons;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal at an identity provider that it knows by its settings only: other names, other levels, metadata from an address. */
class OtherAccountTest {

    private static final AccountProfile ELSEWHERE = AccountProfile.BUNDID
            .withoutAkdbExtension()
            .withAttribute(PersonAttribute.KEY, "uid")
            .withAttribute(PersonAttribute.GIVEN_NAME, "firstName")
            .withAttribute(PersonAttribute.FAMILY_NAME, "lastName")
            .withLevel(TrustLevel.BASIC, "urn:oasis:names:tc:SAML:2.0:ac:classes:Password")
            .withLevel(TrustLevel.HIGH, "http://eidas.europa.eu/LoA/high");

    @TempDir
    private Path folder;

    @Test
    void logs_in_at_any_identity_provider_by_settings_alone() {
        try (World world = World.at(ELSEWHERE, folder, OtherAccountTest::settings)) {
            Citizen citizen = world.citizen().open("/recklinghausen/antrag/hund-anmelden");
            citizen.sees("Stadtkonto");

            world.logIn(citizen, MockLogin.login(TestPersons.ERIKA_MUSTERMANN));

            citizen.sees("Hund").seesNot("nicht angemeldet");
        }
    }

    @Test
    void carries_the_request_in_the_address_where_the_provider_wants_that() {
        try (World world = World.at(ELSEWHERE, folder, account -> {
            Map<String, String> settings = settings(account);
            settings.put("OZG_IDP_REDIRECT", "true");
            return settings;
        })) {
            Citizen citizen = world.citizen().open("/recklinghausen/antrag/hund-anmelden");
            world.account.nextLogin(MockLogin.login(TestPersons.ERIKA_MUSTERMANN));

            citizen.press("Weiter zu").press("Weiter");

            citizen.sees("Hund").seesNot("nicht angemeldet");
        }
    }

    private static Map<String, String> settings(MockNutzerkonto account) {
        return new HashMap<>(Map.of(
                "OZG_ACCOUNT", "SAML",
                "OZG_ACCOUNT_NAME", "Stadtkonto",
                "OZG_IDP_METADATA", "",
                "OZG_IDP_METADATA_URL", account.uri("/metadata").toString(),
                "OZG_IDP_FINGERPRINTS", fingerprint(account),
                "OZG_IDP_ATTRIBUTES", "KEY=uid GIVEN_NAME=firstName FAMILY_NAME=lastName",
                "OZG_IDP_LEVELS",
                        "BASIC=urn:oasis:names:tc:SAML:2.0:ac:classes:Password HIGH=http://eidas.europa.eu/LoA/high",
                "OZG_ONLINE_SERVICE_ID", ""));
    }

    private static String fingerprint(MockNutzerkonto account) {
        try {
            byte[] certificate = account.metadata().signingCertificates().get(0).getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
