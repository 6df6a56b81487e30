// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/** Whether a certificate of ours will do, with the codes of {@link de.ozgkit.core.KeyMaterial#requireValid}. */
public final class KeyCheck {

    private static final int LEAST_RSA_BITS = 2048;

    private KeyCheck() {}

    public static void requireValid(X509Certificate certificate, Instant now) {
        String name = certificate.getSubjectX500Principal().getName();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new ConfigurationException(
                    "key.expired",
                    "The certificate of " + name + " has expired; order a new one and tell it to the account in time");
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new ConfigurationException(
                    "key.not_yet_valid",
                    "The certificate of " + name + " is valid only from "
                            + certificate.getNotBefore().toInstant() + "; check the clock of this machine");
        }
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new ConfigurationException(
                    "key.weak", "The key of " + name + " is too short; use RSA with at least 2048 bits");
        }
    }
}
