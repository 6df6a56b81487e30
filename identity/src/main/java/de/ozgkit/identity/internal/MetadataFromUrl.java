// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.MetadataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** Metadata from an address, believed as far as the pin goes. */
public final class MetadataFromUrl implements MetadataSource {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataSource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    private final HttpGateway gateway;
    private final URI address;
    private final Optional<String> entityId;
    private final List<X509Certificate> signers;
    private final Set<String> fingerprints;
    private final @Nullable Path copy;
    private final Duration every;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable State state;
    private @Nullable Failure failure;

    private record State(IdpMetadata metadata, Instant due) {}

    private record Failure(OzgException cause, Instant until) {}

    public MetadataFromUrl(
            HttpGateway gateway,
            URI address,
            Optional<String> entityId,
            List<X509Certificate> signers,
            List<String> fingerprints,
            @Nullable Path copy,
            Duration every,
            Clock clock) {
        if (signers.isEmpty() == fingerprints.isEmpty()) {
            throw new ConfigurationException("saml.setup", "metadata from an address need one pin: signedBy(..) or"
                    + " signingCertificates(..)");
        }
        if (!Addresses.secure(address)) {
            throw new ConfigurationException("saml.setup", "the address of metadata must begin with https");
        }
        this.gateway = gateway;
        this.address = address;
        this.entityId = entityId;
        this.signers = List.copyOf(signers);
        this.fingerprints = Set.copyOf(fingerprints);
        this.copy = copy;
        this.every = every;
        this.clock = clock;
        this.state = copy == null ? null : kept(copy);
    }

    @Override
    public IdpMetadata current() {
        Instant now = clock.instant();
        State known = state;
        if (known == null || isOver(known, now)) {
            return waiting();
        }
        if (!now.isBefore(known.due()) && fetching.tryLock()) {
            try {
                refresh(known, now);
            } finally {
                fetching.unlock();
            }
        }
        State latest = state;
        return latest == null ? known.metadata() : latest.metadata();
    }

    /** There is nothing to go on with: everybody waits for the one who fetches. */
    private IdpMetadata waiting() {
        fetching.lock();
        try {
            Instant now = clock.instant();
            State known = state;
            if (known == null) {
                known = first(now);
                state = known;
            } else if (isOver(known, now) && !now.isBefore(known.due())) {
                refresh(known, now);
            }
            State latest = state;
            return latest == null ? known.metadata() : latest.metadata();
        } finally {
            fetching.unlock();
        }
    }

    /** One who waited for another's failure is not made to wait for the same again. */
    private State first(Instant now) {
        Failure last = failure;
        if (last != null && now.isBefore(last.until())) {
            throw last.cause();
        }
        try {
            return fetch(Optional.empty(), Optional.empty(), now);
        } catch (OzgException e) {
            failure = new Failure(e, now.plus(PATIENCE));
            throw e;
        }
    }

    private void refresh(State known, Instant now) {
        try {
            State next = fetch(Optional.of(known.metadata()), Optional.of(PATIENCE), now);
            Certificates.logNew(known.metadata(), next.metadata());
            // The same object means that nothing has changed.
            state = next.metadata().equals(known.metadata()) ? new State(known.metadata(), next.due()) : next;
        } catch (OzgException e) {
            LOG.warn(
                    "The metadata of {} cannot be fetched anew; what was fetched before stays in force: {}",
                    known.metadata().entityId(),
                    e.getMessage());
            state = new State(known.metadata(), now.plus(AFTER_FAILURE));
        }
    }

    private State fetch(Optional<IdpMetadata> before, Optional<Duration> patience, Instant now) {
        HttpCall call = HttpCall.get(address);
        HttpAnswer answer = gateway.send(patience.map(call::timeout).orElse(call));
        if (!answer.ok()) {
            throw new PeerException("saml.metadata", "the address of the metadata answered " + answer.status(), true);
        }
        IdpMetadataReader.Found found = believe(answer.body(), before);
        if (found.metadata().validUntil().map(until -> !now.isBefore(until)).orElse(false)) {
            throw IdpMetadataReader.unusable("What was fetched has already run out", null);
        }
        keep(answer.body());
        return new State(found.metadata(), due(found, now));
    }

    private Instant due(IdpMetadataReader.Found found, Instant fetched) {
        Duration wait = found.cacheDuration()
                .filter(cache -> cache.compareTo(every) < 0)
                .orElse(every);
        return fetched.plus(wait.compareTo(LEAST) < 0 ? LEAST : wait);
    }

    /** What the bytes say as far as the pin reaches. */
    private IdpMetadataReader.Found believe(byte[] bytes, Optional<IdpMetadata> before) {
        Element root = IdpMetadataReader.parse(bytes);
        requireSigned(root);
        var found = IdpMetadataReader.find(root, before.map(IdpMetadata::entityId).or(() -> entityId));
        return fingerprints.isEmpty()
                ? found
                : new IdpMetadataReader.Found(onlyPinned(found.metadata()), found.cacheDuration());
    }

    private void requireSigned(Element root) {
        try {
            if (!signers.isEmpty()) {
                EnvelopedSignature.verify(root, signers);
            }
        } catch (RejectedException e) {
            throw IdpMetadataReader.unusable("They are not signed with the certificate that was pinned", e);
        }
    }

    private IdpMetadata onlyPinned(IdpMetadata metadata) {
        List<X509Certificate> pinned = new ArrayList<>();
        for (X509Certificate certificate : metadata.signingCertificates()) {
            String fingerprint = Certificates.fingerprint(certificate);
            if (fingerprints.contains(fingerprint)) {
                pinned.add(certificate);
            } else {
                LOG.warn(
                        "The metadata of {} have a certificate for signing that is not pinned, SHA-256 {}; it is not"
                                + " believed. If the account announced it, add it to the pins",
                        metadata.entityId(),
                        fingerprint);
            }
        }
        if (pinned.isEmpty()) {
            throw IdpMetadataReader.unusable("None of their certificates for signing is pinned", null);
        }
        return new IdpMetadata(metadata.entityId(), metadata.sso(), metadata.logout(), pinned, metadata.validUntil());
    }

    private @Nullable State kept(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            var found = believe(Files.readAllBytes(file), Optional.empty());
            return new State(
                    found.metadata(), due(found, Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException | ConfigurationException e) {
            LOG.warn("The kept copy of the account's metadata is not usable and is fetched anew: {}", e.getMessage());
            return null;
        }
    }

    private void keep(byte[] bytes) {
        if (copy == null) {
            return;
        }
        Path target = copy.toAbsolutePath();
        try {
            Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "metadata", ".tmp");
            Files.write(fresh, bytes);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The copy of the account's metadata cannot be written; a restart will need the network", e);
        }
    }

    private static boolean isOver(State known, Instant now) {
        return known.metadata().validUntil().map(until -> !now.isBefore(until)).orElse(false);
    }
}
