// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.identity.SamlKey;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;

/** Guide, "Log in with BundID / Servicekonto.NRW". */
// tag::key
/** A key that stays in a hardware module. Its handle is a PrivateKey of the module's JCA provider, which Java finds by the handle. */
record ModuleKey(X509Certificate certificate, PrivateKey handle) implements SamlKey {

    @Override
    public byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
        if (!algorithm.endsWith("#rsa-sha256")) {
            throw new NoSuchAlgorithmException("leave signWithPss() out of the registration");
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(handle);
        signature.update(data);
        return signature.sign();
    }

    @Override
    public byte[] decryptKey(byte[] encrypted, OAEPParameterSpec parameters) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, handle, parameters);
        return cipher.doFinal(encrypted);
    }
}
// end::key
