// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.examples.serviceportal.apply.ApplyPages;
import de.ozgkit.examples.serviceportal.apply.Drafts;
import de.ozgkit.examples.serviceportal.apply.Processes;
import de.ozgkit.examples.serviceportal.apply.ServiceProcess;
import de.ozgkit.examples.serviceportal.apply.Submissions;
import de.ozgkit.examples.serviceportal.catalogue.Catalogue;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.desk.DeskChannel;
import de.ozgkit.examples.serviceportal.desk.DeskPages;
import de.ozgkit.examples.serviceportal.desk.DeskPassword;
import de.ozgkit.examples.serviceportal.mailbox.CaseViews;
import de.ozgkit.examples.serviceportal.mailbox.MailboxPages;
import de.ozgkit.examples.serviceportal.pages.BarrierPages;
import de.ozgkit.examples.serviceportal.pages.InfoPages;
import de.ozgkit.examples.serviceportal.pages.PlacePages;
import de.ozgkit.examples.serviceportal.pages.UmbrellaPages;
import de.ozgkit.examples.serviceportal.pay.Fees;
import de.ozgkit.examples.serviceportal.pay.PayPages;
import de.ozgkit.examples.serviceportal.signin.SignInPages;
import de.ozgkit.examples.serviceportal.signin.SignIns;
import de.ozgkit.examples.serviceportal.web.Assets;
import de.ozgkit.examples.serviceportal.web.Link;
import de.ozgkit.examples.serviceportal.web.Sessions;
import de.ozgkit.examples.serviceportal.web.Site;
import de.ozgkit.examples.serviceportal.web.Views;
import de.ozgkit.examples.serviceportal.web.WebServer;
import de.ozgkit.payment.Payments;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.delivery.Outbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serviceportal Emscher-Lippe: puts the parts together and starts them. */
public final class Serviceportal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Serviceportal.class);
    /** After a crash somebody waits for the next step: sooner than the usual two minutes. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    private static final String NAME = "Serviceportal Emscher-Lippe";

    private final List<AutoCloseable> parts;
    private final WebServer server;

    private Serviceportal(List<AutoCloseable> parts, WebServer server) {
        this.parts = List.copyOf(parts);
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
        List<AutoCloseable> parts = new ArrayList<>();
        try {
            HikariDataSource dataSource = pool(config);
            parts.add(dataSource);
            Peers peers = Peers.connect(config, dataSource, clock, tokens);
            parts.add(peers);
            Jobs jobs = Jobs.on(dataSource).clock(clock).deadAfter(DEAD_AFTER).build();
            parts.add(jobs);
            return new Serviceportal(parts, open(config, dataSource, peers, jobs, clock, tokens));
        } catch (RuntimeException e) {
            close(parts);
            throw e;
        }
    }

    private static WebServer open(
            PortalConfig config, HikariDataSource dataSource, Peers peers, Jobs jobs, Clock clock, Tokens tokens) {
        Database database = Database.of(dataSource);
        Places places = Places.load();
        Processes processes = Processes.load(config.schema());
        Catalogue catalogue =
                Catalogue.load(places, service -> processes.forService(service).map(ServiceProcess::slug));
        Cases cases = Cases.on(dataSource).clock(clock).build();
        Payments payments = payments(config, dataSource, peers, jobs, clock, places, cases);
        DeskChannel desk = new DeskChannel(database, cases, clock);
        Outbox outbox =
                Outbox.on(dataSource).jobs(jobs).clock(clock).channel(desk).build();
        Sessions sessions = new Sessions(database, config.sessions(), config.https(), clock, tokens);
        SignIns signIns = new SignIns(sessions, clock);
        Views views = new Views(site(config, places), sessions);
        Fees fees = new Fees(places, catalogue, processes);
        CaseViews caseViews = new CaseViews(cases, payments, fees);
        Drafts drafts = new Drafts(database, clock, tokens);
        Submissions submissions = new Submissions(database, drafts, cases, outbox, clock);
        DeskPassword deskPassword = new DeskPassword(config.deskPassword(), clock);
        jobs.start();
        return WebServer.start(
                config.withFormTargets(peers.formTargets()),
                views,
                sessions,
                tokens,
                Set.of(SignInPages.ACS, PayPages.CALLBACKS),
                routes -> {
                    new SignInPages(peers.account(), peers.accountName(), sessions, signIns, views, tokens)
                            .register(routes);
                    new ApplyPages(places, catalogue, processes, drafts, submissions, signIns, views).register(routes);
                    new PayPages(payments, cases, fees, peers.payment().getHost(), config.transfers(), signIns, views)
                            .register(routes);
                    new MailboxPages(cases, caseViews, drafts, processes, places, signIns, views, tokens)
                            .register(routes);
                    new DeskPages(cases, caseViews, desk, places, sessions, views, tokens, deskPassword)
                            .register(routes);
                    new UmbrellaPages(views, places, catalogue).register(routes);
                    new InfoPages(views, places).register(routes);
                    new BarrierPages(views, database, clock, tokens).register(routes);
                    new PlacePages(views, places, catalogue, processes.besideTheCatalogue()).register(routes);
                });
    }

    /** Every place takes its own fees; what is paid stands in the timeline in the same transaction. */
    private static Payments payments(
            PortalConfig config,
            HikariDataSource dataSource,
            Peers peers,
            Jobs jobs,
            Clock clock,
            Places places,
            Cases cases) {
        Payments.Builder payments = Payments.on(dataSource)
                .jobs(jobs)
                .clock(clock)
                .callbacks(config.publicUrl().resolve(PayPages.CALLBACKS))
                .onPaid((tx, paid) -> cases.find(tx, paid.caseId())
                        .ifPresent(application ->
                                cases.record(tx, application.id(), application.status(), "Die Gebühr ist bezahlt.")));
        places.all()
                .forEach(place -> payments.payee(
                        place.slug(), config.transfers().of(place).orElseGet(() -> peers.payee(place))));
        return payments.build();
    }

    private static Site site(PortalConfig config, Places places) {
        return new Site(
                NAME,
                config.publicUrl().getAuthority(),
                config.demo(),
                new Assets(places.stylesheet()),
                List.of(
                        new Link("Alle Städte", "/"),
                        new Link("Mein Postkorb", "/postkorb"),
                        new Link("Hilfe", "/hilfe")));
    }

    public int port() {
        return server.port();
    }

    /** Lets running requests and jobs finish, then closes the database. */
    @Override
    public void close() {
        server.close();
        close(parts);
    }

    /** In the opposite order of their start. */
    private static void close(List<AutoCloseable> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            try {
                parts.get(i).close();
            } catch (Exception e) {
                LOG.warn(
                        "A part of the portal could not be closed: {}",
                        e.getClass().getName());
            }
        }
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
                Für Ämter: %s/amt%s
                %s
                Beenden mit Strg+C.
                """
                .formatted(
                        NAME,
                        config.publicUrl(),
                        config.publicUrl(),
                        PortalConfig.DEMO_DESK_PASSWORD.equals(config.deskPassword())
                                ? " mit dem Passwort " + PortalConfig.DEMO_DESK_PASSWORD
                                : "",
                        config.demo()
                                ? "Dies ist eine Demonstration mit ausgedachten Daten und keine offizielle Website."
                                : "Echtbetrieb: Anmeldung und Bezahlen laufen über die eingestellten Systeme.");
    }
}
