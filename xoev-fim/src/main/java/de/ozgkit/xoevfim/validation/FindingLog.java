// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the first findings, and of the others how many there were and how bad the worst one was. */
final class FindingLog implements Consumer<Finding> {

    static final int MAX = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private long dropped;
    private Severity worst = Severity.INFO;

    @Override
    public void accept(Finding finding) {
        if (kept.size() < MAX) {
            kept.add(finding);
        } else {
            dropped++;
            worst = finding.severity().compareTo(worst) < 0 ? finding.severity() : worst;
        }
    }

    List<Finding> all() {
        if (dropped == 0) {
            return kept;
        }
        List<Finding> all = new ArrayList<>(kept);
        all.add(Finding.of(
                worst,
                "validation.more",
                "",
                "Es gibt " + dropped + " weitere Befunde, die hier nicht aufgeführt sind.",
                "There are " + dropped + " more findings, which are not listed here."));
        return all;
    }
}
