// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.identity.internal.LocalKey;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.crypto.spec.OAEPParameterSpec;

/**
 * One RSA key of ours that signs requests and opens what was encrypted for us, without being shown: implement it for a key that never
 * leaves a hardware security module. A key in a file is {@link #of(KeyMaterial)}. Implementations are thread-safe.
 *
 * <p>Both operations may throw {@link de.ozgkit.core.TransportException} if the module cannot be reached; the log-in then ends with it and
 * can be begun anew.
 *
 * @since 0.1
 */
public interface SamlKey {

    /** The certificate that the account knows. */
    X509Certificate certificate();

    /**
     * Signs.
     *
     * @param algorithm {@code http://www.w3.org/2001/04/xmldsig-more#rsa-sha256} (RSASSA-PKCS1-v1_5) or
     *     {@code http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1} (RSASSA-PSS, MGF1 with SHA-256, salt of 32 bytes), as the
     *     registration says
     * @param data what to sign, not yet hashed
     * @throws GeneralSecurityException if the key cannot sign so; the caller of {@link Nutzerkonto#begin} then gets an
     *     {@link IllegalStateException}
     */
    byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException;

    /**
     * Opens a content key of 16, 24 or 32 bytes with RSA-OAEP.
     *
     * @param encrypted as many bytes as the modulus has
     * @param parameters digest and mask; the label is empty. A module that cannot mask with SHA-1 or hash with SHA-256 throws
     * @throws GeneralSecurityException if it cannot be opened, whatever the reason; the log-in then ends as
     *     {@link LoginFailure#DECRYPTION_FAILED}, like everything else that is thrown but a transport failure
     */
    byte[] decryptKey(byte[] encrypted, OAEPParameterSpec parameters) throws GeneralSecurityException;

    /** A key that this process holds. */
    static SamlKey of(KeyMaterial key) {
        return new LocalKey(key);
    }
}
