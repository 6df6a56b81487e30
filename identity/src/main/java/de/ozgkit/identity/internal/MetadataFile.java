// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.MetadataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metadata in a file, read again when its time or size has changed. */
public final class MetadataFile implements MetadataSource {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataSource.class);

    private final Path file;
    private final String entityId;
    private volatile State state;

    private record State(IdpMetadata metadata, Stamp stamp) {}

    private record Stamp(FileTime changed, long size) {}

    private MetadataFile(Path file, State first) {
        this.file = file;
        this.entityId = first.metadata().entityId();
        this.state = first;
    }

    public static MetadataFile of(Path file, Optional<String> entityId) {
        try {
            Stamp stamp = stamp(file);
            return new MetadataFile(file, new State(read(file, entityId), stamp));
        } catch (IOException e) {
            throw IdpMetadataReader.unusable("The file given cannot be read", e);
        }
    }

    @Override
    public IdpMetadata current() {
        State known = state;
        try {
            Stamp now = stamp(file);
            return now.equals(known.stamp()) ? known.metadata() : again(known, now);
        } catch (IOException e) {
            // While somebody replaces it, a file may be missing for a moment.
            return known.metadata();
        }
    }

    private synchronized IdpMetadata again(State known, Stamp now) {
        if (!state.stamp().equals(now)) {
            IdpMetadata next = known.metadata();
            try {
                next = read(file, Optional.of(entityId));
                Certificates.logNew(known.metadata(), next);
            } catch (IOException | ConfigurationException e) {
                LOG.warn(
                        "The metadata file of {} has changed and is not usable; what was read before stays in force: {}",
                        entityId,
                        e.getMessage());
            }
            state = new State(next, now);
        }
        return state.metadata();
    }

    private static Stamp stamp(Path file) throws IOException {
        return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    }

    private static IdpMetadata read(Path file, Optional<String> entityId) throws IOException {
        return IdpMetadataReader.find(IdpMetadataReader.parse(Files.readAllBytes(file)), entityId)
                .metadata();
    }
}
