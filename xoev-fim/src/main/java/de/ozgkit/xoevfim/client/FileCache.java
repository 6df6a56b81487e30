// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files by key in one folder, which many processes may share: a file is written aside and moved into place, and one that cannot be read is
 * forgotten and fetched again. Without a folder nothing is kept.
 */
final class FileCache {

    private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);
    private static final int READABLE = 60;

    private final @Nullable Path folder;
    // Threads that want the same file wait for the first of them instead of fetching it again.
    private final Object[] locks =
            IntStream.range(0, 64).mapToObj(i -> new Object()).toArray();

    FileCache(@Nullable Path folder, String code) {
        this.folder = folder;
        if (folder != null) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new ConfigurationException(
                        code + ".cache", "the cache must be a folder that this process may create and write", e);
            }
        }
    }

    boolean keepsFiles() {
        return folder != null;
    }

    /**
     * What is kept under the key, else what is fetched, which is then kept for ever.
     *
     * @param reader makes sense of the content, or throws
     */
    <T> Optional<T> get(String key, String suffix, Supplier<Optional<byte[]>> fetch, Function<byte[], T> reader) {
        synchronized (locks[Math.floorMod(key.hashCode(), locks.length)]) {
            Optional<T> kept = kept(key, suffix, reader);
            if (kept.isPresent()) {
                return kept;
            }
            return fetch.get().map(content -> {
                T read = reader.apply(content);
                put(key, suffix, content);
                return read;
            });
        }
    }

    /** What is kept under the key and can be read. */
    <T> Optional<T> kept(String key, String suffix, Function<byte[], T> reader) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = file(key, suffix);
        try {
            return Optional.of(reader.apply(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | OzgException e) {
            LOG.warn("{} is broken and will be fetched again", file.getFileName());
            return Optional.empty();
        }
    }

    /** Keeps the content. If that fails there is only no cache: a full disk must not stop a form. */
    void put(String key, String suffix, byte[] content) {
        if (folder == null) {
            return;
        }
        Path file = file(key, suffix);
        Path aside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(aside, content, StandardOpenOption.CREATE_NEW);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be kept in the cache: {}",
                    file.getFileName(),
                    e.getClass().getSimpleName());
            delete(aside);
        }
    }

    /** Where a key is kept. The name begins readable, for administrators, and ends with a hash: no key can name another file. */
    Path file(String key, String suffix) {
        if (folder == null) {
            throw new IllegalStateException("without a folder there are no files");
        }
        String readable = key.replaceAll("[^A-Za-z0-9_-]+", "-");
        String start = readable.substring(0, Math.min(READABLE, readable.length()));
        return folder.resolve(start + "." + hash(key) + suffix);
    }

    private static String hash(String key) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} could not be deleted", file.getFileName());
        }
    }
}
