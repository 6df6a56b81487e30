// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.internal.ProgressMeter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks along documents, one after the other, and hands out their changes. */
final class Transfers extends Spliterators.AbstractSpliterator<Placed> {

    /** Makes the meter once the whole size is known. */
    interface Meters {
        ProgressMeter of(OptionalLong totalBytes);
    }

    private final List<Source> sources;
    private final Function<Source, XZuFiDocument> opener;
    private final ProgressMeter meter;
    private final Deque<Transfer> ready = new ArrayDeque<>();
    private int turn;
    private long skip;
    private long bytesBefore;
    private long objects;
    private boolean closed;
    private @Nullable XZuFiDocument current;

    Transfers(List<Source> sources, Function<Source, XZuFiDocument> opener, Meters meters, Optional<Position> start) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.sources = sources;
        this.opener = opener;
        this.meter = meters.of(total(sources));
        start.ifPresent(this::goTo);
    }

    private static OptionalLong total(List<Source> sources) {
        return sources.stream().allMatch(s -> s.size().isPresent())
                ? OptionalLong.of(
                        sources.stream().mapToLong(s -> s.size().orElse(0)).sum())
                : OptionalLong.empty();
    }

    private void goTo(Position start) {
        while (turn < sources.size() && !isAt(sources.get(turn), start)) {
            bytesBefore += sources.get(turn).size().orElse(0);
            turn++;
        }
        if (turn == sources.size()) {
            throw new ConfigurationException(
                    "xzufi.position", "the position names a file that is not read here; read from the start");
        }
        skip = start.changes();
    }

    private static boolean isAt(Source source, Position start) {
        return source.name().isEmpty() || source.name().equals(start.file());
    }

    /** Opens the document whose turn it is. */
    void open() {
        XZuFiDocument document = opener.apply(sources.get(turn));
        current = document;
        try {
            for (; skip > 0; skip--) {
                if (!document.skip()) {
                    throw new RejectedException(
                            "xzufi.position",
                            "the file is shorter than when the position was taken; read it from the start");
                }
                objects++;
                meter.moved(bytesBefore + document.bytesRead(), objects);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super Placed> action) {
        while (ready.isEmpty()) {
            if (closed || !advance()) {
                return false;
            }
        }
        XZuFiDocument document = Objects.requireNonNull(current);
        Transfer next = ready.remove();
        objects++;
        meter.moved(bytesBefore + document.bytesRead(), objects);
        long done = ready.isEmpty() ? document.changes() : document.changes() - 1;
        action.accept(new Placed(next, new Position(document.name(), done)));
        return true;
    }

    /** Reads on; false at the end of everything. */
    private boolean advance() {
        if (current == null) {
            if (turn == sources.size()) {
                return false;
            }
            open();
        }
        XZuFiDocument document = Objects.requireNonNull(current);
        if (!document.next(ready)) {
            bytesBefore += document.bytesRead();
            document.close();
            current = null;
            turn++;
            if (turn == sources.size()) {
                meter.finished(bytesBefore, objects);
                return false;
            }
        }
        return true;
    }

    void close() {
        closed = true;
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
