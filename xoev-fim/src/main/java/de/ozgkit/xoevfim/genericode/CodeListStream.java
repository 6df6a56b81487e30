// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.xoevfim.Finding;
import java.io.InputStream;
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
    private final CodeList list;
    private boolean taken;

    CodeListStream(InputStream in, long maxBytes, boolean each, Consumer<Finding> findings) {
        this.reader = new ListReader(in, maxBytes, each, findings);
        try {
            this.list = reader.head();
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
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
                        Optional<Map<String, String>> row = reader.next();
                        row.ifPresent(action);
                        return row.isPresent();
                    }
                };
        return StreamSupport.stream(rows, false);
    }

    /** Code and name of each row, once, by the columns that the list itself names. Rows without a code are left out. */
    public Stream<CodeList.Entry> entries() {
        return rows().map(list.toEntry(Optional.empty(), Optional.empty(), Optional.empty()))
                .flatMap(Optional::stream);
    }

    /** How many bytes of the input were taken so far, to show progress by. */
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public void close() {
        reader.close();
    }
}
