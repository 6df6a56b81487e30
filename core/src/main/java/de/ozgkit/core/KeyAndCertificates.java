// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A private key and certificates as a file held them, in any order. */
record KeyAndCertificates(PrivateKey privateKey, List<X509Certificate> certificates, String source) {

    private static final byte[] PROBE = "ozgkit".getBytes(StandardCharsets.US_ASCII);

    /** The certificate that belongs to the key, followed by its issuers. */
    List<X509Certificate> chain() {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certificates.stream()
                .filter(this::belongsToKey)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "key.mismatch",
                        "No certificate belongs to the private key of " + source
                                + "; take key and certificate from the same request")));
        Optional<X509Certificate> next = issuerAfter(chain);
        while (next.isPresent()) {
            chain.add(next.get());
            next = issuerAfter(chain);
        }
        return List.copyOf(chain);
    }

    private Optional<X509Certificate> issuerAfter(List<X509Certificate> chain) {
        X509Certificate last = chain.get(chain.size() - 1);
        return certificates.stream()
                .filter(c -> c.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                .filter(c -> !chain.contains(c))
                .filter(c -> signed(c, last))
                .findFirst();
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        return holds(
                () -> {
                    certificate.verify(issuer.getPublicKey());
                    return true;
                },
                () -> {
                    certificate.verify(issuer.getPublicKey(), CryptoObjects.bouncyCastle());
                    return true;
                });
    }

    private boolean belongsToKey(X509Certificate certificate) {
        String keyKind = CryptoObjects.kind(privateKey);
        if (!keyKind.equals(CryptoObjects.kind(certificate.getPublicKey()))) {
            return false;
        }
        String algorithm = keyKind.equals(CryptoObjects.RSA) ? "SHA256withRSA" : "SHA256withECDSA";
        return holds(
                () -> belongsToKey(certificate, Signature.getInstance(algorithm)),
                () -> belongsToKey(certificate, Signature.getInstance(algorithm, CryptoObjects.bouncyCastle())));
    }

    private boolean belongsToKey(X509Certificate certificate, Signature engine) throws GeneralSecurityException {
        engine.initSign(privateKey);
        engine.update(PROBE);
        byte[] signature = engine.sign();
        engine.initVerify(certificate.getPublicKey());
        engine.update(PROBE);
        return engine.verify(signature);
    }

    /** Asks the JDK and, where it cannot tell, Bouncy Castle. */
    private static boolean holds(Callable<Boolean> byTheJdk, Callable<Boolean> byBouncyCastle) {
        try {
            return byTheJdk.call();
        } catch (Exception e) {
            try {
                return byBouncyCastle.call();
            } catch (Exception both) {
                return false;
            }
        }
    }
}
