// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Progress;
import de.ozgkit.xoevfim.internal.ProgressMeter;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads lists of any size with more to say about it than {@link Genericode#stream(Path)}. Immutable and thread-safe; what it opens belongs
 * to one thread and must be closed.
 *
 * <pre>{@code
 * try (CodeListStream list = Genericode.reader().progress(bar).from(done).stream(file)) {
 *     list.rows().forEach(row -> store(row, list.rowsRead()));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class CodeListReader {

    private final Consumer<Finding> findings;
    private final Progress progress;
    private final Clock clock;
    private final long start;

    CodeListReader() {
        this(finding -> {}, Progress.none(), Clock.systemUTC(), 0);
    }

    private CodeListReader(Consumer<Finding> findings, Progress progress, Clock clock, long start) {
        this.findings = findings;
        this.progress = progress;
        this.clock = clock;
        this.start = start;
    }

    /** Who gets, while reading, what is wrong with the list: columns that are not there, values that are missing. */
    public CodeListReader findings(Consumer<Finding> listener) {
        return new CodeListReader(listener, progress, clock, start);
    }

    /** Who is told how far it is. */
    public CodeListReader progress(Progress listener) {
        return progress(listener, clock);
    }

    /** Who is told how far it is, a few times in each second of this clock. */
    public CodeListReader progress(Progress listener, Clock time) {
        return new CodeListReader(findings, listener, time, start);
    }

    /**
     * Goes on behind so many rows, a number that {@link CodeListStream#rowsRead} gave. Those before are passed over, without findings.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public CodeListReader from(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a position counts from 0");
        }
        return new CodeListReader(findings, progress, clock, rows);
    }

    /**
     * Opens a file as {@link #stream(InputStream)} does.
     *
     * @throws de.ozgkit.core.ConfigurationException {@code xml.file} if it cannot be read
     */
    public CodeListStream stream(Path file) {
        return open(XmlInput.size(file), XmlInput.open(file));
    }

    /**
     * Opens a list: names and columns at once, the rows one after the other, in constant memory. Closing it closes the input.
     *
     * @throws RejectedException {@code genericode.root} if it is no code list, {@code genericode.position} if it has fewer rows than are
     *     to be passed over, {@code xml...} for broken XML, {@code xml.too_large} if one row, or all before the first, has more than 4 MiB
     */
    public CodeListStream stream(InputStream in) {
        return open(OptionalLong.empty(), in);
    }

    private CodeListStream open(OptionalLong size, InputStream in) {
        ListReader reader = new ListReader(in, Genericode.ROW_BYTES, true, findings);
        return new CodeListStream(reader, new ProgressMeter(progress, clock, size), start);
    }
}
