// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import de.ozgkit.testkit.TestAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** The server's key and the authority of its clients, as files, since the engine reads nothing else. */
final class TlsFiles {

    private static final String PASSWORD = "thrown-away";
    private static final String TYPE = "PKCS12";

    private final Path folder;

    private TlsFiles(Path folder) {
        this.folder = folder;
    }

    static TlsFiles write(TestAuthority authority) {
        try {
            TlsFiles files = new TlsFiles(Files.createTempDirectory("mock-tls"));
            authority.server().writePkcs12(files.server(), PASSWORD.toCharArray());
            KeyStore clients = KeyStore.getInstance(TYPE);
            clients.load(null, null);
            clients.setCertificateEntry("authority", authority.certificate());
            try (OutputStream out = Files.newOutputStream(files.clients())) {
                clients.store(out, PASSWORD.toCharArray());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The mock cannot be set up for TLS", e);
        }
    }

    void use(WireMockConfiguration options) {
        options.keystorePath(server().toString())
                .keystoreType(TYPE)
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .trustStorePath(clients().toString())
                .trustStoreType(TYPE)
                .trustStorePassword(PASSWORD)
                .needClientAuth(true);
    }

    void delete() {
        try {
            Files.deleteIfExists(server());
            Files.deleteIfExists(clients());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path server() {
        return folder.resolve("server.p12");
    }

    private Path clients() {
        return folder.resolve("clients.p12");
    }
}
