// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.springboot;

import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.MockNutzerkonto;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application with a mock account that knows it, both by the same clock. */
final class Running implements AutoCloseable {

    private static final String PASSWORD = "probe";

    final MockNutzerkonto account;
    private final URI uri;
    private final ConfigurableApplicationContext application;

    private Running(Path folder, int port, String database, Clock clock) throws IOException, InterruptedException {
        account =
                new MockNutzerkonto(0, AccountProfile.BUNDID, MockNutzerkonto.newKey(clock), clock).withSingleLogout();
        uri = URI.create("http://localhost:" + port);
        Path keys = folder.resolve("portal.p12");
        Path metadata = folder.resolve("account.xml");
        MockNutzerkonto.newKey(clock).writePkcs12(keys, PASSWORD.toCharArray());
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(account.uri("/metadata")).build(), BodyHandlers.ofFile(metadata));
        application = new SpringApplicationBuilder(Application.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
                .run(
                        "--server.port=" + port,
                        "--spring.datasource.url=" + database,
                        "--ozg.public-url=" + uri,
                        "--ozg.entity-id=https://portal.example.test",
                        "--ozg.idp-metadata=" + metadata,
                        "--ozg.keys=" + keys,
                        "--ozg.keys-password=" + PASSWORD,
                        "--ozg.online-service-id=BMI-B0000001",
                        "--ozg.display-name=Stadt Recklinghausen",
                        "--ozg.single-logout=true");
        account.serviceProvider(application.getBean(Nutzerkonto.class).metadata());
    }

    static Running in(Path folder, int port, String database, Clock clock) throws IOException, InterruptedException {
        return new Running(folder, port, database, clock);
    }

    /** The account is told our address in advance, so the port is picked before the start. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI uri(String path) {
        return URI.create(uri + path);
    }

    Nutzerkonto konto() {
        return application.getBean(Nutzerkonto.class);
    }

    @Override
    public void close() {
        application.close();
        account.close();
    }
}
