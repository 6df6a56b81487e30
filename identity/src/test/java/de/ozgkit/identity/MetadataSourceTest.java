// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.http.HttpGateway;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class MetadataSourceTest {

    private static final KeyMaterial OLD = Fixture.KEY;
    private static final KeyMaterial NEW = Fixture.shortKey("new.example.test", Duration.ofDays(30));
    private static final String ENTITY = "https://account.example.test/idp";

    static {
        org.apache.xml.security.Init.init();
    }

    private final AtomicReference<String> served = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();
    private final TestClock clock = new TestClock();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            try {
                gate.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = served.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        gate.countDown();
        server.stop(0);
    }

    @Test
    void a_file_is_read_again_when_it_changes_and_a_broken_one_changes_nothing() throws Exception {
        Path file = folder.resolve("idp.xml");
        write(file, entity(ENTITY, "", OLD), 1);
        MetadataSource source = MetadataSource.file(file);
        IdpMetadata first = source.current();
        assertThat(source.current()).isSameAs(first);

        write(file, "<broken", 2);
        assertThat(source.current()).isSameAs(first);
        write(file, entity("https://other.example.test", "", OLD), 3);
        assertThat(source.current()).as("another account").isSameAs(first);
        Files.delete(file);
        assertThat(source.current()).isSameAs(first);

        write(file, entity(ENTITY, "", OLD, NEW), 4);
        assertThat(source.current().signingCertificates()).containsExactly(OLD.certificate(), NEW.certificate());
    }

    @Test
    void a_registration_goes_on_with_the_changed_file() throws Exception {
        Path file = folder.resolve("idp.xml");
        write(file, entity(ENTITY, "", OLD), 1);
        Nutzerkonto konto =
                Fixture.portal().identityProvider(MetadataSource.file(file)).build();
        write(file, entity(ENTITY, "", NEW).replace("/post", "/new"), 2);

        assertThat(konto.begin(Login.atLeast(TrustLevel.BASIC), BrowserKey.fresh(Tokens.secure()))
                        .destination())
                .hasPath("/new");
    }

    @Test
    void one_account_of_many_is_read_by_its_name() throws Exception {
        Path file = folder.resolve("many.xml");
        write(file, many("validUntil=\"2031-01-01T00:00:00Z\""), 1);

        IdpMetadata found = MetadataSource.file(file, ENTITY).current();

        assertThat(found.entityId()).isEqualTo(ENTITY);
        assertThat(found.validUntil()).contains(Instant.parse("2031-01-01T00:00:00Z"));
        unusable(() -> MetadataSource.file(file), "2 accounts");
        unusable(() -> MetadataSource.file(file, "https://unknown.example.test"), "0 accounts");
        unusable(() -> MetadataSource.file(folder.resolve("missing.xml")), "cannot be read");
    }

    @Test
    void reads_the_addresses_of_both_bindings_and_of_the_log_out() throws Exception {
        IdpMetadata metadata = IdpMetadata.read(
                new ByteArrayInputStream(entity(ENTITY, "", OLD).getBytes(StandardCharsets.UTF_8)));

        assertThat(metadata.sso().get(Binding.REDIRECT)).hasPath("/redirect");
        assertThat(metadata.logout().get(Binding.POST))
                .isEqualTo(new IdpMetadata.LogoutService(
                        URI.create("https://account.example.test/slo"),
                        URI.create("https://account.example.test/slo-answer")));
    }

    @Test
    @DisplayName("chapter 7, line 22: only the pinned certificates are believed")
    void believes_only_the_pinned_certificates() throws Exception {
        served.set(entity(ENTITY, "", OLD, NEW));

        assertThat(pinned(OLD).build().current().signingCertificates()).containsExactly(OLD.certificate());
        served.set(entity(ENTITY, "", NEW));
        unusable(() -> pinned(OLD).build().current(), "pinned");
    }

    @Test
    @DisplayName("chapter 7, line 22: only what the pinned signer signed as a whole is believed")
    void believes_only_what_the_pinned_signer_signed_as_a_whole() throws Exception {
        MetadataSource.Download download = source().signedBy(OLD.certificate()).entityId(ENTITY);
        String signed = sign(many("ID=\"_m\""), OLD);
        served.set(signed);
        assertThat(download.build().current().entityId()).isEqualTo(ENTITY);

        served.set(sign(many("ID=\"_m\""), NEW));
        unusable(() -> download.build().current(), "not signed");
        served.set(many("ID=\"_m\""));
        unusable(() -> download.build().current(), "not signed");
        served.set(signed.replace("/post", "/evil"));
        unusable(() -> download.build().current(), "not signed");
        String wrapped = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" ID=\"_n\">"
                + entity("https://evil.example.test", "", NEW) + signed + "</md:EntitiesDescriptor>";
        served.set(wrapped);
        unusable(() -> download.build().current(), "not signed");
    }

    @Test
    void fetches_when_it_is_due_and_keeps_the_old_when_it_fails() throws Exception {
        served.set(entity(ENTITY, "cacheDuration=\"PT10M\"", OLD));
        MetadataSource source = pinned(OLD, NEW).build();
        IdpMetadata first = source.current();
        clock.forward(Duration.ofMinutes(9));
        assertThat(source.current()).isSameAs(first);
        assertThat(asked).hasValue(1);

        served.set("");
        clock.forward(Duration.ofMinutes(2));
        assertThat(source.current()).isSameAs(first);
        served.set("nonsense");
        clock.forward(Duration.ofMinutes(6));
        assertThat(source.current()).isSameAs(first);

        served.set(entity(ENTITY, "", OLD, NEW));
        clock.forward(Duration.ofMinutes(6));
        assertThat(source.current().signingCertificates()).hasSize(2);
        assertThat(asked).hasValue(4);
        served.set(entity("https://other.example.test", "", OLD));
        clock.forward(Duration.ofHours(2));
        assertThat(source.current().entityId()).isEqualTo(ENTITY);
    }

    @Test
    void nobody_waits_for_a_slow_answer_while_a_valid_copy_is_there() throws Exception {
        served.set(entity(ENTITY, "", OLD));
        MetadataSource source = pinned(OLD).build();
        IdpMetadata first = source.current();
        gate = new CountDownLatch(1);
        clock.forward(Duration.ofHours(2));
        Thread fetching = new Thread(source::current);
        fetching.start();
        while (asked.get() < 2) {
            Thread.onSpinWait();
        }

        assertThat(source.current()).isSameAs(first);
        assertThat(fetching.isAlive()).isTrue();
        gate.countDown();
        fetching.join();
    }

    @Test
    void a_restart_goes_on_with_the_kept_copy_under_the_same_pin() throws Exception {
        Path copy = folder.resolve("data").resolve("idp.xml");
        served.set(entity(ENTITY, "", OLD));
        pinned(OLD).keptIn(copy).build().current();
        Files.setLastModifiedTime(copy, FileTime.from(clock.instant()));
        served.set("");

        assertThat(pinned(OLD).keptIn(copy).build().current().entityId()).isEqualTo(ENTITY);
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> pinned(NEW).keptIn(copy).build().current()).isInstanceOf(OzgException.class);
        Files.writeString(copy, "spoilt");
        assertThatThrownBy(() -> pinned(OLD).keptIn(copy).build().current()).isInstanceOf(OzgException.class);
        assertThat(copy.getParent()).isDirectoryContaining(file -> file.endsWith("idp.xml"));
        assertThat(copy.getParent().toFile().list()).hasSize(1);
    }

    @Test
    @DisplayName("chapter 7, line 22: what has run out is not taken")
    void what_has_run_out_is_not_taken() throws Exception {
        served.set(entity(ENTITY, "validUntil=\"2020-01-01T00:00:00Z\"", OLD));

        unusable(() -> pinned(OLD).build().current(), "run out");
    }

    @Test
    void a_pin_and_https_are_needed() {
        assertThatThrownBy(() -> source().build()).hasMessageContaining("pin");
        assertThatThrownBy(() -> source().signingCertificates("12:34")).hasMessageContaining("64");
        assertThatThrownBy(() -> MetadataSource.url(gateway(), URI.create("http://idp.example.test"))
                        .signedBy(OLD.certificate())
                        .build())
                .hasMessageContaining("https");
    }

    private MetadataSource.Download source() {
        return MetadataSource.url(
                        gateway(),
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/idp"))
                .clock(clock);
    }

    private static HttpGateway gateway() {
        return HttpGateway.to("account").retries(0).build();
    }

    private MetadataSource.Download pinned(KeyMaterial... keys) throws Exception {
        MetadataSource.Download download = source();
        for (KeyMaterial key : keys) {
            download.signingCertificates(fingerprint(key.certificate()));
        }
        return download;
    }

    private static String fingerprint(X509Certificate certificate) throws Exception {
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    private static void unusable(ThrowingCallable attempt, String word) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(ConfigurationException.class, e -> {
            assertThat(e.code()).isEqualTo("saml.metadata");
            assertThat(e.getMessage()).contains(word);
        });
    }

    private static void write(Path file, String xml, int second) throws IOException {
        Files.writeString(file, xml);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private static String many(String attributes) throws Exception {
        return "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" " + attributes + ">"
                + entity("https://first.example.test", "", NEW) + "<md:EntitiesDescriptor>" + entity(ENTITY, "", OLD)
                + "</md:EntitiesDescriptor></md:EntitiesDescriptor>";
    }

    private static String entity(String entityId, String attributes, KeyMaterial... keys) throws Exception {
        StringBuilder descriptors = new StringBuilder();
        for (KeyMaterial key : keys) {
            descriptors
                    .append("<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>")
                    .append(Base64.getEncoder().encodeToString(key.certificate().getEncoded()))
                    .append("</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>");
        }
        return ENTITY_XML.formatted(entityId, attributes, descriptors);
    }

    private static String sign(String xml, KeyMaterial key) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        document.getDocumentElement().setIdAttribute("ID", true);
        var signature = new XMLSignature(
                document,
                "",
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                "http://www.w3.org/2001/10/xml-exc-c14n#");
        document.getDocumentElement()
                .insertBefore(
                        signature.getElement(), document.getDocumentElement().getFirstChild());
        Transforms transforms = new Transforms(document);
        transforms.addTransform("http://www.w3.org/2000/09/xmldsig#enveloped-signature");
        transforms.addTransform("http://www.w3.org/2001/10/xml-exc-c14n#");
        signature.addDocument("#_m", transforms, "http://www.w3.org/2001/04/xmlenc#sha256");
        signature.sign(key.privateKey());
        StringWriter out = new StringWriter();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(out));
        return out.toString().replaceFirst("<\\?xml[^>]*>", "");
    }

    private static final String ENTITY_XML =
            """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" \
            entityID="%s" %s>
            <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">%s
            <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
            Location="https://account.example.test/slo" ResponseLocation="https://account.example.test/slo-answer"/>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
            Location="https://account.example.test/post"/>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" \
            Location="https://account.example.test/redirect"/>
            </md:IDPSSODescriptor></md:EntityDescriptor>
            """;

    private static final class TestClock extends Clock {
        private volatile Instant now = Instant.now();

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
