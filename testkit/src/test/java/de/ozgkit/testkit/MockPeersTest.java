// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.payment.connector.EpayBl;
import de.ozgkit.payment.connector.EpayBlSoap;
import de.ozgkit.payment.connector.GiroCheckout;
import de.ozgkit.payment.connector.PmPayment;
import de.ozgkit.payment.connector.XBezahldienste;
import de.ozgkit.testkit.client.OneChoice;
import de.ozgkit.xoevfim.client.FimPortal;
import de.ozgkit.xoevfim.client.XRepository;
import de.ozgkit.xoevfim.genericode.Genericode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class MockPeersTest {

    private static final Pattern READY =
            Pattern.compile("ozgkit mocks ready .*nutzerkonto=(http://127\\.0\\.0\\.1:[0-9]+).*");

    private static final Map<String, String> BOOKED = Map.of("haushaltsstelle", "1100260000", "objektnummer", "4711");

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

    @Test
    void serves_code_lists_and_schemas_from_folders(@TempDir Path folder) throws Exception {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Path schemas = Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(
                lists.resolve("dogs.xml"),
                "<g:CodeList xmlns:g='" + Genericode.NAMESPACE + "'><Identification><Version>1</Version>"
                        + "<CanonicalUri>urn:de:test:dogs</CanonicalUri></Identification></g:CodeList>");
        Files.writeString(lists.resolve("readme.txt"), "no list");
        Files.write(schemas.resolve("dog.xml"), OneChoice.xml("S99000000001", "1.0.0", "Hund", "urn:de:test:dogs"));
        List<String> arguments = List.of("--state=" + folder, "--xrepository=" + lists, "--fimportal=" + schemas);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream end = new InputStream() {
            @Override
            public int read() {
                URI repository = address(out, "xrepository");
                URI portal = address(out, "fimportal");
                assertThat(XRepository.at(repository).build().codeList("urn:de:test:dogs"))
                        .isPresent();
                assertThat(FimPortal.at(portal).build().xdf("S99000000001", "latest"))
                        .isPresent();
                return -1;
            }
        };
        MockPeers.run(arguments, end, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThatThrownBy(() ->
                        MockPeers.run(List.of("--state=" + folder, "--fimportal=" + folder + "/none"), end, System.out))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void serves_every_payment_platform_that_it_has_a_secret_for(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim-4711\n");
        char[] known = "geheim-4711".toCharArray();
        List<String> arguments = List.of(
                "--state=" + folder,
                "--pmpayment-salt-file=" + secret,
                "--girocheckout-password-file=" + secret,
                "--xbezahldienste-secret-file=" + secret,
                "--epaybl-secret-file=" + secret,
                "--epaybl-soap=V3");
        List<String> answers = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream end = new InputStream() {
            @Override
            public int read() {
                URI xb = address(out, "xbezahldienste");
                URI soap = address(out, "epaybl-soap");
                Stream.of(
                                PmPayment.with("05562032", "hundesteuer", known)
                                        .base(address(out, "pmpayment"))
                                        .build(),
                                GiroCheckout.with("1234567", "1234", known)
                                        .base(address(out, "girocheckout"))
                                        .accounting(Map.of("kassenzeichen", "4200000000061"))
                                        .build(),
                                XBezahldienste.with(xb, "hundesteuer", "05562032")
                                        .oauth2(xb.resolve(MockXBezahldienste.TOKEN), MockXBezahldienste.USER, known)
                                        .build(),
                                EpayBl.with(address(out, "epaybl"), "B000004", "BW100001", known)
                                        .methods("KREDITKARTE")
                                        .accounting(BOOKED)
                                        .withoutClientKey()
                                        .build(),
                                EpayBlSoap.with(
                                                EpayBlSoap.Profile.V3,
                                                soap.resolve(MockEpayBlSoap.SERVICES),
                                                soap.resolve("/paypage"),
                                                "1610000000",
                                                "42")
                                        .accounting(BOOKED)
                                        .withoutClientKey()
                                        .build())
                        .forEach(connector -> answers.add(connector.check().code()));
                return -1;
            }
        };
        MockPeers.run(arguments, end, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(answers).hasSize(5).containsOnly("ok");
        assertThatThrownBy(() -> MockPeers.run(List.of("--epaybl-secret-file=" + folder), end, System.out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--epaybl-secret-file");
        assertThatThrownBy(() -> MockPeers.run(List.of("--epaybl-soap=V4"), end, System.out))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static URI address(ByteArrayOutputStream out, String peer) {
        Matcher found = Pattern.compile(" " + peer + "=(\\S+)").matcher(out.toString(StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return URI.create(found.group(1));
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
