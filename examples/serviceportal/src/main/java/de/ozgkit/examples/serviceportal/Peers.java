// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.demo.DemoPeers;
import de.ozgkit.examples.serviceportal.signin.SignInPages;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.payment.connector.PmPayment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * The systems that the portal speaks to: the real ones by configuration, or the stand-ins of the demo. From here on the portal does not
 * know which.
 *
 * @param accountName what citizens call the account
 * @param salt the secret shared with pmPayment
 * @param running what has to be stopped with the portal
 */
record Peers(Nutzerkonto account, String accountName, URI payment, String procedure, String salt, AutoCloseable running)
        implements AutoCloseable {

    private static final char[] DEMO_PASSWORD = "demo".toCharArray();
    private static final String DEMO_ENTITY_ID = "https://serviceportal.example/saml";
    private static final Duration DEMO_KEY_VALIDITY = Duration.ofDays(365);

    static Peers connect(PortalConfig config, DataSource dataSource, Clock clock, Tokens tokens) {
        return config.peers()
                .map(real -> real(config, real, dataSource, clock, tokens))
                .orElseGet(() -> demo(config, dataSource, clock, tokens));
    }

    /** The account at the payment platform of one place. Each has its own key; in this example they share one Verfahren. */
    PmPayment payee(Place place) {
        return PmPayment.with(place.ars().ags().orElseThrow(), procedure, salt.toCharArray())
                .base(payment)
                .build();
    }

    /** Origins that forms of the portal lead to. */
    List<String> formTargets() {
        return List.of(origin(account.destination()), origin(payment));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Peers[" + accountName + ", " + payment + "]";
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException("the demo peers could not be stopped", e);
        }
    }

    private static Peers real(PortalConfig config, RealPeers real, DataSource dataSource, Clock clock, Tokens tokens) {
        Nutzerkonto.Builder registration = real.account().registration();
        real.secondKeys().map(file -> keys(file, real)).ifPresent(registration::alsoOpensWith);
        Nutzerkonto account = registration
                .serviceProvider(real.entityId(), config.publicUrl().resolve(SignInPages.ACS))
                .identityProvider(real.account().metadata(config.dataDir(), clock))
                .keys(keys(real.keys(), real))
                .onlineService(real.onlineServiceId(), "Serviceportal Emscher-Lippe")
                .state(LoginState.jdbc(dataSource))
                .clock(clock)
                .tokens(tokens)
                .build();
        return new Peers(account, real.account().name(), real.payment(), real.procedure(), real.salt(), () -> {});
    }

    private static KeyMaterial keys(Path file, RealPeers real) {
        return KeyMaterial.pkcs12(file, real.keysPassword().toCharArray());
    }

    private static Peers demo(PortalConfig config, DataSource dataSource, Clock clock, Tokens tokens) {
        Path folder = config.dataDir().toAbsolutePath().resolve("demo");
        try {
            Files.createDirectories(folder);
            Path serviceProvider = folder.resolve("service-provider.xml");
            Path salt = secret(folder.resolve("pmpayment.salt"), tokens);
            KeyMaterial keys = demoKeys(folder.resolve("portal.p12"), clock);
            DemoPeers peers = DemoPeers.start(serviceProvider, salt, folder);
            Nutzerkonto account = Nutzerkonto.servicekontoNrw()
                    .serviceProvider(DEMO_ENTITY_ID, config.publicUrl().resolve(SignInPages.ACS))
                    .identityProvider(metadata(peers.account()))
                    .keys(keys)
                    .onlineService("BMI-B0000001", "Serviceportal Emscher-Lippe")
                    .state(LoginState.jdbc(dataSource))
                    .clock(clock)
                    .tokens(tokens)
                    .build();
            Files.writeString(serviceProvider, account.metadata());
            String shared = Files.readString(salt).strip();
            return new Peers(account, "Servicekonto.NRW (Demo)", peers.payment(), "serviceportal", shared, peers);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "portal.demo", "The folder " + folder + " cannot be written; set OZG_DATA_DIR to one that can", e);
        }
    }

    private static KeyMaterial demoKeys(Path file, Clock clock) {
        if (Files.exists(file)) {
            KeyMaterial known = KeyMaterial.pkcs12(file, DEMO_PASSWORD);
            if (!known.expiresWithin(Duration.ofDays(1), clock)) {
                return known;
            }
        }
        KeyMaterial fresh = KeyMaterial.selfSigned("Serviceportal Emscher-Lippe (Demo)", DEMO_KEY_VALIDITY, clock);
        fresh.writePkcs12(file, DEMO_PASSWORD);
        return fresh;
    }

    private static Path secret(Path file, Tokens tokens) throws IOException {
        if (!Files.exists(file)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, tokens.token(), StandardOpenOption.CREATE);
        }
        return file;
    }

    private static IdpMetadata metadata(URI account) {
        HttpGateway gateway = HttpGateway.to("demo-nutzerkonto").build();
        byte[] xml = gateway.send(HttpCall.get(account.resolve("/metadata"))).body();
        return IdpMetadata.read(new ByteArrayInputStream(xml));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
