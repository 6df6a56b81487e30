// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.identity.SamlKey;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;

/** A key in the memory of this process. */
public record LocalKey(KeyMaterial key) implements SamlKey {

    @Override
    public X509Certificate certificate() {
        return key.certificate();
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
        var signature = RawSignature.engine(algorithm);
        signature.initSign(key.privateKey());
        signature.update(data);
        return signature.sign();
    }

    @Override
    public byte[] decryptKey(byte[] encrypted, OAEPParameterSpec parameters) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, key.privateKey(), parameters);
        return cipher.doFinal(encrypted);
    }
}
