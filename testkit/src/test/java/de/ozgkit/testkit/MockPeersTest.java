// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.identity.IdpMetadata;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockPeersTest {

    private static final Pattern READY =
            Pattern.compile("ozgkit mocks ready .*nutzerkonto=(http://127\\.0\\.0\\.1:[0-9]+).*");

    @Test
    void prints_its_addresses_and_ends_with_its_input(@TempDir Path state) throws Exception {
        X509Certificate first = certificateOfARun(state);

        assertThat(certificateOfARun(state)).as("the key is kept").isEqualTo(first);
    }

    @Test
    void refuses_options_that_it_does_not_know() {
        assertThatThrownBy(() -> MockPeers.run(List.of("--nonsense=1"), System.in, System.out))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static X509Certificate certificateOfARun(Path state) throws Exception {
        try (var parent = new PipedOutputStream();
                var input = new PipedInputStream(parent);
                var output = new PipedInputStream();
                var print = new PrintStream(new PipedOutputStream(output), true, StandardCharsets.UTF_8)) {
            var run = CompletableFuture.runAsync(() -> {
                try {
                    MockPeers.run(List.of("--state=" + state, "--nutzerkonto-port=0"), input, print);
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            String line = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8)).readLine();
            Matcher ready = READY.matcher(line);
            assertThat(ready.matches()).as(line).isTrue();
            URI metadata = URI.create(ready.group(1) + "/metadata");
            X509Certificate certificate;
            try (var in = metadata.toURL().openStream()) {
                certificate = IdpMetadata.read(in).signingCertificates().get(0);
            }
            parent.close();
            run.get(30, TimeUnit.SECONDS);
            assertThatThrownBy(() -> metadata.toURL().openStream()).isInstanceOf(ConnectException.class);
            return certificate;
        }
    }
}
