// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Database;
import de.ozgkit.examples.serviceportal.catalogue.Catalogue;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.pages.BarrierPages;
import de.ozgkit.examples.serviceportal.pages.InfoPages;
import de.ozgkit.examples.serviceportal.pages.PlacePages;
import de.ozgkit.examples.serviceportal.pages.UmbrellaPages;
import de.ozgkit.examples.serviceportal.web.Assets;
import de.ozgkit.examples.serviceportal.web.Link;
import de.ozgkit.examples.serviceportal.web.Sessions;
import de.ozgkit.examples.serviceportal.web.Site;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.examples.serviceportal.web.WebServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Serviceportal Emscher-Lippe: puts the parts together and starts them. */
public final class Serviceportal implements AutoCloseable {

    private static final String NAME = "Serviceportal Emscher-Lippe";

    private final HikariDataSource dataSource;
    private final WebServer server;

    private Serviceportal(HikariDataSource dataSource, WebServer server) {
        this.dataSource = dataSource;
        this.server = server;
    }

    public static void main(String[] arguments) {
        try {
            PortalConfig config = PortalConfig.from(System.getenv());
            String schema = System.getProperty("schema", "");
            Serviceportal portal = start(schema.isBlank() ? config : config.withSchema(Path.of(schema)));
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "portal-stop"));
            System.out.println(welcome(config));
        } catch (OzgException e) {
            System.err.println("Das Portal konnte nicht starten. " + e.getMessage());
            System.exit(1);
        }
    }

    /** Starts everything; {@link #close()} stops it. */
    public static Serviceportal start(PortalConfig config) {
        return start(config, Clock.systemUTC(), Tokens.secure());
    }

    /** The same with another clock and another source of chance, for tests. */
    static Serviceportal start(PortalConfig config, Clock clock, Tokens tokens) {
        HikariDataSource dataSource = pool(config);
        try {
            Database database = Database.of(dataSource);
            Sessions sessions = new Sessions(database, config.sessions(), config.https(), clock, tokens);
            Places places = Places.load();
            Catalogue catalogue = Catalogue.load(places, Serviceportal::formOf);
            Site site = new Site(
                    NAME,
                    config.publicUrl().getAuthority(),
                    config.demo(),
                    new Assets(places.stylesheet()),
                    List.of(new Link("Alle Städte", "/"), new Link("Hilfe", "/hilfe")));
            Views views = new Views(site, sessions);
            WebServer server = WebServer.start(config, views, sessions, tokens, Set.of(), routes -> {
                new UmbrellaPages(views, places, catalogue).register(routes);
                new InfoPages(views, places).register(routes);
                new BarrierPages(views, database, clock, tokens).register(routes);
                new PlacePages(views, places, catalogue).register(routes);
            });
            return new Serviceportal(dataSource, server);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    /** Lets running requests finish, then closes the database. */
    @Override
    public void close() {
        server.close();
        dataSource.close();
    }

    /** A service can be applied for here when a data field schema with the name of its id is in the jar. */
    private static Optional<String> formOf(String service) {
        return Serviceportal.class.getResource("/forms/" + service + ".xdf3.xml") == null
                ? Optional.empty()
                : Optional.of(service);
    }

    private static HikariDataSource pool(PortalConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(config.database().url());
        hikari.setUsername(config.database().user());
        hikari.setPassword(config.database().password());
        hikari.setPoolName("portal");
        return new HikariDataSource(hikari);
    }

    private static String welcome(PortalConfig config) {
        return """

                %s
                Adresse: %s
                %s
                Beenden mit Strg+C.
                """
                .formatted(
                        NAME,
                        config.publicUrl(),
                        config.demo()
                                ? "Dies ist eine Demonstration mit ausgedachten Daten und keine offizielle Website."
                                : "Echtbetrieb: Anmeldung und Bezahlen laufen über die eingestellten Systeme.");
    }
}
