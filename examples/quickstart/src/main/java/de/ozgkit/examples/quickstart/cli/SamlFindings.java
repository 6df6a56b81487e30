// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.core.OzgException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a registration; the place of a finding is the name of the setting. */
final class SamlFindings {

    private final List<Finding> found = new ArrayList<>();

    void error(String rule, String setting, String german, String english) {
        found.add(Finding.error("saml." + rule, setting, german, english));
    }

    void warn(String rule, String setting, String german, String english) {
        found.add(Finding.warning("saml." + rule, setting, german, english));
    }

    void note(String rule, String setting, String german, String english) {
        found.add(Finding.of(Severity.INFO, "saml." + rule, setting, german, english));
    }

    /** An error if the account insists on it, otherwise a warning. */
    void of(boolean error, String rule, String setting, String german, String english) {
        if (error) {
            error(rule, setting, german, english);
        } else {
            warn(rule, setting, german, english);
        }
    }

    /** What the library says about it, which is in English. */
    void failed(String setting, OzgException e) {
        String text = String.valueOf(e.getMessage()).replace(e.code() + ": ", "");
        found.add(Finding.error(e.code(), setting, text, text));
    }

    /** The worst first. */
    List<Finding> all() {
        return found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }

    static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }
}
