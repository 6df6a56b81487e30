// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.identity.internal.IdpMetadataReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the account is: its name, where requests go and whose signatures count. This file is the anchor of all trust, so fetch it by a
 * channel that cannot be forged and keep it beside the portal's configuration. Several certificates are allowed, for a change of keys.
 * Immutable. Source: SAML 2.0 metadata 2.4.3.
 *
 * @param entityId name of the account
 * @param sso where requests for a log-in go, at least one
 * @param logout where log-outs go; empty for an account without single log-out
 * @param signingCertificates certificates of the keys that sign responses, at least one
 * @param validUntil from when on the file must not be used any more, if it says so
 * @since 0.1
 */
public record IdpMetadata(
        String entityId,
        Map<Binding, URI> sso,
        Map<Binding, LogoutService> logout,
        List<X509Certificate> signingCertificates,
        Optional<Instant> validUntil) {

    /**
     * Where log-outs go. Source: SAML 2.0 metadata 2.2.2.
     *
     * @param requests the address for our requests
     * @param answers the address for our answers to the account's requests
     * @since 0.1
     */
    public record LogoutService(URI requests, URI answers) {}

    /**
     * Checks that requests may be sent there and responses be verified.
     *
     * @throws ConfigurationException with code {@code saml.metadata} if a part is missing or insecure
     */
    public IdpMetadata {
        sso = Map.copyOf(sso);
        logout = Map.copyOf(logout);
        signingCertificates = List.copyOf(signingCertificates);
        IdpMetadataReader.requireUsable(entityId, sso, logout, signingCertificates);
    }

    /** An account that takes requests by POST and has no single log-out: for one whose operator tells address and certificate only. */
    public IdpMetadata(
            String entityId, URI ssoLocation, List<X509Certificate> signingCertificates, Optional<Instant> validUntil) {
        this(entityId, Map.of(Binding.POST, ssoLocation), Map.of(), signingCertificates, validUntil);
    }

    /**
     * Reads the metadata of one account.
     *
     * @throws ConfigurationException with code {@code saml.metadata} if the file is missing, too large (1 MiB) or not usable
     */
    public static IdpMetadata read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "saml.metadata", "The metadata of the account cannot be read from the file given", e);
        }
    }

    /**
     * Reads the metadata of one account; the caller closes the stream.
     *
     * @throws ConfigurationException with code {@code saml.metadata} if it is too large (1 MiB) or not usable
     */
    public static IdpMetadata read(InputStream in) {
        return IdpMetadataReader.read(in);
    }

    /** Where requests are posted to, or sent to if the account takes none by POST. */
    public URI ssoLocation() {
        return sso.getOrDefault(Binding.POST, sso.values().iterator().next());
    }
}
