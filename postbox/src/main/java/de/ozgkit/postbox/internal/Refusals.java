// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.postbox.AttachmentRules;
import de.ozgkit.postbox.CaseStatus;
import de.ozgkit.postbox.FileType;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is refused, in the words for the log and for the citizen. */
public final class Refusals {

    private static final double MEGABYTE = 1 << 20;

    private Refusals() {}

    /** The application is not there, or it is somebody else's: from outside, the same. */
    public static RejectedException unknownCase(CaseId id) {
        return RejectedException.telling(
                "Diesen Antrag gibt es nicht, oder er gehört zu einem anderen Konto. Bitte öffnen Sie ihn über Ihre Übersicht.",
                "postbox.case.unknown",
                "There is no case " + id + " that this caller may see");
    }

    static RejectedException reusedCase(CaseId id) {
        return new RejectedException(
                "postbox.case.reused",
                "Case " + id
                        + " was submitted by another applicant or for another service; use a new CaseId for each application");
    }

    /** The application cannot get there from where it stands. */
    public static RejectedException transition(CaseId id, CaseStatus from, CaseStatus to) {
        return RejectedException.telling(
                "Das ist nicht mehr möglich, denn der Antrag hat den Stand „" + from.germanName()
                        + "“. Bitte laden Sie die Seite neu.",
                "postbox.case.transition",
                "Case " + id + " is " + from + " and cannot become " + to);
    }

    /** A closed application takes no more messages from the applicant. */
    public static RejectedException closed(CaseId id) {
        return RejectedException.telling(
                "Dieser Antrag ist abgeschlossen. Bitte wenden Sie sich mit der Antragsnummer direkt an das Amt.",
                "postbox.case.closed",
                "Case " + id + " is closed and takes no more messages from the applicant");
    }

    static RejectedException reusedMessage(CaseId id) {
        return new RejectedException(
                "postbox.message.reused",
                "A message id given for case " + id
                        + " is taken by a message of another kind or case; use a new MessageId for each message");
    }

    /** Nothing was said. */
    public static RejectedException emptyMessage() {
        return RejectedException.telling(
                "Schreiben Sie bitte einen Text oder fügen Sie eine Datei hinzu.",
                "postbox.message.empty",
                "A message has a text or a file");
    }

    static RejectedException tooMany(AttachmentRules rules) {
        return RejectedException.telling(
                "Es sind zu viele Dateien. Senden Sie bitte höchstens " + rules.maxFiles() + ".",
                "postbox.attachment.too_many",
                "At most " + rules.maxFiles() + " files are accepted");
    }

    static RejectedException tooLarge(AttachmentRules rules) {
        String limit = String.format(Locale.GERMANY, "%.1f", rules.maxBytes() / MEGABYTE)
                .replace(",0", "");
        return RejectedException.telling(
                "Eine Datei ist zu groß. Erlaubt sind " + limit + " MB je Datei; bitte verkleinern Sie die Datei.",
                "postbox.attachment.too_large",
                "A file has more than " + rules.maxBytes() + " bytes");
    }

    static RejectedException empty() {
        return RejectedException.telling(
                "Eine Datei ist leer. Bitte wählen Sie die Datei noch einmal aus.",
                "postbox.attachment.empty",
                "A file has no content");
    }

    static RejectedException wrongType(AttachmentRules rules) {
        String types = rules.types().stream().sorted().map(FileType::germanName).collect(Collectors.joining(", "));
        return RejectedException.telling(
                "Eine Datei ist von einer Art, die hier nicht angenommen wird, oder ihre Endung passt nicht zum Inhalt. Erlaubt sind: "
                        + types + ".",
                "postbox.attachment.type",
                "Name and first bytes of a file must agree on one of " + rules.types());
    }

    static RejectedException malware() {
        return RejectedException.telling(
                "In einer Datei wurde Schadsoftware gefunden. Sie wurde nicht gespeichert; bitte prüfen Sie Ihr Gerät.",
                "postbox.attachment.malware",
                "The scanner found malware in a file");
    }
}
