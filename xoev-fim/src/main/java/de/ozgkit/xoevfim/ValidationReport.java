// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import java.util.List;

/**
 * What a validation found. It keeps apart whether the validation ran and whether the input is acceptable.
 *
 * @param ran whether the validation came to its end; what it found is worth nothing more than a hint if not
 * @param verdict the outcome
 * @param findings everything noticed, in the order of the form or document
 * @param inputSha256 hash of the input in hex, to prove later what was validated; it is personal data if the input is
 * @since 0.1
 */
public record ValidationReport(boolean ran, Verdict verdict, List<Finding> findings, String inputSha256) {

    /** The outcome of a validation. */
    public enum Verdict {
        /** No error. There may be warnings. */
        ACCEPTABLE,
        /** At least one error. */
        REJECTED,
        /** No error, but the validation did not come to its end. */
        UNDECIDED
    }

    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** The report for these findings: rejected if one of them is an error. */
    public static ValidationReport of(boolean ran, List<Finding> findings, String inputSha256) {
        boolean error = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        Verdict verdict = error ? Verdict.REJECTED : ran ? Verdict.ACCEPTABLE : Verdict.UNDECIDED;
        return new ValidationReport(ran, verdict, findings, inputSha256);
    }

    /** Whether the validation came to its end without an error. */
    public boolean acceptable() {
        return verdict == Verdict.ACCEPTABLE;
    }

    /** The errors only. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .toList();
    }

    /** The findings at a path, for the message beside a field. */
    public List<Finding> at(String path) {
        return findings.stream().filter(f -> f.path().equals(path)).toList();
    }
}
