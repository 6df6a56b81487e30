// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.Message.Kind;
import de.ozgkit.postbox.internal.AllOrNothing;
import de.ozgkit.postbox.internal.CaseStore;
import de.ozgkit.postbox.internal.MessageStore;
import de.ozgkit.postbox.internal.Refusals;
import java.util.List;
import java.util.Optional;

/**
 * What office and applicant write to each other about an application: one thread for each. Thread-safe.
 *
 * <p>Every message has an id made by the caller; sent again with the same id, nothing changes and the first one is returned. Files and
 * texts are refused with {@link RejectedException} ({@code postbox.attachment.…}, {@code postbox.message.…}) whose
 * {@link RejectedException#publicText()} tells the writer what to do.
 *
 * @since 0.1
 */
public final class Conversation {

    private final Database database;
    private final MessageStore messages;
    private final CaseStore cases;

    Conversation(Database database, MessageStore messages, CaseStore cases) {
        this.database = database;
        this.messages = messages;
        this.cases = cases;
    }

    /**
     * The office asks: the question lies in the postbox, and the application waits ({@link CaseStatus#QUESTION}).
     *
     * @throws RejectedException with code {@code postbox.case.transition} if it has been decided or closed
     */
    public Message ask(Tx tx, NewMessage question) {
        return office(
                tx,
                question,
                Kind.QUESTION,
                CaseStatus.QUESTION,
                "Rückfrage zu Ihrem Antrag",
                "Das Amt hat eine Frage an Sie.");
    }

    /** Like {@link #ask(Tx, NewMessage)}. */
    public Message ask(NewMessage question) {
        return database.call(tx -> ask(tx, question));
    }

    /**
     * The office decides: the notice lies in the postbox, and the application is {@link CaseStatus#DECIDED}.
     *
     * @throws RejectedException with code {@code postbox.case.transition} if it has been decided or closed
     */
    public Message decide(Tx tx, NewMessage notice) {
        return office(
                tx,
                notice,
                Kind.NOTICE,
                CaseStatus.DECIDED,
                "Entscheidung über Ihren Antrag",
                "Über Ihren Antrag ist entschieden. Die Entscheidung liegt in Ihrem Postfach.");
    }

    /** Like {@link #decide(Tx, NewMessage)}. */
    public Message decide(NewMessage notice) {
        return database.call(tx -> decide(tx, notice));
    }

    /** The office tells something; the application stays where it stands. */
    public Message inform(Tx tx, NewMessage info) {
        return AllOrNothing.in(tx, () -> {
            Case about = cases.lock(tx, info.caseId());
            return messages.sentBefore(tx, info, Kind.INFO)
                    .orElseGet(() ->
                            messages.send(tx, about, info, Kind.INFO, subject("Mitteilung zu Ihrem Antrag", about)));
        });
    }

    /** Like {@link #inform(Tx, NewMessage)}. */
    public Message inform(NewMessage info) {
        return database.call(tx -> inform(tx, info));
    }

    /**
     * The applicant writes. If the office has asked, this is the answer, and the application is {@link CaseStatus#IN_REVIEW} again.
     *
     * @throws RejectedException with code {@code postbox.case.unknown} if it is not this applicant's, or {@code postbox.case.closed}
     */
    public Message answer(Tx tx, String applicantKey, NewMessage reply) {
        return AllOrNothing.in(tx, () -> answerOnce(tx, applicantKey, reply));
    }

    private Message answerOnce(Tx tx, String applicantKey, NewMessage reply) {
        if (cases.find(tx, reply.caseId(), applicantKey).isEmpty()) {
            throw Refusals.unknownCase(reply.caseId());
        }
        Case about = cases.lock(tx, reply.caseId());
        Optional<Message> before = messages.sentBefore(tx, reply, Kind.REPLY);
        if (before.isPresent()) {
            return before.get();
        }
        if (about.status() == CaseStatus.CLOSED) {
            throw Refusals.closed(reply.caseId());
        }
        Message sent = messages.send(tx, about, reply, Kind.REPLY, subject("Nachricht zum Antrag", about));
        if (about.status() == CaseStatus.QUESTION) {
            cases.record(
                    tx,
                    NewEvent.of(
                            sent.id().value(),
                            sent.caseId(),
                            CaseStatus.IN_REVIEW,
                            "Ihre Antwort ist eingegangen und wird geprüft."));
        }
        return sent;
    }

    /** Like {@link #answer(Tx, String, NewMessage)}. */
    public Message answer(String applicantKey, NewMessage reply) {
        return database.call(tx -> answer(tx, applicantKey, reply));
    }

    /** For the office: all messages of an application in both directions, oldest first. */
    public List<Message> thread(Tx tx, CaseId id) {
        return messages.thread(tx, id);
    }

    /** Like {@link #thread(Tx, CaseId)}. */
    public List<Message> thread(CaseId id) {
        return database.call(tx -> thread(tx, id));
    }

    /** For the applicant: the same thread; empty if the application is not this applicant's. Showing it is not recorded as reading. */
    public List<Message> thread(CaseId id, String applicantKey) {
        return database.call(tx ->
                cases.find(tx, id, applicantKey).map(own -> thread(tx, id)).orElse(List.of()));
    }

    /** For the office: the proof that a message has been opened, if it has. */
    public Optional<ReadingProof> proof(MessageId id) {
        return database.call(tx -> messages.proof(tx, id));
    }

    private Message office(Tx tx, NewMessage message, Kind kind, CaseStatus status, String subject, String event) {
        return AllOrNothing.in(tx, () -> officeOnce(tx, message, kind, status, subject, event));
    }

    private Message officeOnce(Tx tx, NewMessage message, Kind kind, CaseStatus status, String subject, String event) {
        Case about = cases.lock(tx, message.caseId());
        Optional<Message> before = messages.sentBefore(tx, message, kind);
        if (before.isPresent()) {
            return before.get();
        }
        if (about.status() == CaseStatus.DECIDED) {
            throw Refusals.transition(message.caseId(), about.status(), status);
        }
        cases.record(tx, new NewEvent(message.id().value(), message.caseId(), status, event, message.due()));
        return messages.send(tx, about, message, kind, subject(subject, about));
    }

    private static String subject(String beginning, Case about) {
        return beginning + ": " + about.serviceTitle();
    }
}
