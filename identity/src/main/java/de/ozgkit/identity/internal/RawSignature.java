// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.SamlKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signatures over plain octets and digests of them, named as XML Signature names them. Source: SAML 2.0 bindings 3.4.4.1; RFC 9231. */
final class RawSignature {

    private static final Pattern NAME = Pattern.compile("#(rsa-|ecdsa-)?sha(1|256|384|512)(-rsa-MGF1)?$");

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
        if (!Algorithms.fits(algorithm, key)) {
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

    /** @throws NoSuchAlgorithmException for anything but RSA, and ECDSA as XML writes it, with SHA-1 or SHA-2 */
    static Signature engine(String algorithm) throws GeneralSecurityException {
        Matcher parts = NAME.matcher(algorithm);
        if (!parts.find()) {
            throw new NoSuchAlgorithmException("RSA or ECDSA with SHA-256, SHA-384 or SHA-512 only");
        }
        String bits = parts.group(2);
        if ("ecdsa-".equals(parts.group(1))) {
            return Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
        }
        if (parts.group(3) == null) {
            return Signature.getInstance("SHA" + bits + "withRSA");
        }
        Signature engine = Signature.getInstance("RSASSA-PSS");
        int salt = Integer.parseInt(bits) / Byte.SIZE;
        String hash = "SHA-" + bits;
        engine.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
        return engine;
    }

    /** The digest, by an algorithm that was found allowed before. */
    static byte[] digest(String algorithm, byte[] data) {
        String name = "SHA-" + algorithm.substring(algorithm.lastIndexOf("sha") + "sha".length());
        try {
            return MessageDigest.getInstance(name).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("an algorithm was allowed that this platform lacks", e);
        }
    }
}
