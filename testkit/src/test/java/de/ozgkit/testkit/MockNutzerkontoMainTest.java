// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.login;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("slow")
class MockNutzerkontoMainTest {

    @Test
    void runs_as_a_program_and_keeps_its_key(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("konto.p12");

        IdpMetadata first = metadataOf("--key", key.toString(), "--folder", folder.toString());
        IdpMetadata second = metadataOf("--key", key.toString(), "--profile", "servicekonto-nrw");

        assertThat(second.signingCertificates()).isEqualTo(first.signingCertificates());
    }

    @Test
    void an_organisation_logs_in_at_the_program(@TempDir Path folder) throws Exception {
        Process account = java("--profile", "unternehmenskonto", "--folder", folder.toString());
        try (BufferedReader out = account.inputReader(StandardCharsets.UTF_8)) {
            Nutzerkonto konto = Nutzerkonto.unternehmenskonto()
                    .serviceProvider(Portal.ENTITY_ID, Portal.ACS)
                    .identityProvider(ready(out))
                    .keys(Portal.SP_KEY)
                    .state(LoginState.jdbc(Portal.h2()))
                    .build();
            Files.writeString(folder.resolve("portal.xml"), konto.metadata());
            LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);

            Map<String, String> choice = Forms.hidden(Forms.post(request.destination(), request.fields()));
            choice.putAll(Map.of("person", "ag", "method", "ELSTER", "action", "login"));
            Map<String, String> answer =
                    Forms.hidden(Forms.post(request.destination().resolve("/login"), choice));

            assertThat(konto.complete(answer.get("SAMLResponse"), answer.get("RelayState"), Portal.BROWSER))
                    .isInstanceOfSatisfying(
                            LoginOutcome.Authenticated.class,
                            in -> assertThat(in.identity().displayName()).isEqualTo("Firma Beispiel AG"));
        } finally {
            stop(account);
        }
    }

    @Test
    void tells_what_it_can_do() throws Exception {
        Process help = java("--help");
        Process wrong = java("--prot", "1");

        assertThat(new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("--metadata FILE", "--folder FOLDER");
        assertThat(help.waitFor()).isZero();
        assertThat(new String(wrong.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("unknown option --prot");
        assertThat(wrong.waitFor()).isEqualTo(2);
    }

    @Test
    void knows_every_service_whose_metadata_lie_in_the_folder(@TempDir Path folder) throws IOException {
        try (MockNutzerkonto account = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC())
                .serviceProviders(folder)) {
            Nutzerkonto konto =
                    Portal.with(account, LoginState.jdbc(Portal.h2())).build();
            Files.writeString(folder.resolve("a-broken.xml"), "<EntityDescriptor");
            Files.writeString(folder.resolve("portal.xml"), konto.metadata());

            assertThat(Portal.walk(konto, account, Portal.login(), login(TestPersons.ERIKA_MUSTERMANN)))
                    .isInstanceOf(LoginOutcome.Authenticated.class);
        }
    }

    private static IdpMetadata metadataOf(String... options) throws Exception {
        Process account = java(options);
        try (BufferedReader out = account.inputReader(StandardCharsets.UTF_8)) {
            return ready(out);
        } finally {
            stop(account);
        }
    }

    private static IdpMetadata ready(BufferedReader out) throws Exception {
        String line = out.readLine();
        assertThat(line).contains("is ready");
        URI metadata = URI.create(line.substring(line.indexOf("http")));
        var response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metadata).build(), HttpResponse.BodyHandlers.ofInputStream());
        return IdpMetadata.read(response.body());
    }

    private static void stop(Process account) throws InterruptedException {
        account.destroy();
        assertThat(account.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Process java(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                MockNutzerkontoMain.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }
}
