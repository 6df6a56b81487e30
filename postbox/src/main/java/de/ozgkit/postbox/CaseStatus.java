// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

/**
 * Where an application stands, in the order in which a citizen sees it.
 *
 * @since 0.1
 */
public enum CaseStatus {
    /** It has been submitted; nobody has looked at it yet. */
    RECEIVED("Eingegangen"),
    /** The office works on it. */
    IN_REVIEW("In Prüfung"),
    /** The office waits for an answer of the applicant. */
    QUESTION("Rückfrage an Sie"),
    /** There is a decision; it lies in the postbox. */
    DECIDED("Entschieden"),
    /** Nothing more will happen. */
    CLOSED("Abgeschlossen");

    private final String germanName;

    CaseStatus(String germanName) {
        this.germanName = germanName;
    }

    /** The words for citizens, such as "In Prüfung". */
    public String germanName() {
        return germanName;
    }

    /**
     * Whether an application may go on to that status. Staying is allowed, since a timeline may grow without a change; a decision is
     * never taken back, and an application may be closed without one (withdrawn, settled otherwise).
     */
    public boolean mayBecome(CaseStatus next) {
        return switch (this) {
            case RECEIVED -> true;
            case IN_REVIEW, QUESTION -> next != RECEIVED;
            case DECIDED -> next == DECIDED || next == CLOSED;
            case CLOSED -> next == CLOSED;
        };
    }
}
