// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.TestPersons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The portal in production mode, told by configuration alone where its peers are: here mocks that the test can command. The data stays in
 * the folder, so that a portal can be stopped and started again.
 */
final class World implements AutoCloseable {

    static final String SALT = "salz-der-erprobung";
    static final String DESK_PASSWORD = "ein-langes-kennwort";

    private static final Clock CLOCK = Clock.systemUTC();
    private static final KeyMaterial PORTAL_KEY = MockNutzerkonto.newKey(CLOCK);
    private static final KeyMaterial ACCOUNT_KEY = MockNutzerkonto.newKey(CLOCK);

    private volatile Duration passed = Duration.ZERO;
    final MockNutzerkonto account;
    final MockPmPayment payment = MockPmPayment.withSalt(SALT.toCharArray()).start();
    private final PortalConfig config;
    private Optional<Serviceportal> portal = Optional.empty();

    private World(Path folder, AccountProfile profile, Function<MockNutzerkonto, Map<String, String>> more) {
        account = new MockNutzerkonto(0, profile, ACCOUNT_KEY, CLOCK);
        try {
            Path metadata = folder.resolve("account.xml");
            Path keys = folder.resolve("portal.p12");
            Files.writeString(metadata, text(account.uri("/metadata")));
            PORTAL_KEY.writePkcs12(keys, "geheim".toCharArray());
            Map<String, String> settings = new HashMap<>(Map.of(
                    "OZG_PORT", "0",
                    "OZG_DEMO", "false",
                    "OZG_DATA_DIR", folder.resolve("data").toString(),
                    "OZG_DESK_PASSWORD", DESK_PASSWORD,
                    "OZG_ACCOUNT", "SERVICEKONTO_NRW",
                    "OZG_IDP_METADATA", metadata.toString(),
                    "OZG_SAML_ENTITY_ID", "https://portal.example/saml",
                    "OZG_SAML_KEYS", keys.toString(),
                    "OZG_SAML_KEYS_PASSWORD", "geheim"));
            settings.put("OZG_ONLINE_SERVICE_ID", "BMI-B0000001");
            settings.put("OZG_PMPAYMENT_URL", payment.uri().toString());
            settings.put("OZG_PMPAYMENT_PROCEDURE", "serviceportal");
            settings.put("OZG_PMPAYMENT_SALT", SALT);
            settings.putAll(more.apply(account));
            String schema = settings.getOrDefault("schema", "");
            PortalConfig read = PortalConfig.from(settings);
            this.config = schema.isEmpty() ? read : read.withSchema(Path.of(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static World in(Path folder) {
        return in(folder, Map.of());
    }

    /** With more settings, such as a database of its own. */
    static World in(Path folder, Map<String, String> more) {
        return at(AccountProfile.SERVICEKONTO_NRW, folder, account -> more);
    }

    /** With another account, which the portal is told of by settings. */
    static World at(AccountProfile profile, Path folder, Function<MockNutzerkonto, Map<String, String>> more) {
        World world = new World(folder, profile, more);
        world.startPortal();
        return world;
    }

    void startPortal() {
        portal = Optional.of(Serviceportal.start(config, new Later(), Tokens.secure()));
        account.serviceProvider(metadata());
    }

    void stopPortal() {
        portal.ifPresent(Serviceportal::close);
        portal = Optional.empty();
    }

    String metadata() {
        return text(config.publicUrl().resolve("/saml/metadata"));
    }

    URI uri() {
        return config.publicUrl();
    }

    Citizen citizen() {
        return new Citizen(config.publicUrl());
    }

    /** Lets time pass for the portal. */
    void pass(Duration time) {
        passed = passed.plus(time);
    }

    /** Erika, logged in, on the first page of the dog registration in Recklinghausen. */
    Citizen erikaAtTheForm() {
        Citizen erika = citizen().open("/recklinghausen/antrag/hund-anmelden");
        return logIn(erika, MockLogin.login(TestPersons.ERIKA_MUSTERMANN));
    }

    /** From the page "Anmelden" through the account and back. */
    Citizen logIn(Citizen citizen, MockLogin login) {
        account.nextLogin(login);
        return citizen.press("Weiter zu").press("Weiter").press("Weiter");
    }

    @Override
    public void close() {
        stopPortal();
        account.close();
        payment.close();
    }

    private final class Later extends Clock {

        @Override
        public Instant instant() {
            return CLOCK.instant().plus(passed);
        }

        @Override
        public ZoneId getZone() {
            return CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static String text(URI address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
