// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Whether certificates, ours and theirs, are valid, long enough and strong enough. */
final class CertificateCheck {

    private static final Duration SOON = Duration.ofDays(60);
    private static final int LEAST_BITS = 2048;
    private static final int RECOMMENDED_BITS = 3000;

    private final SamlFindings findings;
    private final Instant now;
    private final List<String> fingerprints = new ArrayList<>();

    CertificateCheck(SamlFindings findings, Instant now) {
        this.findings = findings;
        this.now = now;
    }

    List<String> fingerprints() {
        return fingerprints;
    }

    void ours(String setting, X509Certificate certificate) {
        note(setting, certificate);
        if (!(certificate.getPublicKey() instanceof RSAPublicKey rsa)) {
            findings.error(
                    "key.kind",
                    setting,
                    "Es muss ein RSA-Schlüssel sein, weil er auch öffnet, was für uns verschlüsselt ist.",
                    "It must be an RSA key, since it also opens what is encrypted for us.");
            return;
        }
        times(setting, certificate, true);
        strength(setting, certificate, rsa);
    }

    /** @param only whether the account has no other certificate */
    void theirs(String setting, X509Certificate certificate, boolean only) {
        note(setting, certificate);
        times(setting, certificate, only);
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            strength(setting, certificate, rsa);
        }
    }

    private void times(String setting, X509Certificate certificate, boolean counts) {
        Instant end = certificate.getNotAfter().toInstant();
        String name = certificate.getSubjectX500Principal().getName();
        if (!now.isBefore(end)) {
            findings.of(
                    counts,
                    "certificate.expired",
                    setting,
                    "Das Zertifikat " + name + " ist seit " + end + " abgelaufen.",
                    "The certificate " + name + " expired at " + end + ".");
        } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
            findings.of(
                    counts,
                    "certificate.not_yet_valid",
                    setting,
                    "Das Zertifikat " + name + " gilt erst später; stimmt die Uhr dieses Rechners?",
                    "The certificate " + name + " is valid only later; is the clock of this machine right?");
        } else if (now.plus(SOON).isAfter(end)) {
            findings.warn(
                    "certificate.expires_soon",
                    setting,
                    "Das Zertifikat " + name + " läuft am " + end
                            + " ab; jetzt das nächste beschaffen und veröffentlichen.",
                    "The certificate " + name + " expires at " + end + "; get and publish the next one now.");
        }
    }

    private void strength(String setting, X509Certificate certificate, RSAPublicKey rsa) {
        int bits = rsa.getModulus().bitLength();
        if (bits < LEAST_BITS) {
            findings.error(
                    "key.weak",
                    setting,
                    "Der RSA-Schlüssel hat nur " + bits + " Bit; mindestens 2048, besser 3072.",
                    "The RSA key has " + bits + " bits only; at least 2048, better 3072.");
        } else if (bits < RECOMMENDED_BITS) {
            findings.warn(
                    "key.short",
                    setting,
                    "Der RSA-Schlüssel hat " + bits + " Bit; das BSI empfiehlt mindestens 3000 (TR-02102-1).",
                    "The RSA key has " + bits + " bits; the BSI recommends at least 3000 (TR-02102-1).");
        }
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("SHA1") || algorithm.startsWith("MD5")) {
            findings.warn(
                    "certificate.hash",
                    setting,
                    "Das Zertifikat ist mit " + algorithm + " unterschrieben, das als gebrochen gilt.",
                    "The certificate is signed with " + algorithm + ", which counts as broken.");
        }
    }

    private void note(String setting, X509Certificate certificate) {
        fingerprints.add(setting + "  " + fingerprint(certificate) + "  "
                + certificate.getSubjectX500Principal().getName() + "  "
                + certificate.getNotAfter().toInstant());
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }
}
