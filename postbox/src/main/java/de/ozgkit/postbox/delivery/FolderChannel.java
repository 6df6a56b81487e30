// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Tokens;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult;
import de.ozgkit.postbox.spi.DeliveryResult.HandedOver;
import de.ozgkit.postbox.spi.DeliveryResult.TryAgain;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Puts each message as a ZIP file into a folder that the office's system watches: {@code application.json} for machines,
 * {@code application.txt} for people, the files under {@code attachments/}. Thread-safe.
 *
 * <p>The file is named after the message id, appears complete or not at all, and is on the disk before it is reported. Repeating writes
 * the same bytes under the same name. A reader takes {@code *.zip} only (what is being written lies in
 * {@code .unfinished}), and if it removes what it has read, remembers the names: after a
 * crash between writing and noting it, the same file may appear once more.
 *
 * <p>A file in a folder is {@link DeliveryState#HANDED_OVER}, since nobody has said that it was read; whoever learns that calls
 * {@link Outbox#receive}.
 *
 * @since 0.1
 */
public final class FolderChannel implements DeliveryChannel {

    private static final String UNFINISHED = ".unfinished";

    private final String name;
    private final Path folder;
    private final Tokens tokens = Tokens.secure();

    private FolderChannel(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /**
     * A channel into a folder, which is created if it is not there.
     *
     * @throws ConfigurationException with code {@code postbox.folder.missing} if it cannot be created or is not writable
     */
    public static FolderChannel named(String name, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder, null);
        }
        return new FolderChannel(name, folder);
    }

    private static ConfigurationException unusable(Path folder, @Nullable Exception cause) {
        return new ConfigurationException(
                "postbox.folder.missing",
                "The folder " + folder + " cannot be created or written to; check the path and its permissions",
                cause);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryResult deliver(OutboundMessage message) {
        String file = message.id() + ".zip";
        try {
            Path desk = unfinishedFolder();
            removeUnfinished(desk, message);
            Path unfinished = desk.resolve(message.id() + "." + tokens.uuid());
            try {
                write(message, unfinished);
                Files.move(unfinished, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            syncFolder();
        } catch (IOException e) {
            return TryAgain.because("postbox.folder.io");
        }
        return new HandedOver(file);
    }

    /** Made in the folder, never with it: if the folder is gone, its disk is not there, and nothing must be written in its place. */
    private Path unfinishedFolder() throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        try {
            return Files.isDirectory(unfinished) ? unfinished : Files.createDirectory(unfinished);
        } catch (FileAlreadyExistsException e) {
            return unfinished;
        }
    }

    /** What a try that was killed has left. If that try lives after all, it fails to rename, and this one goes on. */
    private static void removeUnfinished(Path desk, OutboundMessage message) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(desk, message.id() + ".*")) {
            for (Path path : left) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void write(OutboundMessage message, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            ZipDocument.write(message, out);
            out.flush();
            channel.force(true);
        }
    }

    /** So that the name is on the disk, too. Not every system can open a folder; those that cannot do it by themselves. */
    private void syncFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows
        }
    }
}
