// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * One private key with its certificate: who we are towards a peer that checks signatures or TLS client certificates. RSA and elliptic
 * curves, Brainpool among them.
 *
 * <p>Reading does not look at the clock; call {@link #requireValid} on start, so that an expired key is noticed by the administrator and
 * not by the citizens. All methods that read throw {@link ConfigurationException}:
 *
 * <ul>
 *   <li>{@code key.file}: missing, too large, broken, or without a private key or certificate
 *   <li>{@code key.password}: the password is wrong, or missing for an encrypted key
 *   <li>{@code key.several}: more than one private key, and no alias given
 *   <li>{@code key.mismatch}: no certificate belongs to the private key
 * </ul>
 *
 * <p>Thread-safe. {@link #toString()} shows subject and expiry only. A key on a Brainpool curve is one of Bouncy Castle's, since the JDK
 * knows these curves no longer: sign with it through a provider that does.
 *
 * @since 0.1
 */
public final class KeyMaterial {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 250;

    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;

    private KeyMaterial(PrivateKey privateKey, List<X509Certificate> chain) {
        this.privateKey = privateKey;
        this.chain = chain;
    }

    /** Reads the only private key of a PKCS#12 file ({@code .p12}, {@code .pfx}). The password may be emptied afterwards. */
    public static KeyMaterial pkcs12(Path file, char[] password) {
        return matching(Pkcs12.read(KeyFiles.read(file), password, null, KeyFiles.name(file)));
    }

    /** Reads the private key that the file keeps under the alias; upper and lower case do not differ. */
    public static KeyMaterial pkcs12(Path file, char[] password, String alias) {
        return matching(Pkcs12.read(KeyFiles.read(file), password, alias, KeyFiles.name(file)));
    }

    /** Reads the only private key of a PKCS#12 file's content. */
    public static KeyMaterial pkcs12(byte[] content, char[] password) {
        return matching(Pkcs12.read(content, password, null, "the given PKCS#12 content"));
    }

    /**
     * Reads an unencrypted private key (PKCS#8, PKCS#1 or SEC 1) and its certificate from PEM files; both may be the same file.
     *
     * @param certificates the certificate and, in any order, those of its issuers
     */
    public static KeyMaterial pem(Path certificates, Path privateKey) {
        return pem(certificates, privateKey, new char[0]);
    }

    /** Reads a private key that may be encrypted, and its certificate, from PEM files. */
    public static KeyMaterial pem(Path certificates, Path privateKey, char[] password) {
        PrivateKey key = Pem.privateKey(KeyFiles.read(privateKey), password, KeyFiles.name(privateKey));
        return matching(new KeyAndCertificates(key, readCertificates(certificates), KeyFiles.name(privateKey)));
    }

    /**
     * Makes a new RSA key of 3072 bits that vouches for itself: for development, tests and demonstrations. Takes about a second.
     *
     * @param commonName the name in the certificate; a host name becomes its alternative name too
     * @param validity how long it is valid, from five minutes before now
     */
    public static KeyMaterial selfSigned(String commonName, Duration validity, Clock clock) {
        return matching(SelfSigned.create(commonName, validity, clock));
    }

    /**
     * Reads all certificates of a PEM file or the one of a DER file, in the order of the file.
     *
     * @throws ConfigurationException with code {@code key.file} if there is none or one is broken
     */
    public static List<X509Certificate> readCertificates(Path file) {
        return readCertificates(KeyFiles.read(file), KeyFiles.name(file));
    }

    /** Reads all certificates of a PEM file's content or the one of a DER file's content. */
    public static List<X509Certificate> readCertificates(byte[] content) {
        return readCertificates(content, "the given content");
    }

    /** The secret half. Never log it. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** The certificate of the private key. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The certificate of the private key, then that of its issuer and so on, as far as they were given. Unmodifiable. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /**
     * Insists that the certificate is valid now and the key strong enough (RSA 2048 bits, elliptic curves 250 bits).
     *
     * @return this
     * @throws ConfigurationException with code {@code key.expired}, {@code key.not_yet_valid} or {@code key.weak}
     */
    public KeyMaterial requireValid(Clock clock) {
        var now = clock.instant();
        if (now.isAfter(certificate().getNotAfter().toInstant())) {
            throw new ConfigurationException(
                    "key.expired",
                    "The certificate of " + this + " has expired; order a new one and tell it to the peer in time");
        }
        if (now.isBefore(certificate().getNotBefore().toInstant())) {
            throw new ConfigurationException(
                    "key.not_yet_valid",
                    "The certificate of " + this + " is valid only from "
                            + certificate().getNotBefore().toInstant() + "; check the clock of this machine");
        }
        if (isWeak()) {
            throw new ConfigurationException(
                    "key.weak",
                    "The key of " + this + " is too short; use RSA with at least " + LEAST_RSA_BITS
                            + " bits or an elliptic curve with at least " + LEAST_EC_BITS);
        }
        return this;
    }

    /** Whether the certificate will have expired after that time, or has already: reason for a warning. */
    public boolean expiresWithin(Duration time, Clock clock) {
        return !clock.instant().plus(time).isBefore(certificate().getNotAfter().toInstant());
    }

    /**
     * Writes key and chain into a PKCS#12 file that only its owner may read. A file that is there already is replaced in one step, so
     * that nobody ever reads half of it.
     *
     * @param password at least one character; ASCII without blanks, since tools disagree about others
     * @throws ConfigurationException with code {@code key.file} if it cannot be written, or {@code key.password} if the password will not
     *     do
     */
    public void writePkcs12(Path file, char[] password) {
        KeyFiles.writePrivately(file, Pkcs12.write(privateKey, chain, password));
    }

    /** Subject and expiry, nothing of the key. */
    @Override
    public String toString() {
        return certificate().getSubjectX500Principal().getName() + " (valid until "
                + certificate().getNotAfter().toInstant() + ")";
    }

    private boolean isWeak() {
        if (certificate().getPublicKey() instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() < LEAST_RSA_BITS;
        }
        return certificate().getPublicKey() instanceof ECPublicKey ec
                && ec.getParams().getOrder().bitLength() < LEAST_EC_BITS;
    }

    private static KeyMaterial matching(KeyAndCertificates found) {
        return new KeyMaterial(found.privateKey(), found.chain());
    }

    private static List<X509Certificate> readCertificates(byte[] content, String name) {
        List<X509Certificate> certificates = Pem.looksLikePem(content)
                ? Pem.certificates(content, name)
                : List.of(CryptoObjects.certificate(content, name));
        if (certificates.isEmpty()) {
            throw KeyFiles.broken(name, "it holds no certificate", null);
        }
        return certificates;
    }
}
