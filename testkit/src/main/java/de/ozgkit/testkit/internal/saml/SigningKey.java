// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key together with the way of signing. */
record SigningKey(KeyMaterial key, String algorithm, String digest, String canonicalisation) {

    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String PSS_SHA256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    static final String RSA_SHA1 = Saml.DS + "rsa-sha1";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    static SigningKey usual(KeyMaterial key, boolean pss) {
        return new SigningKey(key, pss ? PSS_SHA256 : RSA_SHA256, SHA256, Saml.EXCLUSIVE);
    }

    PrivateKey privateKey() {
        return key.privateKey();
    }

    X509Certificate certificate() {
        return key.certificate();
    }

    SigningKey withAlgorithm(String other) {
        return new SigningKey(key, other, digest, canonicalisation);
    }

    SigningKey withDigest(String other) {
        return new SigningKey(key, algorithm, other, canonicalisation);
    }

    SigningKey withCanonicalisation(String other) {
        return new SigningKey(key, algorithm, digest, other);
    }
}
