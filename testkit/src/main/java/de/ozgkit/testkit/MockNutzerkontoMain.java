// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.identity.AccountProfile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * {@link MockNutzerkonto} as a program of its own, for portals in any language: {@code java -jar ozgkit-testkit-…-mock-idp.jar --help}.
 * Listens on this machine only and runs until it is stopped.
 *
 * @since 0.1
 */
public final class MockNutzerkontoMain {

    private static final String HELP =
            """
            An account for tests: a SAML identity provider that speaks BundID or Mein Unternehmenskonto, with people and
            organisations that do not exist.

              --port NUMBER       where to listen on this machine; a free port if not given
              --profile NAME      bundid (default), unternehmenskonto or servicekonto-nrw
              --metadata FILE     metadata of a service provider; may be given several times, and be written later
              --folder FOLDER     metadata of service providers in files *.xml, looked at anew for every request
              --key FILE          PKCS#12 file to keep the account's key in, made if missing; a new key if not given
              --help              this text

            The account's own metadata are at /metadata, log-ins begin at /sso. No real person's data belong here.
            """;

    /** Whoever reads the file of a mock may know it. */
    private static final char[] PASSWORD = "mock".toCharArray();

    private int port;
    private AccountProfile profile = AccountProfile.BUNDID;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private KeyMaterial key;

    private MockNutzerkontoMain(Deque<String> arguments) {
        KeyMaterial given = null;
        while (!arguments.isEmpty()) {
            String option = arguments.pop();
            String value = arguments.isEmpty() ? "" : arguments.pop();
            if (value.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            switch (option) {
                case "--port" -> port = number(value);
                case "--profile" -> profile = profile(value);
                case "--metadata" -> files.add(Path.of(value));
                case "--folder" -> folders.add(Path.of(value));
                case "--key" -> given = kept(Path.of(value));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        key = given == null ? MockNutzerkonto.newKey(Clock.systemUTC()) : given;
    }

    /** Runs until the process is stopped; ends with 2 and the help if an option is wrong. */
    public static void main(String... arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        try (MockNutzerkonto account = start(System.out, arguments)) {
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(HELP);
            System.exit(2);
        }
    }

    private static MockNutzerkonto start(PrintStream out, String... arguments) {
        MockNutzerkontoMain options = new MockNutzerkontoMain(new ArrayDeque<>(List.of(arguments)));
        var account = new MockNutzerkonto(options.port, options.profile, options.key, Clock.systemUTC());
        options.files.forEach(account::serviceProvider);
        options.folders.forEach(account::serviceProviders);
        out.println(options.profile.name() + " is ready: metadata at " + account.uri("/metadata"));
        return account;
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port needs a number", e);
        }
    }

    private static AccountProfile profile(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "bundid" -> AccountProfile.BUNDID;
            case "unternehmenskonto" -> AccountProfile.UNTERNEHMENSKONTO;
            case "servicekonto-nrw" -> AccountProfile.SERVICEKONTO_NRW;
            default -> throw new IllegalArgumentException("unknown profile " + name);
        };
    }

    private static KeyMaterial kept(Path file) {
        if (Files.exists(file)) {
            return KeyMaterial.pkcs12(file, PASSWORD);
        }
        KeyMaterial made = MockNutzerkonto.newKey(Clock.systemUTC());
        made.writePkcs12(file, PASSWORD);
        return made;
    }
}
