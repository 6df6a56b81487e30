// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Progress;
import de.ozgkit.xoevfim.internal.ProgressMeter;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads transfers with more to say about it than {@link XZuFi#stream(Path)}. Immutable and thread-safe; a stream belongs to one thread
 * and must be closed.
 *
 * <p>A path is a file, or a folder as editorial systems offer it: {@code index.txt} names its files in the order of reading, one a line.
 * Each file is opened when it is its turn and closed behind its last object, so memory does not grow with the folder.
 *
 * <p>Every stream throws while it is read: {@link RejectedException} with code {@code xml...} for broken or hostile XML, which ends the
 * import as the Portalverbund demands, and {@link de.ozgkit.core.TransportException} if the input breaks off.
 *
 * @since 0.1
 */
public final class XZuFiReader {

    private final Consumer<Finding> findings;
    private final Consumer<Nachricht> messages;
    private final Progress progress;
    private final Clock clock;
    private final Optional<Position> start;

    XZuFiReader() {
        this(finding -> {}, message -> {}, Progress.none(), Clock.systemUTC(), Optional.empty());
    }

    private XZuFiReader(
            Consumer<Finding> findings,
            Consumer<Nachricht> messages,
            Progress progress,
            Clock clock,
            Optional<Position> start) {
        this.findings = findings;
        this.messages = messages;
        this.progress = progress;
        this.clock = clock;
        this.start = start;
    }

    /** Who gets, while reading, what does not keep to the standard. The path of a finding is the name of the file. */
    public XZuFiReader findings(Consumer<Finding> listener) {
        return new XZuFiReader(listener, messages, progress, clock, start);
    }

    /** Who gets what each document says about itself, before its first change. */
    public XZuFiReader messages(Consumer<Nachricht> listener) {
        return new XZuFiReader(findings, listener, progress, clock, start);
    }

    /** Who is told how far it is. */
    public XZuFiReader progress(Progress listener) {
        return progress(listener, clock);
    }

    /** Who is told how far it is, a few times in each second of this clock. */
    public XZuFiReader progress(Progress listener, Clock time) {
        return new XZuFiReader(findings, messages, listener, time, start);
    }

    /** Goes on behind what is done. The changes before are passed over without being bound. */
    public XZuFiReader from(Position position) {
        return new XZuFiReader(findings, messages, progress, clock, Optional.of(position));
    }

    /**
     * The changes of a file, or of a folder with {@code index.txt}, in their order.
     *
     * @throws ConfigurationException {@code xml.file} or {@code xzufi.index} if there is nothing to read, {@code xzufi.position} if the
     *     position belongs to another file or folder
     * @throws RejectedException {@code xzufi.index} if the index is empty or names anything but files of its folder, and as
     *     {@link #stream(InputStream)}
     */
    public Stream<Transfer> stream(Path fileOrFolder) {
        return placed(fileOrFolder).map(Placed::change);
    }

    /**
     * The changes of a message in their order. Closing the stream closes the input.
     *
     * @throws RejectedException {@code xzufi.version} if the document is not of a version of {@link XZuFiVersion}
     */
    public Stream<Transfer> stream(InputStream in) {
        return placed(in).map(Placed::change);
    }

    /** As {@link #stream(Path)}, and tells with each change from where to go on once it is done. */
    public Stream<Placed> placed(Path fileOrFolder) {
        if (Files.isDirectory(fileOrFolder)) {
            List<Source> all =
                    Index.files(fileOrFolder, findings).stream().map(Source::of).toList();
            return streamOf(new Transfers(all, this::document, meter(), start));
        }
        return opened(Source.of(fileOrFolder));
    }

    /** As {@link #stream(InputStream)}, and tells with each change from where to go on once it is done. */
    public Stream<Placed> placed(InputStream in) {
        return opened(Source.of(in));
    }

    /** Opens a single document at once, so that a wrong one is refused here and not later. */
    private Stream<Placed> opened(Source source) {
        Transfers transfers = new Transfers(List.of(source), this::document, meter(), start);
        transfers.open();
        return streamOf(transfers);
    }

    private static Stream<Placed> streamOf(Transfers transfers) {
        return StreamSupport.stream(transfers, false).onClose(transfers::close);
    }

    private XZuFiDocument document(Source source) {
        return XZuFiDocument.open(source, findings, messages);
    }

    private Transfers.Meters meter() {
        return total -> new ProgressMeter(progress, clock, total);
    }
}
