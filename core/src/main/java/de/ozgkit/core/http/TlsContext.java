// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.http;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What TLS needs, made from our key and from the authorities that we trust, for clients that speak something else than HTTP, such as mail.
 * Nothing in it weakens a check.
 *
 * @since 0.1
 */
public final class TlsContext {

    private TlsContext() {}

    /**
     * A context for clients.
     *
     * @param clientKey who we are, where the peer asks for it; null for nobody
     * @param trusted the authorities that issue peers' certificates; those of the Java platform if empty
     * @throws ConfigurationException with code {@code http.tls.setup} if they cannot be used
     */
    public static SSLContext of(@Nullable KeyMaterial clientKey, List<X509Certificate> trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(clientKey), authorities(trusted), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new ConfigurationException(
                    "http.tls.setup", "The client key or the trusted certificates cannot be used for TLS", e);
        }
    }

    private static KeyManager @Nullable [] keys(@Nullable KeyMaterial clientKey)
            throws GeneralSecurityException, IOException {
        if (clientKey == null) {
            return null;
        }
        char[] inMemory = new char[0];
        KeyStore store = empty();
        store.setKeyEntry(
                "client", clientKey.privateKey(), inMemory, clientKey.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, inMemory);
        return factory.getKeyManagers();
    }

    /** The given ones only, or the Java platform's if none are given. */
    private static TrustManager @Nullable [] authorities(List<X509Certificate> trusted)
            throws GeneralSecurityException, IOException {
        if (trusted.isEmpty()) {
            return null;
        }
        KeyStore store = empty();
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("trusted" + i, trusted.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
