// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.identity.internal.MetadataFile;
import de.ozgkit.identity.internal.MetadataFromUrl;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the metadata of an account come from while a portal runs, so that new certificates of the account need no restart. Whatever comes
 * later must be of the same account and no worse proven than what came first; otherwise the old stays, and the log says so. New certificates
 * are logged by their fingerprint as a warning: look whether the account announced them. Implementations are thread-safe. Source: SAML 2.0
 * metadata 2.2.1 and 4.3.
 *
 * <pre>{@code
 * MetadataSource source = MetadataSource.url(gateway, URI.create("https://id.bund.de/idp"))
 *     .signingCertificates("5A:1F:…")          // what the operator told by another channel
 *     .keptIn(Path.of("data/bundid.xml"))
 *     .build();
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MetadataSource {

    /**
     * What holds now: the same object as before unless something changed. Called for every log-in.
     *
     * @throws ConfigurationException with code {@code saml.metadata} if there has never been anything usable
     */
    IdpMetadata current();

    /** The metadata of one account in a file, read again when the file changes. A broken file leaves the old metadata in force. */
    static MetadataSource file(Path file) {
        return MetadataFile.of(file, Optional.empty());
    }

    /** The same for a file of many accounts. */
    static MetadataSource file(Path file, String entityId) {
        return MetadataFile.of(file, Optional.of(entityId));
    }

    /**
     * Begins to describe metadata that are fetched. A pin is needed, since whoever can change what comes from that address could otherwise
     * log in as anybody.
     *
     * @param gateway the way there; its limit on size counts (1 MiB if not given, 16 MiB are the most that is read)
     */
    static Download url(HttpGateway gateway, URI address) {
        return new Download(gateway, address);
    }

    /**
     * Collects what fetching needs. Needed: one of the two pins.
     *
     * @since 0.1
     */
    final class Download {

        private static final Duration LEAST = Duration.ofMinutes(1);

        private final HttpGateway gateway;
        private final URI address;
        private final List<String> fingerprints = new ArrayList<>();
        private final List<X509Certificate> signers = new ArrayList<>();
        private Optional<String> entityId = Optional.empty();
        private @Nullable Path copy;
        private Duration every = Duration.ofHours(1);
        private Clock clock = Clock.systemUTC();

        private Download(HttpGateway gateway, URI address) {
            this.gateway = gateway;
            this.address = address;
        }

        /** Pin: the metadata must be signed as a whole with the key of one of these certificates. */
        public Download signedBy(X509Certificate... certificates) {
            signers.addAll(List.of(certificates));
            return this;
        }

        /**
         * Pin: of the account's certificates only those count whose SHA-256 fingerprint (hexadecimal, colons allowed) is one of these. For
         * metadata without a signature; the addresses in them are as sure as the TLS connection. Name the next
         * certificate here before the account begins to use it.
         */
        public Download signingCertificates(String... sha256) {
            for (String fingerprint : sha256) {
                String hex = fingerprint.replace(":", "").strip();
                if (!hex.matches("[0-9A-Fa-f]{64}")) {
                    throw new ConfigurationException(
                            "saml.setup", "a SHA-256 fingerprint has 64 hexadecimal digits, with or without colons");
                }
                fingerprints.add(hex.toLowerCase(Locale.ROOT));
            }
            return this;
        }

        /** The account's name, for metadata of many accounts. */
        public Download entityId(String entityId) {
            this.entityId = Optional.of(entityId);
            return this;
        }

        /** A file for the last good copy, so that a restart needs no connection. It is checked like what comes from the network. */
        public Download keptIn(Path file) {
            this.copy = file;
            return this;
        }

        /** How old a copy may become before it is fetched anew, one hour if not given; the account's cacheDuration may say earlier. */
        public Download every(Duration every) {
            if (every.compareTo(LEAST) < 0) {
                throw new ConfigurationException("saml.setup", "metadata are fetched once a minute at most");
            }
            this.every = every;
            return this;
        }

        /** What time it is; the system's clock if not given. */
        public Download clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * The source. Nothing is fetched before the first use. While there is a valid copy, the thread whose turn it is waits at most five
         * seconds for a new one, and all others not at all.
         *
         * @throws ConfigurationException with code {@code saml.setup} if the pin is missing or the address insecure
         */
        public MetadataSource build() {
            return new MetadataFromUrl(gateway, address, entityId, signers, fingerprints, copy, every, clock);
        }
    }
}
