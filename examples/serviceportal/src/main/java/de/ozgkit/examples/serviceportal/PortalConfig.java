// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.examples.serviceportal.catalogue.Places;
import de.ozgkit.examples.serviceportal.pay.TransferAccounts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an administrator sets from outside, read once at the start from environment variables {@code OZG_*}. Wrong values end the start
 * with a {@link ConfigurationException} that names the variable and what it expects. The README of this example lists them all.
 *
 * @param port TCP port to listen on; {@code OZG_PORT=0} has picked a free one
 * @param publicUrl how citizens reach the portal, without a slash at the end; {@code https} switches on HSTS and secure cookies
 * @param dataDir folder for the H2 file and other state
 * @param demo whether mock peers and example persons are at hand
 * @param peers the systems to speak to where this is no demo
 * @param transfers the places whose fees are paid by bank transfer
 * @param formTargets origins besides our own that a form may be sent to (log-in and pay pages)
 */
public record PortalConfig(
        int port,
        URI publicUrl,
        Path dataDir,
        DatabaseAccess database,
        boolean demo,
        Optional<RealPeers> peers,
        TransferAccounts transfers,
        String deskPassword,
        SessionLimits sessions,
        List<String> formTargets,
        Optional<Path> schema) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_PASSWORD = 12;
    static final String DEMO_DESK_PASSWORD = "amt-demo";
    /** No bank's number begins with 9. */
    static final String DEMO_TRANSFER = "waltrop=DE53999999990000000042";

    /** Where the tables are. The password stays out of {@link #toString()}. */
    public record DatabaseAccess(String url, String user, String password) {
        @Override
        public String toString() {
            return "DatabaseAccess[user=" + user + "]";
        }
    }

    /** How long a session lives: without a request, and at most. */
    public record SessionLimits(Duration idle, Duration absolute) {}

    public PortalConfig {
        formTargets = List.copyOf(formTargets);
    }

    /** Reads the variables, usually {@code System.getenv()}. */
    public static PortalConfig from(Map<String, String> environment) {
        Variables in = new Variables(environment);
        int port = freeIfZero(in.number("OZG_PORT", 8080, 0, HIGHEST_PORT));
        boolean demo = in.flag("OZG_DEMO", true);
        Path dataDir = in.path("OZG_DATA_DIR").orElse(Path.of("data"));
        return new PortalConfig(
                port,
                publicUrl(in, port),
                dataDir,
                database(in, dataDir),
                demo,
                demo ? Optional.empty() : Optional.of(RealPeers.from(in)),
                transfers(in, demo),
                deskPassword(in, demo),
                sessionLimits(in),
                formTargets(in),
                Optional.empty());
    }

    /** The same with a form schema of one's own, given by {@code -Dschema=FILE}. */
    public PortalConfig withSchema(Path file) {
        return new PortalConfig(
                port,
                publicUrl,
                dataDir,
                database,
                demo,
                peers,
                transfers,
                deskPassword,
                sessions,
                formTargets,
                Optional.of(file));
    }

    /** The same with more origins that a form may be sent to: those of the peers that were found. */
    public PortalConfig withFormTargets(List<String> more) {
        List<String> all = new ArrayList<>(formTargets);
        all.addAll(more);
        return new PortalConfig(
                port, publicUrl, dataDir, database, demo, peers, transfers, deskPassword, sessions, all, schema);
    }

    /** Whether citizens come by https, so that cookies and HSTS may insist on it. */
    public boolean https() {
        return "https".equals(publicUrl.getScheme());
    }

    @Override
    public String toString() {
        return "PortalConfig[port=" + port + ", publicUrl=" + publicUrl + ", demo=" + demo + "]";
    }

    /** Picks the port before anything else starts, since log-in and payment are told our address in advance. */
    private static int freeIfZero(int port) {
        if (port != 0) {
            return port;
        }
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ConfigurationException("portal.config", "No free TCP port was found; set OZG_PORT", e);
        }
    }

    private static URI publicUrl(Variables in, int port) {
        String text = in.text("OZG_PUBLIC_URL").orElse("http://localhost:" + port);
        URI url = Variables.origin("OZG_PUBLIC_URL", text.replaceAll("/+$", ""));
        if (url.getPath() != null && !url.getPath().isEmpty()) {
            throw Variables.wrong("OZG_PUBLIC_URL", "an address without a path, such as https://portal.example.de");
        }
        return url;
    }

    private static DatabaseAccess database(Variables in, Path dataDir) {
        String file = dataDir.toAbsolutePath().normalize().resolve("portal").toString();
        String url = in.text("OZG_JDBC_URL").orElse("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw Variables.wrong("OZG_JDBC_URL", "jdbc:postgresql://… or jdbc:h2:…");
        }
        return new DatabaseAccess(
                url,
                in.text("OZG_JDBC_USER").orElse("ozg"),
                in.text("OZG_JDBC_PASSWORD").orElse(""));
    }

    private static TransferAccounts transfers(Variables in, boolean demo) {
        Map<String, String> ibans = new HashMap<>();
        Places places = Places.load();
        for (String entry :
                in.text("OZG_TRANSFER_IBANS").orElse(demo ? DEMO_TRANSFER : "").split(",")) {
            String[] parts = entry.trim().split("\\s*=\\s*", 2);
            if (parts.length == 2 && places.find(parts[0]).isPresent() && isIban(parts[1])) {
                ibans.put(parts[0], parts[1]);
            } else if (!entry.isBlank()) {
                throw Variables.wrong(
                        "OZG_TRANSFER_IBANS",
                        "places and IBANs with their right check digits, such as waltrop=DE…, marl=DE…");
            }
        }
        return new TransferAccounts(ibans);
    }

    private static boolean isIban(String iban) {
        try {
            TransferAccounts.account("Stadt", iban);
            return true;
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private static String deskPassword(Variables in, boolean demo) {
        Optional<String> given = in.text("OZG_DESK_PASSWORD");
        if (demo) {
            return given.orElse(DEMO_DESK_PASSWORD);
        }
        return given.filter(password -> password.length() >= SHORTEST_PASSWORD)
                .orElseThrow(() -> Variables.wrong(
                        "OZG_DESK_PASSWORD", "a password of at least 12 characters when OZG_DEMO is false"));
    }

    private static SessionLimits sessionLimits(Variables in) {
        int idle = in.number("OZG_SESSION_IDLE_MINUTES", 30, 5, 240);
        int absolute = in.number("OZG_SESSION_MAX_MINUTES", 480, idle, 1440);
        return new SessionLimits(Duration.ofMinutes(idle), Duration.ofMinutes(absolute));
    }

    private static List<String> formTargets(Variables in) {
        return in.text("OZG_FORM_TARGETS").stream()
                .flatMap(text -> Stream.of(text.trim().split("[\\s,]+")))
                .map(origin -> Variables.origin("OZG_FORM_TARGETS", origin).toString())
                .toList();
    }
}
