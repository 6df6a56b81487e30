// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import de.ozgkit.core.RejectedException;
import java.util.function.Supplier;

/** Counts how deep a reader is, and refuses what is beyond the limits. */
final class Nesting {

    private final XmlLimits limits;
    private int depth;

    Nesting(XmlLimits limits) {
        this.limits = limits;
    }

    void enter(int attributes, Supplier<String> where) {
        depth++;
        if (depth > limits.maxDepth()) {
            throw new RejectedException(
                    "xml.too_deep",
                    "The document has more than " + limits.maxDepth() + " elements inside each other " + where.get());
        }
        if (attributes > limits.maxAttributes()) {
            throw new RejectedException(
                    "xml.too_large",
                    "An element has more than " + limits.maxAttributes() + " attributes " + where.get());
        }
    }

    void leave() {
        depth--;
    }
}
