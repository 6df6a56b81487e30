// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Collects losses, each once for an element that stands in many places. */
final class Losses {

    private final Set<Finding> seen = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    void add(Loss loss, @Nullable String id, XoevElement at) {
        Finding finding = loss.of(Ids.shown(id));
        if (seen.add(finding)) {
            findings.add(finding.atLine(at.zeile().orElse(0)));
        }
    }

    void addIf(boolean lost, Loss loss, @Nullable String id, XoevElement at) {
        if (lost) {
            add(loss, id, at);
        }
    }

    /** Tells what the sender wrote beyond the standard in one of these. */
    void unknown(@Nullable String id, @Nullable XoevElement... elements) {
        for (XoevElement element : elements) {
            if (element != null) {
                boolean more =
                        element.weitere.stream().anyMatch(child -> !(element instanceof Code && isOfCode(child)));
                boolean attributes = !element.weitereAttribute.isEmpty()
                        || !element.attributeDerKinder().isEmpty();
                addIf(more || attributes, Loss.UNKNOWN, id, element);
            }
        }
    }

    /** Senders that write the children of a code in the namespace of the message are understood. */
    private static boolean isOfCode(Object child) {
        return child instanceof Element e
                && (e.getLocalName().equals("code") || e.getLocalName().equals("name"));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
