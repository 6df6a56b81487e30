// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the mocks as a process of their own, for a portal in demonstration. Prints one line when they are ready and ends when its standard
 * input ends, so that it never outlives the process that started it.
 *
 * <pre>{@code
 * java … de.ozgkit.testkit.MockPeers --service-provider=sp.xml --pmpayment-salt-file=salt --state=demo/mocks
 * ozgkit mocks ready nutzerkonto=http://127.0.0.1:40001 pmpayment=http://127.0.0.1:40002
 * }</pre>
 *
 * <ul>
 *   <li>{@code --nutzerkonto-port=N}: 0, the default, for a free one
 *   <li>{@code --service-provider=FILE}: metadata of a portal that may log in; may be given several times; read for every request
 *   <li>{@code --pmpayment-salt-file=FILE}, {@code --girocheckout-password-file=FILE}, {@code --xbezahldienste-secret-file=FILE},
 *       {@code --epaybl-secret-file=FILE}: the secret shared with the portal; each of these platforms runs only if it is given.
 *       XBezahldienste takes OAuth2 with the client {@link MockXBezahldienste#USER}
 *   <li>{@code --epaybl-soap=V2} or {@code V3}: ePayBL by SOAP in that profile; runs only if it is given
 *   <li>{@code --pmpayment-port=N} and so on for every platform: 0, the default, for a free one
 *   <li>{@code --xrepository=DIR}: XRepository with the code lists in that folder (genericode, {@code *.xml}); runs only if it is given
 *   <li>{@code --fimportal=DIR}: the FIM portal with the schemas in that folder (XDatenfelder, {@code *.xml}); runs only if it is given
 *   <li>{@code --xrepository-port=N}, {@code --fimportal-port=N}: 0, the default, for a free one
 *   <li>{@code --state=DIR}: where the account keeps its key and the platforms their payments from one start to the next; without it all
 *       begin anew
 * </ul>
 *
 * @since 0.1
 */
public final class MockPeers implements AutoCloseable {

    private static final Set<String> OPTIONS = Set.of(
            "nutzerkonto-port",
            "service-provider",
            "pmpayment-port",
            "pmpayment-salt-file",
            "girocheckout-port",
            "girocheckout-password-file",
            "xbezahldienste-port",
            "xbezahldienste-secret-file",
            "epaybl-port",
            "epaybl-secret-file",
            "epaybl-soap-port",
            "epaybl-soap",
            "xrepository",
            "xrepository-port",
            "fimportal",
            "fimportal-port",
            "state");
    /** The key is thrown away with the demonstration; the password keeps nobody out and is not meant to. */
    private static final char[] PASSWORD = "demo".toCharArray();

    private final Map<String, MockPeer> peers = new LinkedHashMap<>();

    private MockPeers() {}

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        run(List.of(arguments), System.in, System.out);
    }

    /** Runs until the input ends; prints the line of addresses to the output. */
    static void run(List<String> arguments, InputStream in, PrintStream out) throws IOException {
        try (MockPeers mocks = start(arguments)) {
            out.println(mocks.addresses());
            out.flush();
            while (in.read() >= 0) {
                // What is written to the mocks has no meaning; only the end counts.
            }
        }
    }

    private static MockPeers start(List<String> arguments) {
        Map<String, List<String>> options = options(arguments);
        MockPeers mocks = new MockPeers();
        try {
            mocks.startAll(options);
            return mocks;
        } catch (RuntimeException e) {
            mocks.close();
            throw e;
        }
    }

    private void startAll(Map<String, List<String>> options) {
        peers.put("nutzerkonto", nutzerkonto(options));
        payments(options);
        if (options.containsKey("xrepository")) {
            MockXRepository repository = new MockXRepository(port(options, "xrepository-port"));
            peers.put("xrepository", repository);
            xmlFiles(options, "xrepository").forEach(file -> repository.holds(Genericode.read(file)));
        }
        if (options.containsKey("fimportal")) {
            MockFimPortal portal = new MockFimPortal(port(options, "fimportal-port"));
            peers.put("fimportal", portal);
            xmlFiles(options, "fimportal").forEach(file -> portal.publishes(XDatenfelder.read(file)));
        }
    }

    private String addresses() {
        return peers.entrySet().stream()
                .map(peer -> peer.getKey() + "=" + peer.getValue().uri())
                .collect(Collectors.joining(" ", "ozgkit mocks ready ", ""));
    }

    @Override
    public void close() {
        peers.values().forEach(MockPeer::close);
    }

    private static MockNutzerkonto nutzerkonto(Map<String, List<String>> options) {
        int port = port(options, "nutzerkonto-port");
        Clock clock = Clock.systemUTC();
        KeyMaterial key = options.containsKey("state")
                ? keptKey(Path.of(last(options, "state", "")), clock)
                : MockNutzerkonto.newKey(clock);
        MockNutzerkonto account = new MockNutzerkonto(port, AccountProfile.SERVICEKONTO_NRW, key, clock);
        options.getOrDefault("service-provider", List.of()).forEach(file -> account.serviceProvider(Path.of(file)));
        return account;
    }

    private void payments(Map<String, List<String>> options) {
        Optional<Path> state = Optional.ofNullable(options.get("state")).map(folders -> Path.of(lastOf(folders)));
        secret(options, "pmpayment-salt-file").ifPresent(salt -> {
            MockPmPayment.Builder mock = MockPmPayment.withSalt(salt).port(port(options, "pmpayment-port"));
            state.ifPresent(mock::state);
            peers.put("pmpayment", mock.start());
        });
        secret(options, "girocheckout-password-file").ifPresent(password -> {
            MockGiroCheckout.Builder mock =
                    MockGiroCheckout.withPassword(password).port(port(options, "girocheckout-port"));
            state.ifPresent(mock::state);
            peers.put("girocheckout", mock.start());
        });
        secret(options, "xbezahldienste-secret-file").ifPresent(secret -> {
            MockXBezahldienste.Builder mock = MockXBezahldienste.withOAuth2(MockXBezahldienste.USER, secret)
                    .port(port(options, "xbezahldienste-port"));
            state.ifPresent(mock::state);
            peers.put("xbezahldienste", mock.start());
        });
        secret(options, "epaybl-secret-file").ifPresent(secret -> {
            MockEpayBl.Builder mock = MockEpayBl.with(secret).port(port(options, "epaybl-port"));
            state.ifPresent(mock::state);
            peers.put("epaybl", mock.start());
        });
        if (options.containsKey("epaybl-soap")) {
            EpayBlSoap.Profile profile = EpayBlSoap.Profile.valueOf(last(options, "epaybl-soap", ""));
            MockEpayBlSoap.Builder mock = MockEpayBlSoap.of(profile).port(port(options, "epaybl-soap-port"));
            state.ifPresent(mock::state);
            peers.put("epaybl-soap", mock.start());
        }
    }

    private static int port(Map<String, List<String>> options, String name) {
        return Integer.parseInt(last(options, name, "0"));
    }

    private static List<Path> xmlFiles(Map<String, List<String>> options, String name) {
        try (Stream<Path> files = Files.list(Path.of(last(options, name, "")))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("--" + name + " must name a folder that can be read", e);
        }
    }

    private static Optional<char[]> secret(Map<String, List<String>> options, String name) {
        return Optional.ofNullable(options.get(name)).map(files -> {
            try {
                return Files.readString(Path.of(lastOf(files))).strip().toCharArray();
            } catch (IOException e) {
                throw new IllegalArgumentException("--" + name + " must name a file that can be read", e);
            }
        });
    }

    private static KeyMaterial keptKey(Path folder, Clock clock) {
        Path file = folder.resolve("nutzerkonto.p12");
        if (Files.exists(file)) {
            return KeyMaterial.pkcs12(file, PASSWORD);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException("--state must name a folder that can be written to", e);
        }
        KeyMaterial key = MockNutzerkonto.newKey(clock);
        key.writePkcs12(file, PASSWORD);
        return key;
    }

    private static Map<String, List<String>> options(List<String> arguments) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = argument.startsWith("--") && equals > 0 ? argument.substring(2, equals) : "";
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown option; there are --" + String.join("=…, --", OPTIONS) + "=…");
            }
            options.computeIfAbsent(name, key -> new ArrayList<>()).add(argument.substring(equals + 1));
        }
        return options;
    }

    private static String last(Map<String, List<String>> options, String name, String otherwise) {
        return lastOf(options.getOrDefault(name, List.of(otherwise)));
    }

    private static String lastOf(List<String> values) {
        return values.get(values.size() - 1);
    }
}
