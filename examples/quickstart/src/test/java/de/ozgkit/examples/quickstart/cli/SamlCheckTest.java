// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.testkit.MockNutzerkonto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamlCheckTest {

    private static final Clock NOW = Clock.systemUTC();
    private static final KeyMaterial GOOD = KeyMaterial.selfSigned("portal.example.test", Duration.ofDays(365), NOW);
    private static final KeyMaterial SHORT_LIVED = keyFromDaysAgo(3650 - 20);
    private static final KeyMaterial EXPIRED = keyFromDaysAgo(3650 + 35);

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> settings = new TreeMap<>();

    @BeforeAll
    static void write_keys() throws Exception {
        GOOD.writePkcs12(keys.resolve("good.p12"), "geheim-1".toCharArray());
        SHORT_LIVED.writePkcs12(keys.resolve("soon.p12"), "geheim-1".toCharArray());
        EXPIRED.writePkcs12(keys.resolve("expired.p12"), "geheim-1".toCharArray());
        Files.writeString(
                keys.resolve("other.crt"),
                pem("CERTIFICATE", SHORT_LIVED.certificate().getEncoded()));
        Files.writeString(
                keys.resolve("good.key"), pem("PRIVATE KEY", GOOD.privateKey().getEncoded()));
    }

    @BeforeEach
    void describe_a_good_registration() throws Exception {
        settings.putAll(Map.of(
                "profile", "BUNDID",
                "entityId", "https://portal.example.test",
                "acs", "https://portal.example.test/saml/acs",
                "metadata",
                        Files.writeString(folder.resolve("account.xml"), metadata("POST", "", GOOD))
                                .toString(),
                "keys", keys.resolve("good.p12").toString(),
                "keysPassword", "geheim-1",
                "serviceId", "BMI-B0000001",
                "displayName", "Stadt Recklinghausen"));
    }

    @Test
    void prints_what_to_send_where_all_is_well() throws IOException {
        assertThat(check()).isZero();
        assertThat(out())
                .contains(
                        "brauchbar, 0 Fehler, 0 weitere Befunde",
                        "Fingerabdrücke (SHA-256)",
                        "[ ] Metadaten im Self-Service-Portal")
                .contains("entityID=\"https://portal.example.test\"", CertificateCheck.fingerprint(GOOD.certificate()))
                .doesNotContain("geheim");
    }

    @Test
    void speaks_english_and_writes_the_metadata_to_a_file() throws IOException {
        Path file = folder.resolve("sp.xml");

        assertThat(check("--lang", "en", "--out", file.toString())).isZero();
        assertThat(out())
                .contains("usable, 0 errors", "[ ] Upload the metadata")
                .doesNotContain("<md:Entity");
        assertThat(Files.readString(file)).startsWith("<?xml").contains("AssertionConsumerService");
    }

    @Test
    void prints_one_object_for_programs() throws IOException {
        settings.put("acs", "http://portal.example.test/saml/acs");

        assertThat(check("--json")).isEqualTo(1);
        JsonNode report = JsonMapper.builder().build().readTree(out());
        assertThat(report.get("usable").asBoolean()).isFalse();
        assertThat(report.get("findings").get(0).get("rule").asString()).isEqualTo("saml.acs.https");
        assertThat(report.get("findings").get(0).get("path").asString()).isEqualTo("acs");
        assertThat(report.get("fingerprints").size()).isEqualTo(2);
        assertThat(report.has("metadata")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            profile             | DEUTSCHLANDID                          | 1 | saml.profile
            entityId            |                                        | 1 | saml.address
            entityId            | http://portal.example.test             | 1 | saml.entity_id.https
            entityId            | https://portal.example.test:8443       | 1 | saml.entity_id.port
            entityId            | https://Portal.example.test            | 0 | saml.entity_id.form
            entityId            | https://other.example.test             | 0 | saml.entity_id.host
            registeredEntityId  | https://portal.example.test/           | 1 | saml.entity_id.changed
            registeredEntityId  | https://former.example.test            | 1 | saml.entity_id.host_changed
            acs                 | http://portal.example.test/saml/acs    | 1 | saml.acs.https
            acs                 | https://portal.example.test/acs?a=b    | 1 | saml.acs.form
            acs                 | http://localhost:8080/saml/acs         | 0 | saml.acs.local
            serviceId           |                                        | 1 | saml.service_id
            serviceId           | BMI-12                                 | 0 | saml.service_id.form
            displayName         |                                        | 1 | saml.display_name
            displayName         | 123456789 123456789 123456789 123456789 123456789 x | 0 | saml.display_name.long
            metadata            |                                        | 1 | saml.metadata
            metadata            | missing.xml                            | 1 | saml.metadata
            keys                |                                        | 1 | saml.keys
            keysPassword        | falsch                                 | 1 | key.password
            keysPasword         | x                                      | 0 | saml.setting
            """)
    void tells_what_is_wrong_with_a_setting(String name, String value, int exit, String rule) throws IOException {
        settings.put(name, value == null ? "" : value);

        assertThat(check()).as(out()).isEqualTo(exit);
        assertThat(out()).contains(rule + "  ").doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "expired.p12, 1, saml.certificate.expired",
        "soon.p12, 0, saml.certificate.expires_soon",
        "none.p12, 1, key.file"
    })
    void looks_at_our_certificate(String file, int exit, String rule) throws IOException {
        settings.put("keys", keys.resolve(file).toString());

        assertThat(check()).isEqualTo(exit);
        assertThat(out()).contains(rule + "  keys");
    }

    @ParameterizedTest
    @CsvSource({
        "1024, SHA256withRSA, 1, saml.key.weak",
        "2048, SHA256withRSA, 0, saml.key.short",
        "3072, SHA1withRSA, 0, saml.certificate.hash"
    })
    void looks_at_the_strength_of_our_certificate(int bits, String algorithm, int exit, String rule) throws Exception {
        settings.put("keys", keytool(bits, algorithm).toString());

        assertThat(check()).as(out()).isEqualTo(exit);
        assertThat(out()).contains(rule + "  keys");
    }

    @ParameterizedTest
    @CsvSource({
        "1024, SHA256withRSA, 1, saml.metadata",
        "2048, SHA256withRSA, 0, saml.key.short",
        "3072, SHA1withRSA, 0, saml.certificate.hash"
    })
    void looks_at_the_strength_of_the_certificate_of_the_account(int bits, String algorithm, int exit, String rule)
            throws Exception {
        KeyStore store = KeyStore.getInstance(keytool(bits, algorithm).toFile(), "geheim-1".toCharArray());
        account(metadata("POST", "", (X509Certificate) store.getCertificate("key")));

        assertThat(check()).as(out()).isEqualTo(exit);
        assertThat(out()).contains(rule + "  metadata");
    }

    @Test
    void prints_what_to_send_before_anything_is_known_of_the_account() throws Exception {
        String ours = "entityID=\"https://portal.example.test\"";
        settings.remove("metadata");
        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains("saml.metadata  metadata", "[ ] Metadaten im Self-Service-Portal", ours);

        settings.put("metadata", folder.resolve("account.xml").toString());
        account("<EntityDescriptor");
        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains("unbrauchbar, 1 Fehler", ours);

        account(metadata("SOAP", "", GOOD));
        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains(ours);

        account(metadata("POST", "validUntil=\"2026-01-01T00:00:00Z\"", EXPIRED));
        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains("saml.metadata.expired", "saml.certificate.expired", ours);
    }

    @Test
    void notices_a_private_key_that_belongs_to_another_certificate() throws IOException {
        settings.remove("keys");
        settings.remove("keysPassword");
        settings.put("certificate", keys.resolve("other.crt").toString());
        settings.put("privateKey", keys.resolve("good.key").toString());

        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains("key.mismatch  certificate");
    }

    @Test
    void publishes_the_next_key_too() throws IOException {
        settings.put("nextKeys", keys.resolve("soon.p12").toString());
        settings.put("nextKeysPassword", "geheim-1");

        assertThat(check()).isZero();
        assertThat(out().split("use=\"signing\"", -1)).hasSize(3);
    }

    @Test
    void looks_at_the_metadata_of_the_account() throws Exception {
        account(metadata("Redirect", "", GOOD));
        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains("saml.metadata.binding");

        account(metadata("SOAP", "", GOOD));
        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains("saml.metadata  metadata");

        account(metadata("POST", "validUntil=\"2026-01-01T00:00:00Z\"", GOOD));
        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains("saml.metadata.expired");

        account(metadata("POST", "validUntil=\"" + Instant.now().plus(Duration.ofDays(3)) + "\"", GOOD));
        assertThat(check()).isZero();
        assertThat(out()).contains("saml.metadata.expires_soon");

        account(metadata("POST", "", EXPIRED));
        assertThat(check()).isEqualTo(1);
        assertThat(out()).contains("saml.certificate.expired  metadata");

        account(metadata("POST", "", EXPIRED, GOOD));
        assertThat(check()).as("one of two may have expired").isZero();
        assertThat(out()).contains("Warnung  saml.certificate.expired  metadata");
    }

    @Test
    void fetches_metadata_and_compares_the_clocks() throws Exception {
        String xml = metadata("POST", "", GOOD);
        settings.remove("metadata");
        assertThat(checkOnline(xml, Duration.ZERO)).containsExactly("WARNING saml.metadata.pin");

        settings.put("metadataFingerprints", CertificateCheck.fingerprint(GOOD.certificate()));
        assertThat(checkOnline(xml, Duration.ZERO)).isEmpty();
        assertThat(checkOnline(xml, Duration.ofMinutes(-2))).containsExactly("WARNING saml.clock");

        settings.put("metadataFingerprints", CertificateCheck.fingerprint(EXPIRED.certificate()));
        assertThat(checkOnline(xml, Duration.ofMinutes(10)))
                .containsExactly("ERROR saml.clock", "ERROR saml.metadata.foreign_certificate");
    }

    @Test
    void asks_less_of_the_account_for_organisations() throws IOException {
        settings.put("profile", "unternehmenskonto");
        settings.remove("serviceId");
        settings.remove("displayName");

        assertThat(check()).isZero();
        assertThat(out()).contains("Datenkranz").doesNotContain("BMI-");
    }

    @Test
    void fails_like_the_other_commands_where_there_is_no_file() {
        assertThat(run("saml", "check", folder.resolve("none.properties").toString()))
                .isEqualTo(3);
        assertThat(run("saml", "check")).isEqualTo(2);
        assertThat(run("saml", "--help")).isZero();
    }

    /** The JDK's own tool, since nothing of ours makes keys as bad as these. */
    private Path keytool(int bits, String algorithm) throws Exception {
        Path file = folder.resolve(bits + algorithm + ".p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        String.valueOf(bits),
                        "-sigalg",
                        algorithm,
                        "-validity",
                        "365",
                        "-dname",
                        "CN=portal.example.test",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "geheim-1",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(tool.waitFor())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
        return file;
    }

    private void account(String xml) throws IOException {
        Files.writeString(folder.resolve("account.xml"), xml);
    }

    /** By a clock of ours that is off by so much; the findings by severity and rule. */
    private List<String> checkOnline(String xml, Duration off) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/idp", exchange -> {
            byte[] body = xml.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Properties all = new Properties();
            all.putAll(settings);
            all.put("metadataUrl", "http://127.0.0.1:" + server.getAddress().getPort() + "/idp");
            return new SamlCheck(new SamlSettings(all, folder), Clock.offset(NOW, off))
                    .run().findings().stream()
                            .map(finding -> finding.severity() + " " + finding.rule())
                            .toList();
        } finally {
            server.stop(0);
        }
    }

    private int check(String... more) throws IOException {
        StringBuilder text = new StringBuilder();
        settings.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\"))
                .append('\n'));
        Path file = Files.writeString(folder.resolve("portal.properties"), text);
        String[] all = new String[more.length + 3];
        all[0] = "saml";
        all[1] = "check";
        System.arraycopy(more, 0, all, 2, more.length);
        all[all.length - 1] = file.toString();
        return run(all);
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return Ozgkit.run(
                new Ozgkit.Streams(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false),
                args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String metadata(String binding, String attributes, KeyMaterial... signers)
            throws CertificateEncodingException {
        return metadata(
                binding,
                attributes,
                Stream.of(signers).map(KeyMaterial::certificate).toArray(X509Certificate[]::new));
    }

    private static String metadata(String binding, String attributes, X509Certificate... signers)
            throws CertificateEncodingException {
        StringBuilder descriptors = new StringBuilder();
        for (X509Certificate signer : signers) {
            descriptors
                    .append("<md:KeyDescriptor use='signing'><ds:KeyInfo><ds:X509Data><ds:X509Certificate>")
                    .append(Base64.getEncoder().encodeToString(signer.getEncoded()))
                    .append("</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>");
        }
        return "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'"
                + " xmlns:ds='http://www.w3.org/2000/09/xmldsig#' entityID='https://account.example.test/idp' "
                + attributes
                + "><md:IDPSSODescriptor protocolSupportEnumeration='urn:oasis:names:tc:SAML:2.0:protocol'>"
                + descriptors
                + "<md:SingleSignOnService Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-" + binding
                + "' Location='https://account.example.test/sso'/></md:IDPSSODescriptor></md:EntityDescriptor>";
    }

    /** Such keys are good for 3,650 days. */
    private static KeyMaterial keyFromDaysAgo(long days) {
        return MockNutzerkonto.newKey(Clock.offset(NOW, Duration.ofDays(-days)));
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }
}
