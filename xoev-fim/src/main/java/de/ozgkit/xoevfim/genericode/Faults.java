// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.xoevfim.Finding;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Passes on the first findings of each rule only: a million rows can have a million times the same fault. */
final class Faults implements Consumer<Finding> {

    private static final int EACH_RULE = 100;
    private static final int PATH_LENGTH = 100;

    private final Consumer<Finding> next;
    private final Map<String, Integer> seen = new HashMap<>();

    Faults(Consumer<Finding> next) {
        this.next = next;
    }

    @Override
    public void accept(Finding finding) {
        int count = seen.merge(finding.rule(), 1, Integer::sum);
        if (count <= EACH_RULE) {
            next.accept(finding);
        } else if (count == EACH_RULE + 1) {
            next.accept(Finding.of(
                            Finding.Severity.INFO,
                            finding.rule(),
                            "",
                            "Weitere Fundstellen dieser Regel sind nicht einzeln genannt.",
                            "More places with the same finding are not listed.")
                    .atLine(finding.line().orElse(0)));
        }
    }

    void error(String rule, String path, int line, String text, String english) {
        accept(Finding.error(rule, shortened(path), text, english).atLine(line));
    }

    void warning(String rule, String path, int line, String text, String english) {
        accept(Finding.warning(rule, shortened(path), text, english).atLine(line));
    }

    private static String shortened(String path) {
        return path.length() <= PATH_LENGTH ? path : path.substring(0, PATH_LENGTH);
    }
}
