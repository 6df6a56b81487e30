// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.examples.serviceportal.web.Link;
import de.ozgkit.examples.serviceportal.web.Ui;
import java.util.List;
import java.util.Optional;

/**
 * The page before sending as {@code check.jte} shows it.
 *
 * @param problems what is still missing, with the page where to mend it; no address where there is no such page
 * @param fee with the euro sign; empty if it is free
 */
public record CheckView(
        String service,
        String place,
        List<Section> sections,
        List<Link> problems,
        Optional<String> fee,
        String feeText,
        String feeBasis,
        String action,
        String back) {

    /** The answers of one page of questions. */
    public record Section(String title, List<Ui.Answer> answers) {}
}
