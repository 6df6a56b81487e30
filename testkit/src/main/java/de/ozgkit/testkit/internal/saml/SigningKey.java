// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.testkit.ResponseStyle;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;

/**
 * A key together with the way of signing.
 *
 * @param shown the certificate in the message
 */
record SigningKey(KeyMaterial key, X509Certificate shown, String algorithm, String digest, String canonicalisation) {

    static final String RSA_SHA1 = Saml.DS + "rsa-sha1";
    static final String HMAC_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";

    /** The key of the style or else the given one, used as the style says. */
    static SigningKey of(KeyMaterial own, ResponseStyle style) {
        KeyMaterial key = style.key().orElse(own);
        ResponseStyle.Signature usual = key.certificate().getPublicKey() instanceof ECPublicKey
                ? ResponseStyle.Signature.ECDSA_SHA256
                : ResponseStyle.Signature.RSA_SHA256;
        return new SigningKey(
                key,
                key.certificate(),
                style.signature().orElse(usual).uri(),
                style.digest().uri(),
                Saml.EXCLUSIVE);
    }

    static SigningKey usual(KeyMaterial key) {
        return of(key, ResponseStyle.usual());
    }

    SigningKey showing(X509Certificate certificate) {
        return new SigningKey(key, certificate, algorithm, digest, canonicalisation);
    }

    SigningKey withAlgorithm(String other) {
        return new SigningKey(key, shown, other, digest, canonicalisation);
    }

    SigningKey withDigest(String other) {
        return new SigningKey(key, shown, algorithm, other, canonicalisation);
    }

    SigningKey withCanonicalisation(String other) {
        return new SigningKey(key, shown, algorithm, digest, other);
    }
}
