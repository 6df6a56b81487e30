// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.MetadataSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fingerprints of certificates, and the alarm about new ones. */
final class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataSource.class);

    private Certificates() {}

    /** SHA-256 in hexadecimal. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has a fingerprint", e);
        }
    }

    static void logNew(IdpMetadata before, IdpMetadata after) {
        after.signingCertificates().stream()
                .filter(certificate -> !before.signingCertificates().contains(certificate))
                .forEach(certificate -> LOG.warn(
                        "The metadata of {} have a new certificate for signing, SHA-256 {}, valid until {}",
                        after.entityId(),
                        fingerprint(certificate),
                        certificate.getNotAfter().toInstant()));
    }
}
