// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** One node of a portal in a process of its own. Says on its standard output at which port it listens, then serves until it is killed. */
final class PortalNode {

    /** Begins the line that is not log. */
    static final String SAYS = "node listens at ";

    static final String ENTITY_ID = "https://portal.example.test";
    static final URI ACS = URI.create("https://portal.example.test/saml/acs");
    static final String PASSWORD = "cluster";

    private PortalNode() {}

    /** The registration, the same on every node. */
    static Nutzerkonto konto(IdpMetadata account, KeyMaterial key, LoginState state) {
        return Nutzerkonto.bundId()
                .serviceProvider(ENTITY_ID, ACS)
                .identityProvider(account)
                .keys(key)
                .onlineService("BMI-B0000001", "Stadt Beispielstadt")
                .state(state)
                .build();
    }

    /** Arguments: database, metadata of the account, key. */
    public static void main(String[] arguments) throws IOException {
        PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
        postgres.setUrl(arguments[0]);
        Nutzerkonto konto = konto(
                IdpMetadata.read(Path.of(arguments[1])),
                KeyMaterial.pkcs12(Path.of(arguments[2]), PASSWORD.toCharArray()),
                LoginState.jdbc(JdbcConnectionPool.create(postgres)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/begin", exchange -> answer(exchange, begin(konto, form(exchange))));
        server.createContext("/acs", exchange -> answer(exchange, complete(konto, form(exchange))));
        server.start();
        System.out.println(SAYS + server.getAddress().getPort());
        System.out.flush();
    }

    private static String begin(Nutzerkonto konto, Map<String, String> form) {
        Login login = Login.atLeast(TrustLevel.SUBSTANTIAL).returningTo("/hund");
        LoginRequest request = konto.begin(login, BrowserKey.of(form.get("browser")));
        return request.destination() + "\n" + request.fields().get("SAMLRequest") + "\n"
                + request.fields().get("RelayState");
    }

    private static String complete(Nutzerkonto konto, Map<String, String> form) {
        try {
            return konto.complete(form.get("SAMLResponse"), form.get("RelayState"), BrowserKey.of(form.get("browser")))
                    .fold(in -> "in", cancelled -> "cancelled", refused -> refused.reason()
                            .code());
        } catch (RejectedException e) {
            return e.code();
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
