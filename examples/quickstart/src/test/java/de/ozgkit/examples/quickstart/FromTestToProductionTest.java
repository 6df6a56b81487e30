// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.examples.quickstart.cli.Cli;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.testkit.MockNutzerkonto;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guide, "From test to production": runs what the chapter tells people to type. */
class FromTestToProductionTest {

    private static final String CHAPTER = Checkout.text(Checkout.file("docs/guide/from-test-to-production.md"));
    private static final String SETTINGS = block("properties").get(0);
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private static Path folder;

    private static String printed = "";

    @BeforeAll
    static void types_the_commands_of_the_chapter() throws Exception {
        // As long as those of BundID: the check has something to say about shorter ones.
        KeyMaterial key = MockNutzerkonto.newKey(MockNutzerkonto.KeyKind.RSA_3072, Clock.systemUTC());
        try (MockNutzerkonto account = new MockNutzerkonto(0, AccountProfile.BUNDID, key, Clock.systemUTC())) {
            String metadata = new String(
                    HttpGateway.to("account")
                            .build()
                            .send(HttpCall.get(account.uri("/metadata")))
                            .body(),
                    StandardCharsets.UTF_8);
            String ofIntegration = metadata.replace(
                    "entityID=\"" + account.uri("/idp") + "\"", "entityID=\"https://int.id.bund.de/idp\"");
            assertThat(ofIntegration).isNotEqualTo(metadata);
            Files.writeString(folder.resolve("bundid.xml"), ofIntegration);
        }
        Files.writeString(folder.resolve("portal.properties"), SETTINGS);
        for (String line : block("sh").stream().flatMap(String::lines).toList()) {
            if (line.startsWith("keytool ")) {
                keytool(arguments(line.substring("keytool ".length())));
            } else {
                assertThat(line).startsWith("examples/quickstart/ozgkit ");
                printed += ozgkit(arguments(line.substring("examples/quickstart/ozgkit ".length())));
            }
        }
    }

    @Test
    void the_key_is_one_that_the_library_takes() {
        KeyMaterial key =
                KeyMaterial.pkcs12(folder.resolve("portal.p12"), password().toCharArray());

        key.requireValid(Clock.systemUTC());
        assertThat(key.certificate().getSubjectX500Principal().getName()).contains("CN=portal.example.de");
        assertThat(folder.resolve("portal.crt")).content().startsWith("-----BEGIN CERTIFICATE");
    }

    @Test
    void the_check_says_what_the_chapter_shows() {
        assertThat(block("text").get(0).lines()).isNotEmpty().allSatisfy(line -> assertThat(printed)
                .contains(line));
        assertThat(printed).doesNotContain(password());
        assertThat(folder.resolve("portal-metadata.xml"))
                .content()
                .contains("entityID=\"https://portal.example.de\"", "https://portal.example.de/saml/acs");
    }

    @Test
    void both_certificates_are_published_while_the_key_changes() throws Exception {
        String make = block("sh").get(0).lines().findFirst().orElseThrow();
        keytool(arguments(make.substring("keytool ".length()).replace("portal.p12", "next.p12")));
        Files.writeString(
                folder.resolve("changing.properties"),
                SETTINGS + "\nnextKeys=next.p12\nnextKeysPassword=" + password() + "\n");

        ozgkit(List.of("saml", "check", "--out", "changing.xml", "changing.properties"));

        assertThat(Files.readString(folder.resolve("changing.xml")).split("use=\"encryption\"", -1))
                .hasSize(3);
    }

    @Test
    void the_check_knows_every_finding_that_the_chapter_explains() throws IOException {
        List<String> explained = Pattern.compile("^\\| (`[a-z_.`, ]+) \\|", Pattern.MULTILINE)
                .matcher(CHAPTER.substring(CHAPTER.indexOf("| finding |"), CHAPTER.indexOf("## 4.")))
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ")))
                .toList();
        String sources;
        try (Stream<Path> files =
                Files.list(Checkout.file("examples/quickstart/src/main/java/de/ozgkit/examples/quickstart/cli"))) {
            sources = String.join("", files.map(Checkout::text).toList());
        }

        assertThat(explained).hasSizeGreaterThan(20);
        assertThat(sources)
                .contains(explained.stream().map(rule -> '"' + rule + '"').toList());
    }

    /** What the command prints; it must end well. Files are meant to lie in our folder. */
    private static String ozgkit(List<String> arguments) {
        String[] here = arguments.stream()
                .map(argument ->
                        argument.contains(".") ? folder.resolve(argument).toString() : argument)
                .toArray(String[]::new);
        return Cli.run(here);
    }

    private static void keytool(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(arguments);
        command.add(
                0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile());
        builder.environment().put("KEYS_PASSWORD", password());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(() -> Checkout.text(folder.resolve("keytool.log")))
                .isZero();
    }

    private static String password() {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(SETTINGS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty("keysPassword");
    }

    private static List<String> arguments(String line) {
        return ARGUMENT.matcher(line)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    private static List<String> block(String language) {
        return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(CHAPTER)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
