// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.cluster;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.testkit.MockNutzerkonto;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of one portal, each a process, on one PostgreSQL: which of them a browser comes to must not matter. */
@Tag("slow")
class ClusterTest {

    private static final int ROUNDS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final BrowserKey BROWSER = BrowserKey.fresh(Tokens.secure());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static MockNutzerkonto account;
    private static final List<Node> NODES = new ArrayList<>();

    /** A node that is running. */
    private record Node(Process process, URI address) {}

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        // Short keys: what is tested is the memory.
        KeyMaterial key = MockNutzerkonto.newKey(MockNutzerkonto.KeyKind.RSA_2048, Clock.systemUTC());
        account = new MockNutzerkonto(0, AccountProfile.BUNDID, key, Clock.systemUTC());
        key.writePkcs12(folder.resolve("portal.p12"), PortalNode.PASSWORD.toCharArray());
        try (var metadata = account.uri("/metadata").toURL().openStream()) {
            Files.copy(metadata, folder.resolve("account.xml"));
        }
        account.serviceProvider(
                PortalNode.konto(account.metadata(), key, LoginState.jdbc(postgres.getPostgresDatabase()))
                        .metadata());
        List<Process> starting = List.of(process(), process());
        for (Process process : starting) {
            NODES.add(node(process));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (Node node : NODES) {
            node.process().destroyForcibly().waitFor();
        }
        account.close();
        postgres.close();
    }

    @Test
    void the_same_response_posted_to_both_at_once_logs_in_once() throws Exception {
        Map<String, Integer> winners = new TreeMap<>();
        long begun = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            LoginRequest request = begin(NODES.get(round % 2));
            String response = account.answer(request, login(ERIKA_MUSTERMANN));

            CompletableFuture<String> first = complete(NODES.get(0), request, response);
            CompletableFuture<String> second = complete(NODES.get(1), request, response);

            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder("in", "saml.replay");
            winners.merge(first.get().equals("in") ? "first node" : "second node", 1, Integer::sum);
        }
        System.out.printf(
                "cluster: %d responses, each posted to two nodes at once: %s accepted, %d refused as replay, %d ms%n",
                ROUNDS,
                winners,
                ROUNDS,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    @Test
    void a_log_in_that_one_node_began_is_completed_by_the_other_and_by_no_other_browser() throws Exception {
        LoginRequest request = begin(NODES.get(0));
        String response = account.answer(request, login(ERIKA_MUSTERMANN));

        assertThat(complete(NODES.get(1), request, response, BrowserKey.fresh(Tokens.secure()))
                        .get())
                .isEqualTo("saml.unsolicited");
        assertThat(complete(NODES.get(1), request, response).get()).isEqualTo("in");
        assertThat(complete(NODES.get(0), request, response).get()).isEqualTo("saml.replay");
    }

    @Test
    void a_log_in_survives_the_node_that_began_it() throws Exception {
        Node doomed = node(process());
        LoginRequest request = begin(doomed);
        String response = account.answer(request, login(ERIKA_MUSTERMANN));
        // On POSIX systems this is SIGKILL: no shutdown hook runs, nothing is flushed.
        doomed.process().destroyForcibly().waitFor();

        assertThat(complete(NODES.get(1), request, response).get()).isEqualTo("in");
    }

    private static LoginRequest begin(Node node) throws Exception {
        String[] lines =
                post(node, "/begin", Map.of("browser", BROWSER.value())).get().split("\n");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("SAMLRequest", lines[1]);
        fields.put("RelayState", lines[2]);
        return new LoginRequest(URI.create(lines[0]), fields);
    }

    private static CompletableFuture<String> complete(Node node, LoginRequest request, String response) {
        return complete(node, request, response, BROWSER);
    }

    private static CompletableFuture<String> complete(
            Node node, LoginRequest request, String response, BrowserKey browser) {
        String relayState = String.valueOf(request.fields().get("RelayState"));
        return post(
                node, "/acs", Map.of("SAMLResponse", response, "RelayState", relayState, "browser", browser.value()));
    }

    private static CompletableFuture<String> post(Node node, String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(node.address().resolve(path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private static Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortalNode.class.getName(),
                        postgres.getJdbcUrl("postgres", "postgres"),
                        folder.resolve("account.xml").toString(),
                        folder.resolve("portal.p12").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until the process listens; what it says later is of no interest, but must be taken from it. */
    private static Node node(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(PortalNode.SAYS)) {
            line = output.readLine();
        }
        assertThat(line).as("the node must start").isNotNull();
        Thread rest = new Thread(() -> output.lines().forEach(ignored -> {}));
        rest.setDaemon(true);
        rest.start();
        return new Node(process, URI.create("http://127.0.0.1:" + line.substring(PortalNode.SAYS.length())));
    }
}
