// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.xoevfim.Finding;
import java.util.List;

/**
 * What the FIM portal's own checks say about a schema.
 *
 * @param checks how many checks it says have failed
 * @param findings each with the rule {@code fim.} and the official number, and the id and version of the element as its path
 * @since 0.1
 */
public record FimQualityReport(long checks, List<Finding> findings) {

    public FimQualityReport {
        findings = List.copyOf(findings);
    }
}
