// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.http;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.TransportException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Says in our words what went wrong, and whether the peer may have got the request. */
final class Failures {

    private Failures() {}

    static OzgException of(String peer, HttpCall call, Throwable failure, long maxBytes) {
        String what = peer + " (" + call + ")";
        if (find(failure, LimitedBody.TooLarge.class) != null) {
            return new PeerException(
                    "http.too_large",
                    "The answer of " + what + " is larger than the " + maxBytes + " bytes allowed; see maxBytes(..)",
                    false);
        }
        SSLException tls = find(failure, SSLException.class);
        if (tls != null && isHandshake(tls)) {
            return new TransportException(
                    "http.tls", "No secure connection to " + what + ": " + tlsReason(tls), false, failure);
        }
        if (find(failure, HttpConnectTimeoutException.class) != null) {
            return connect(what, "it does not accept the connection in time", failure);
        }
        if (find(failure, UnresolvedAddressException.class) != null) {
            return connect(what, "the host name is unknown; check the address and the name service", failure);
        }
        if (find(failure, ConnectException.class) != null) {
            return connect(what, "it refuses the connection; check the address and the firewall", failure);
        }
        if (find(failure, HttpTimeoutException.class) != null || find(failure, TimeoutException.class) != null) {
            return new TransportException("http.timeout", "No complete answer of " + what + " in time", true, failure);
        }
        return new TransportException(
                "http.broken", "The connection to " + what + " broke before the answer was complete", true, failure);
    }

    private static TransportException connect(String what, String reason, Throwable failure) {
        return new TransportException("http.connect", "No connection to " + what + ": " + reason, false, failure);
    }

    private static boolean isHandshake(SSLException failure) {
        // With TLS 1.3 the server refuses a client certificate only after the handshake, by an alert.
        String text = text(failure);
        return failure instanceof SSLHandshakeException
                || text.contains("fatal alert")
                        && (text.contains("certificate")
                                || text.contains("unknown_ca")
                                || text.contains("access_denied"));
    }

    private static String tlsReason(SSLException failure) {
        String text = text(failure);
        if (text.contains("fatal alert")) {
            return "the peer broke off the handshake; check that it knows our client certificate";
        }
        if (find(failure, CertificateExpiredException.class) != null) {
            return "its certificate has expired";
        }
        if (find(failure, CertificateNotYetValidException.class) != null) {
            return "its certificate is not valid yet; check the clocks";
        }
        if (find(failure, CertPathBuilderException.class) != null
                || find(failure, CertPathValidatorException.class) != null) {
            return "its certificate is untrusted; if it is the right one, add its issuer by trust(..)";
        }
        if (text.contains("no name matching") || text.contains("no subject alternative")) {
            return "host name mismatch, its certificate was issued for another host";
        }
        return "the handshake failed; check protocol versions and certificates";
    }

    private static String text(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
