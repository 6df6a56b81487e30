// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Items that come in pages; the next page is fetched when somebody wants its first item. */
final class Pages<T> extends Spliterators.AbstractSpliterator<T> {

    /**
     * One page.
     *
     * @param items those that make sense
     * @param count how many the peer sent
     * @param last whether nothing comes after it
     */
    record Page<T>(List<T> items, int count, boolean last) {}

    private final LongFunction<Page<T>> fetch;
    private Iterator<T> items = List.<T>of().iterator();
    private long seen;
    private boolean last;

    private Pages(LongFunction<Page<T>> fetch) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.fetch = fetch;
    }

    /**
     * All items.
     *
     * @param fetch gets the page that begins after so many items
     */
    static <T> Stream<T> stream(LongFunction<Page<T>> fetch) {
        return StreamSupport.stream(new Pages<>(fetch), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        while (!items.hasNext() && !last) {
            Page<T> page = fetch.apply(seen);
            items = page.items().iterator();
            seen += page.count();
            // An empty page would be fetched for ever.
            last = page.last() || page.count() == 0;
        }
        if (!items.hasNext()) {
            return false;
        }
        action.accept(items.next());
        return true;
    }
}
