// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.mailbox;

import de.ozgkit.core.CaseId;
import de.ozgkit.examples.serviceportal.web.Ui;
import de.ozgkit.postbox.CaseStatus;
import java.util.List;
import java.util.Optional;

/**
 * One application as the pages of citizen and office show it.
 *
 * @param payment how the fee stands, in words
 * @param fee with the euro sign; empty if it is free
 * @param payPath where to pay; empty if there is nothing to pay (any more)
 * @param expected until when the next step is expected; empty if that is not known
 */
public record CaseView(
        CaseId id,
        String title,
        String reference,
        String office,
        CaseStatus stage,
        String submitted,
        String expected,
        List<Ui.Step> timeline,
        List<Ui.Message> thread,
        List<Ui.Answer> answers,
        List<Ui.FileLine> files,
        String payment,
        String fee,
        Optional<String> payPath,
        List<Ui.Problem> problems) {

    public String status() {
        return stage.germanName();
    }

    public String path() {
        return "/vorgang/" + id;
    }

    public boolean decided() {
        return stage == CaseStatus.DECIDED || stage == CaseStatus.CLOSED;
    }

    /** Whether the office may still ask and decide. */
    public boolean undecided() {
        return !decided();
    }

    /** Whether nobody has looked at it yet. */
    public boolean fresh() {
        return stage == CaseStatus.RECEIVED;
    }

    /** Whether the citizen may still write. */
    public boolean open() {
        return stage != CaseStatus.CLOSED;
    }

    /** What the citizen has to do now; empty if nothing. */
    public String toDo() {
        return stage == CaseStatus.QUESTION
                ? "Das Amt hat eine Frage an Sie. Lesen Sie die Nachricht und antworten Sie unten."
                : "";
    }

    public CaseView withProblems(List<Ui.Problem> found) {
        return new CaseView(
                id, title, reference, office, stage, submitted, expected, timeline, thread, answers, files, payment,
                fee, payPath, found);
    }
}
