// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.core.RejectedException;
import java.util.function.Supplier;

/** Ends the walk through elements that hold themselves, or each other so often that the tree has no end. */
final class Bounds {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENTS = 250_000;

    private int depth;
    private int elements;

    <T> T inside(Supplier<T> step) {
        depth++;
        elements++;
        if (depth > MAX_DEPTH) {
            throw new RejectedException(
                    "xdatenfelder.too_deep",
                    "more than " + MAX_DEPTH + " groups inside each other, or one inside itself");
        }
        if (elements > MAX_ELEMENTS) {
            throw new RejectedException("xdatenfelder.too_large", "more than " + MAX_ELEMENTS + " elements");
        }
        T made = step.get();
        depth--;
        return made;
    }
}
