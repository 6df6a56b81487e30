// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult;
import de.ozgkit.postbox.spi.DeliveryResult.HandedOver;
import de.ozgkit.postbox.spi.DeliveryResult.Rejected;
import de.ozgkit.postbox.spi.DeliveryResult.TryAgain;
import de.ozgkit.postbox.spi.OutboundMessage;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.activation.FileDataSource;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends each message as an encrypted mail (S/MIME) to the office's mailbox: a text for people, {@code application.json} for machines, and the
 * files. Outside of the encryption stand only the addresses and the number of the application. Thread-safe.
 *
 * <p>Needs {@code org.eclipse.angus:jakarta.mail} beside this library.
 *
 * <p>A mail server that has taken a mail is {@link DeliveryState#HANDED_OVER}; nobody says whether it was read. After a crash or a lost answer
 * the same mail may come twice: with the same Message-ID, made of ours, by which mail programs and servers know it as one.
 *
 * <pre>{@code
 * DeliveryChannel mail = MailChannel.named("steueramt")
 *         .server(MailServer.startTls("smtp.example.de", 587).login("portal", password))
 *         .from("portal@example.de")
 *         .to("steueramt@example.de", KeyMaterial.readCertificates(Path.of("steueramt.pem")))
 *         .signedBy(portalKey)
 *         .build();
 * }</pre>
 *
 * @since 0.1
 */
public final class MailChannel implements DeliveryChannel {

    private static final int PERMANENT = 500;
    /** What is wrong is ours, and can be mended while the mail waits. Source: RFC 4954, section 6. */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    private static final int LONGEST_REASON = 300;

    private final String name;
    private final MailServer server;
    private final InternetAddress from;
    private final InternetAddress to;
    private final List<X509Certificate> readers;
    private final SecretMail envelope;
    private final long maxBytes;
    private final Clock clock;

    private MailChannel(Builder builder) {
        this.name = builder.name;
        this.server = builder.needed(builder.server, "server");
        this.from = builder.needed(builder.from, "from");
        this.to = builder.needed(builder.to, "to");
        this.readers = builder.readers;
        this.envelope = new SecretMail(readers, builder.signer, builder.older);
        this.maxBytes = builder.maxBytes;
        this.clock = builder.clock;
    }

    /** Begins with the name that submissions call the channel by. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryResult deliver(OutboundMessage message) {
        long size = message.submission().attachments().stream()
                .mapToLong(Attachment::size)
                .sum();
        if (size > maxBytes) {
            return new Rejected("postbox.mail.too_large", "The files have more than " + maxBytes + " bytes together");
        }
        Instant now = clock.instant();
        if (readers.stream().anyMatch(reader -> now.isAfter(reader.getNotAfter().toInstant()))) {
            return TryAgain.because("postbox.mail.certificate_expired");
        }
        try {
            return send(message);
        } catch (MessagingException e) {
            return failure(e);
        } catch (IOException e) {
            return TryAgain.because("postbox.mail.io");
        }
    }

    private DeliveryResult send(OutboundMessage message) throws IOException, MessagingException {
        // On the disk, since mails can be large; encrypted, so that nothing personal lies there.
        Path sealed = Files.createTempFile("ozgkit-mail-", ".p7m");
        try {
            Session session = server.session();
            try (OutputStream out = Files.newOutputStream(sealed)) {
                envelope.write(secret -> write(session, message, secret), out);
            }
            MimeMessage mail = new Mail(session, messageId(message));
            mail.setFrom(from);
            mail.setRecipient(Message.RecipientType.TO, to);
            mail.setSubject("Antrag " + message.submission().reference(), "UTF-8");
            mail.setSentDate(Date.from(message.createdAt()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setDataHandler(new DataHandler(new Sealed(sealed, envelope.type())));
            mail.setFileName("smime.p7m");
            mail.setHeader("Content-Transfer-Encoding", "base64");
            mail.saveChanges();
            server.send(session, mail);
            return new HandedOver(mail.getMessageID());
        } finally {
            Files.deleteIfExists(sealed);
        }
    }

    private String messageId(OutboundMessage message) {
        String address = from.getAddress();
        return "<" + message.id() + address.substring(address.lastIndexOf('@')) + ">";
    }

    private static void write(Session session, OutboundMessage message, OutputStream out) throws IOException {
        try {
            MimeMultipart parts = new MimeMultipart();
            MimeBodyPart text = new MimeBodyPart();
            text.setText(ZipDocument.text(message), "UTF-8");
            parts.addBodyPart(text);
            byte[] json = ZipDocument.json(message).getBytes(StandardCharsets.UTF_8);
            parts.addBodyPart(file("application.json", "application/json", () -> new ByteArrayInputStream(json)));
            for (Attachment attachment : message.submission().attachments()) {
                parts.addBodyPart(
                        file(attachment.fileName(), attachment.type().mediaType(), () -> message.open(attachment)));
            }
            MimeMessage content = new MimeMessage(session);
            content.setContent(parts);
            content.saveChanges();
            content.writeTo(out, new String[] {"Message-ID", "MIME-Version", "Date"});
        } catch (MessagingException e) {
            throw new IOException("the mail cannot be put together", e);
        }
    }

    private static MimeBodyPart file(String name, String mediaType, Opening content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Source(name, mediaType, content)));
        part.setFileName(name);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static DeliveryResult failure(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return TryAgain.because("postbox.mail.login_refused");
        }
        for (@Nullable Exception cause = e; cause != null; cause = next(cause)) {
            int code = cause instanceof SMTPAddressFailedException address
                    ? address.getReturnCode()
                    : cause instanceof SMTPSendFailedException sending ? sending.getReturnCode() : 0;
            if (LOGIN.contains(code)) {
                return TryAgain.because("postbox.mail.login_refused");
            }
            if (code >= PERMANENT) {
                return new Rejected("postbox.mail.refused", shortened(String.valueOf(cause.getMessage())));
            }
            if (code > 0) {
                return TryAgain.because("postbox.mail.busy");
            }
        }
        return TryAgain.because("postbox.mail.io");
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException failure ? failure.getNextException() : null;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    /** Opens a file from its beginning. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private record Source(String name, String type, Opening content) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return content.open();
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("a file of a message is only read");
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return name;
        }
    }

    private static final class Sealed extends FileDataSource {

        private final String kind;

        Sealed(Path file, String kind) {
            super(file.toFile());
            this.kind = kind;
        }

        @Override
        public String getContentType() {
            return "application/pkcs7-mime; smime-type=" + kind + "; name=\"smime.p7m\"";
        }

        @Override
        public String getName() {
            return "smime.p7m";
        }
    }

    /** A mail that keeps the id that it is given. */
    private static final class Mail extends MimeMessage {

        private final String id;

        Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** Collects what the channel needs; not thread-safe. */
    public static final class Builder {

        private static final long MAX_BYTES = 20L << 20;
        private static final int LEAST_BITS = 2048;

        private final String name;
        private List<X509Certificate> readers = List.of();
        private @Nullable MailServer server;
        private @Nullable InternetAddress from;
        private @Nullable InternetAddress to;
        private Optional<KeyMaterial> signer = Optional.empty();
        private boolean older;
        private long maxBytes = MAX_BYTES;
        private Clock clock = Clock.systemUTC();

        private Builder(String name) {
            this.name = name;
        }

        /** Who takes the mails. */
        public Builder server(MailServer newServer) {
            this.server = newServer;
            return this;
        }

        /** Whose mails they are, such as {@code portal@example.de}. */
        public Builder from(String address) {
            this.from = address(address);
            return this;
        }

        /**
         * The office's mailbox, and whose keys open the mails: RSA of at least 2048 bits. Called again, it takes the place of both.
         *
         * @throws ConfigurationException with code {@code postbox.mail.address} or {@code postbox.mail.certificate}
         */
        public Builder to(String address, List<X509Certificate> certificates) {
            this.to = address(address);
            certificates.forEach(certificate -> {
                if (!(certificate.getPublicKey() instanceof RSAPublicKey key)
                        || key.getModulus().bitLength() < LEAST_BITS) {
                    throw new ConfigurationException(
                            "postbox.mail.certificate",
                            "The certificate of " + certificate.getSubjectX500Principal() + " has no RSA key of "
                                    + LEAST_BITS + " bits or more; ask the office for another one");
                }
            });
            this.readers = List.copyOf(certificates);
            return this;
        }

        /** Signs the mails inside of the encryption, so that the office knows whose they are. Not signed if not given. */
        public Builder signedBy(KeyMaterial portal) {
            this.signer = Optional.of(portal);
            return this;
        }

        /**
         * Uses AES-256-CBC and RSA as in PKCS#1 1.5 instead of AES-256-GCM and OAEP: for mail programs that know neither, Outlook among
         * them. Whoever can change such a mail on its way may learn parts of it from careless mail programs; insist on
         * {@link MailServer#startTls} on the whole way.
         */
        public Builder forOlderMailPrograms() {
            this.older = true;
            return this;
        }

        /** The most that files of one message may have together, 20 MB if not given: what most mail servers take. */
        public Builder maxBytes(long bytes) {
            this.maxBytes = bytes;
            return this;
        }

        /** What time it is. Default: the system's. */
        public Builder clock(Clock newClock) {
            this.clock = newClock;
            return this;
        }

        /** @throws ConfigurationException with code {@code postbox.mail.missing} if something is, at least one certificate among it */
        public MailChannel build() {
            if (readers.isEmpty()) {
                throw missing("to", "a mail that everybody can read is never sent");
            }
            return new MailChannel(this);
        }

        private <T> T needed(@Nullable T value, String method) {
            if (value == null) {
                throw missing(method, "it cannot be sent without");
            }
            return value;
        }

        private ConfigurationException missing(String method, String reason) {
            return new ConfigurationException(
                    "postbox.mail.missing",
                    "The mail channel '" + name + "' needs " + method + "(..), with a certificate for to(..): "
                            + reason);
        }

        private static InternetAddress address(String address) {
            try {
                InternetAddress parsed = new InternetAddress(address, true);
                if (parsed.getAddress().contains("@")) {
                    return parsed;
                }
            } catch (AddressException e) {
                // told below, without the cause, which says less
            }
            throw new ConfigurationException(
                    "postbox.mail.address", "An address such as amt@example.de is expected, not " + address);
        }
    }
}
