// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.Finding;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports what a version cannot carry, and empties it. */
final class Losses {

    private final XZuFiVersion to;
    private final Consumer<Finding> findings;

    Losses(XZuFiVersion to, Consumer<Finding> findings) {
        this.to = to;
        this.findings = findings;
    }

    void report(String element) {
        findings.accept(Finding.warning(
                "xzufi.convert",
                element,
                "Die Angabe hat in XZuFi " + to.number() + " keinen Platz und fällt weg.",
                "There is no place for this in XZuFi " + to.number() + "; it is left out."));
    }

    /** Null, and a report if there was anything. */
    <T> @Nullable T dropped(String element, @Nullable T value) {
        if (value != null) {
            report(element);
        }
        return null;
    }

    void drop(String element, Collection<?> values) {
        if (!values.isEmpty()) {
            report(element);
            values.clear();
        }
    }
}
