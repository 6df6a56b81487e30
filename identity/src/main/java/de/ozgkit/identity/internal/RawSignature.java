// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.SamlKey;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** RSA signatures over plain octets, named as XML Signature names them. Source: SAML 2.0 bindings 3.4.4.1; RFC 9231. */
final class RawSignature {

    private RawSignature() {}

    static byte[] sign(SamlKey key, String algorithm, byte[] data) {
        try {
            return key.sign(algorithm, data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the message cannot be signed; check the key of the portal", e);
        }
    }

    /** Whether the key made the signature; the algorithm must have been found allowed before. */
    static boolean verifies(PublicKey key, String algorithm, byte[] data, byte[] signature) {
        if (!(key instanceof RSAPublicKey)) {
            return false;
        }
        try {
            Signature engine = engine(algorithm);
            engine.initVerify(key);
            engine.update(data);
            return engine.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** @throws NoSuchAlgorithmException for anything but RSA with SHA-2 */
    static Signature engine(String algorithm) throws GeneralSecurityException {
        if (!Algorithms.rsa(algorithm)) {
            throw new NoSuchAlgorithmException("RSA with SHA-256, SHA-384 or SHA-512 only");
        }
        String bits = algorithm.replaceAll(".*sha(256|384|512).*", "$1");
        if (!algorithm.endsWith("-MGF1")) {
            return Signature.getInstance("SHA" + bits + "withRSA");
        }
        Signature engine = Signature.getInstance("RSASSA-PSS");
        int salt = Integer.parseInt(bits) / Byte.SIZE;
        String hash = "SHA-" + bits;
        engine.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
        return engine;
    }
}
