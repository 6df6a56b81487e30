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
        try {
            certificate.verify(issuer.getPublicKey(), CryptoObjects.PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean belongsToKey(X509Certificate certificate) {
        String keyKind = CryptoObjects.kind(privateKey);
        if (!keyKind.equals(CryptoObjects.kind(certificate.getPublicKey()))) {
            return false;
        }
        String algorithm = keyKind.equals(CryptoObjects.RSA) ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            Signature signer = Signature.getInstance(algorithm, CryptoObjects.PROVIDER);
            signer.initSign(privateKey);
            signer.update(PROBE);
            byte[] signature = signer.sign();
            signer.initVerify(certificate.getPublicKey());
            signer.update(PROBE);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
