// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.postbox.delivery.MailChannel;
import de.ozgkit.postbox.delivery.MailServer;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult.HandedOver;
import de.ozgkit.postbox.spi.DeliveryResult.Rejected;
import de.ozgkit.postbox.spi.DeliveryResult.TryAgain;
import de.ozgkit.postbox.spi.OutboundMessage;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails to a real mail server, opened with the office's key as its mail program would. */
class MailChannelTest extends DeliveryChannelContract {

    private static final String OFFICE = "steueramt@stadt.example.de";
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final KeyMaterial OFFICE_KEY = MockNutzerkonto.newKey(Clock.systemUTC());
    private static final KeyMaterial PORTAL_KEY = MockNutzerkonto.newKey(Clock.systemUTC());

    private MailHost host;

    @BeforeEach
    void start() {
        host = new MailHost();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Override
    protected DeliveryChannel channel() {
        return channelTo(MailServer.relay(host.port())).build();
    }

    private static MailChannel.Builder channelTo(MailServer server) {
        return MailChannel.named("steueramt")
                .server(server.timeout(Duration.ofSeconds(5)))
                .from("portal@portal.example.de")
                .to(OFFICE, List.of(OFFICE_KEY.certificate()));
    }

    /** The office's mail program shows mails with one Message-ID as one. */
    @Override
    protected List<String> arrived() {
        return mails().map(MailChannelTest::id).distinct().toList();
    }

    @Override
    protected boolean can(Fault fault) {
        return true;
    }

    @Override
    protected void begin(Fault fault) {
        host.begin(fault);
    }

    @Override
    protected void end(Fault fault) {
        host.end();
    }

    @Test
    void only_the_offices_key_opens_what_machines_and_people_read() throws Exception {
        OutboundMessage message = OutboundMessages.dog(1);

        assertThat(channel().deliver(message)).isEqualTo(new HandedOver("<" + message.id() + "@portal.example.de>"));

        MimeMessage mail = mails().findFirst().orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("Antrag RE-2026-7K3M-9QXA");
        assertThat(mail.getContentType()).startsWith("application/pkcs7-mime").contains("authEnveloped-data");
        assertThat(raw(mail)).doesNotContain(OutboundMessages.PERSONAL, "Impfpass");

        CMSAuthEnvelopedData cms = new CMSAuthEnvelopedData(mail.getInputStream());
        assertThat(algorithm(cms)).isEqualTo(CMSAlgorithm.AES256_GCM);
        RecipientInformation reader =
                cms.getRecipientInfos().getRecipients().iterator().next();
        MimeMultipart parts = parts(reader.getContent(
                new JceKeyTransAuthEnvelopedRecipient(OFFICE_KEY.privateKey()).setProvider(PROVIDER)));
        assertThat(names(parts))
                .containsExactly("-", "application.json", "Impfpass von Wuschel.pdf", "Impfpass von Wuschel.pdf");
        assertThat(String.valueOf(parts.getBodyPart(0).getContent()))
                .contains("Name des Hundes: Wuschel", "Antragsnummer: RE-2026-7K3M-9QXA");
        assertThat(new String(bytes(parts.getBodyPart(1).getInputStream()), StandardCharsets.UTF_8))
                .contains("\"größe\":\"40 cm\"");
        assertThat(bytes(parts.getBodyPart(2).getInputStream()))
                .isEqualTo(bytes(message.open(message.submission().attachments().get(0))));
    }

    @Test
    void an_office_that_was_replaced_cannot_open_the_mails_of_the_next() throws Exception {
        channelTo(MailServer.relay(host.port()))
                .to("ordnungsamt@stadt.example.de", List.of(PORTAL_KEY.certificate()))
                .build()
                .deliver(OutboundMessages.dog(1));

        MimeMessage mail = mails().findFirst().orElseThrow();
        assertThat(mail.getAllRecipients()).extracting(String::valueOf).containsExactly("ordnungsamt@stadt.example.de");
        CMSAuthEnvelopedData cms = new CMSAuthEnvelopedData(mail.getInputStream());
        assertThat(cms.getRecipientInfos().getRecipients()).singleElement().satisfies(reader -> assertThat(
                        reader.getRID()
                                .match(new X509CertificateHolder(
                                        PORTAL_KEY.certificate().getEncoded())))
                .isTrue());
    }

    @Test
    void a_changed_mail_is_noticed() throws Exception {
        channel().deliver(OutboundMessages.dog(1));
        byte[] sealed = bytes(mails().findFirst().orElseThrow().getInputStream());
        sealed[sealed.length - 200]++;

        RecipientInformation reader = new CMSAuthEnvelopedData(sealed)
                .getRecipientInfos()
                .getRecipients()
                .iterator()
                .next();
        assertThatThrownBy(() -> reader.getContent(
                        new JceKeyTransAuthEnvelopedRecipient(OFFICE_KEY.privateKey()).setProvider(PROVIDER)))
                .isInstanceOf(CMSException.class);
    }

    @Test
    void for_older_programs_it_is_signed_inside_of_another_encryption() throws Exception {
        OutboundMessage message = OutboundMessages.dog(1);
        channelTo(MailServer.relay(host.port()))
                .signedBy(PORTAL_KEY)
                .forOlderMailPrograms()
                .build()
                .deliver(message);

        MimeMessage mail = mails().findFirst().orElseThrow();
        assertThat(mail.getContentType()).contains("smime-type=enveloped-data");
        CMSEnvelopedData cms = new CMSEnvelopedData(mail.getInputStream());
        byte[] inside = cms.getRecipientInfos()
                .getRecipients()
                .iterator()
                .next()
                .getContent(new JceKeyTransEnvelopedRecipient(OFFICE_KEY.privateKey()).setProvider(PROVIDER));
        MimeMessage signed = new MimeMessage(session(), new ByteArrayInputStream(inside));
        assertThat(signed.getContentType()).contains("signed-data");

        CMSSignedData signature = new CMSSignedData(signed.getInputStream());
        assertThat(signature
                        .getSignerInfos()
                        .iterator()
                        .next()
                        .verify(new JcaSimpleSignerInfoVerifierBuilder()
                                .setProvider(PROVIDER)
                                .build(PORTAL_KEY.certificate())))
                .isTrue();
        assertThat(names(parts((byte[]) signature.getSignedContent().getContent())))
                .contains("application.json");
    }

    @Test
    void nothing_is_sent_to_a_server_that_does_not_offer_tls() {
        MailServer server = MailServer.startTls("127.0.0.1", host.port());

        assertThat(channelTo(server).build().deliver(OutboundMessages.dog(1)))
                .isEqualTo(TryAgain.because("postbox.mail.io"));
        assertThat(mails()).isEmpty();
    }

    @Test
    void nothing_is_sent_to_a_server_whose_certificate_nobody_vouches_for() {
        GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        try {
            MailServer server = MailServer.tls("127.0.0.1", secure.getSmtps().getPort());

            assertThat(channelTo(server).build().deliver(OutboundMessages.dog(1)))
                    .isEqualTo(TryAgain.because("postbox.mail.io"));
            assertThat(secure.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    @Test
    void files_that_no_mail_server_takes_are_refused_at_once() {
        DeliveryChannel small =
                channelTo(MailServer.relay(host.port())).maxBytes(599_999).build();

        assertThat(small.deliver(OutboundMessages.dog(1)))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("postbox.mail.too_large"));
        assertThat(mails()).isEmpty();
    }

    @Test
    void waits_for_a_new_certificate_once_the_offices_has_expired() {
        DeliveryChannel late = channelTo(MailServer.relay(host.port()))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofDays(40_000)))
                .build();

        assertThat(late.deliver(OutboundMessages.dog(1)))
                .isEqualTo(TryAgain.because("postbox.mail.certificate_expired"));
    }

    @Test
    void leaves_nothing_on_the_disk() throws IOException {
        long before = temporary();
        channel().deliver(OutboundMessages.dog(1));
        begin(Fault.DOWN);
        channel().deliver(OutboundMessages.dog(1));

        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void cannot_be_set_up_for_mails_that_everybody_can_read() {
        MailChannel.Builder open = MailChannel.named("offen")
                .server(MailServer.relay(25))
                .from("portal@example.de")
                .to(OFFICE, List.of());

        assertThatThrownBy(open::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("everybody can read");
        assertThatThrownBy(() -> MailChannel.named("falsch").from("kein-postfach"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("amt@example.de");
    }

    private static ASN1ObjectIdentifier algorithm(CMSAuthEnvelopedData cms) {
        return AuthEnvelopedData.getInstance(cms.toASN1Structure().getContent())
                .getAuthEncryptedContentInfo()
                .getContentEncryptionAlgorithm()
                .getAlgorithm();
    }

    private Stream<MimeMessage> mails() {
        return Arrays.stream(host.mails());
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID().replaceAll("<(.*)@.*", "$1");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String raw(MimeMessage mail) throws IOException, MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static MimeMultipart parts(byte[] entity) throws MessagingException, IOException, CMSException {
        return (MimeMultipart) new MimeMessage(session(), new ByteArrayInputStream(entity)).getContent();
    }

    private static List<String> names(MimeMultipart parts) throws MessagingException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            names.add(part.getFileName() == null ? "-" : part.getFileName());
        }
        return names;
    }

    private static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }

    private static long temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ozgkit-mail-"))
                    .count();
        }
    }
}
