// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.http.TlsContext;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * A mail server that takes the portal's mails (SMTP). Immutable.
 *
 * <p>Except for {@link #relay}, nothing is sent before TLS is there and the server's certificate has been checked, its name too: a server
 * that does not offer TLS gets no mail.
 *
 * @since 0.1
 */
public final class MailServer {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    private final String host;
    private final int port;
    private final Security security;
    private final String user;
    private final String password;
    private final List<X509Certificate> trusted;
    private final Duration timeout;

    private MailServer(
            String host,
            int port,
            Security security,
            String user,
            String password,
            List<X509Certificate> trusted,
            Duration timeout) {
        this.host = host;
        this.port = port;
        this.security = security;
        this.user = user;
        this.password = password;
        this.trusted = List.copyOf(trusted);
        this.timeout = timeout;
    }

    /** A server that changes to TLS when asked, usually on port 587. */
    public static MailServer startTls(String host, int port) {
        return new MailServer(host, port, Security.STARTTLS, "", "", List.of(), TIMEOUT);
    }

    /** A server that speaks TLS from the beginning, usually on port 465. */
    public static MailServer tls(String host, int port) {
        return new MailServer(host, port, Security.TLS, "", "", List.of(), TIMEOUT);
    }

    /** A server on this machine without TLS, which passes the mails on. */
    public static MailServer relay(int port) {
        return new MailServer("127.0.0.1", port, Security.NONE, "", "", List.of(), TIMEOUT);
    }

    /** With a user and a password. */
    public MailServer login(String newUser, char[] newPassword) {
        return new MailServer(host, port, security, newUser, new String(newPassword), trusted, timeout);
    }

    /** Trusts these authorities only, instead of those of the Java platform. */
    public MailServer trust(List<X509Certificate> authorities) {
        return new MailServer(host, port, security, user, password, authorities, timeout);
    }

    /** Waits so long for a connection and for each answer; 30 seconds if not given. */
    public MailServer timeout(Duration newTimeout) {
        return new MailServer(host, port, security, user, password, trusted, newTimeout);
    }

    Session session() {
        Properties settings = new Properties();
        String millis = Long.toString(timeout.toMillis());
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty("mail.smtp.connectiontimeout", millis);
        settings.setProperty("mail.smtp.timeout", millis);
        settings.setProperty("mail.smtp.writetimeout", millis);
        settings.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        if (security != Security.NONE) {
            settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
            settings.setProperty("mail.smtp.starttls.enable", "true");
            settings.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
            settings.put(
                    "mail.smtp.ssl.socketFactory", TlsContext.of(null, trusted).getSocketFactory());
        }
        return Session.getInstance(settings);
    }

    void send(Session session, Message mail) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(user.isEmpty() ? null : user, password.isEmpty() ? null : password);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", " + security + "]";
    }
}
