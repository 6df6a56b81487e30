// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.internal.ProgressMeter;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A code list that is read row by row, so that its size does not matter. Not thread-safe; close it.
 *
 * @since 0.1
 */
public final class CodeListStream implements AutoCloseable {

    private final ListReader reader;
    private final ProgressMeter meter;
    private final CodeList list;
    private boolean taken;
    private boolean ended;
    private long rowsRead;

    /** Passes over {@code start} rows at once, so that a wrong position is refused here and not later. */
    CodeListStream(ListReader reader, ProgressMeter meter, long start) {
        this.reader = reader;
        this.meter = meter;
        try {
            this.list = reader.head();
            passOver(start);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void passOver(long rows) {
        while (rowsRead < rows) {
            if (!reader.passOver()) {
                throw new RejectedException(
                        "genericode.position",
                        "the list is shorter than when the position was taken; read it from the start");
            }
            moved();
        }
    }

    private void moved() {
        rowsRead++;
        meter.moved(bytesRead(), rowsRead);
    }

    /** The list without its rows: names, columns, keys and metadata. */
    public CodeList list() {
        return list;
    }

    /**
     * The rows, once: the texts that are there, by column id. A document that turns out to be broken ends it with a {@link
     * de.ozgkit.core.RejectedException}.
     */
    public Stream<Map<String, String>> rows() {
        if (taken) {
            throw new IllegalStateException("the rows can be read once only");
        }
        taken = true;
        var rows =
                new Spliterators.AbstractSpliterator<Map<String, String>>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Map<String, String>> action) {
                        Optional<Map<String, String>> row = next();
                        row.ifPresent(action);
                        return row.isPresent();
                    }
                };
        return StreamSupport.stream(rows, false);
    }

    private Optional<Map<String, String>> next() {
        Optional<Map<String, String>> row = reader.next();
        if (row.isPresent()) {
            moved();
        } else if (!ended) {
            ended = true;
            meter.finished(bytesRead(), rowsRead);
        }
        return row;
    }

    /** Code and name of each row, once, by the columns that the list itself names. Rows without a code are left out. */
    public Stream<CodeList.Entry> entries() {
        return rows().map(list.toEntry(Optional.empty(), Optional.empty(), Optional.empty()))
                .flatMap(Optional::stream);
    }

    /**
     * How many rows were handed out or passed over so far. Once the last of them is done, store this number with what came of it, and go on
     * from it later by {@link CodeListReader#from}.
     */
    public long rowsRead() {
        return rowsRead;
    }

    /** How many bytes of the input were taken so far; {@link CodeListReader#progress} tells it of its own accord. */
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public void close() {
        reader.close();
    }
}
