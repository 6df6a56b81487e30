// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

import de.ozgkit.core.Ars;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.Attachment;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.CaseEvent;
import de.ozgkit.postbox.CaseFilter;
import de.ozgkit.postbox.CaseStatus;
import de.ozgkit.postbox.NewCase;
import de.ozgkit.postbox.NewEvent;
import de.ozgkit.postbox.Office;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Applications and their timelines in the database. Whoever changes one locks its row first. */
public final class CaseStore {

    /** The tables of the whole module. */
    public static final Migrations TABLES =
            Migrations.of("postbox", CaseStore.class, "001_cases.sql", "002_outbox.sql");

    private static final int REFERENCES_TRIED = 20;

    private final AttachmentStore attachments;
    private final Clock clock;
    private final Tokens tokens;

    public CaseStore(AttachmentStore attachments, Clock clock, Tokens tokens) {
        this.attachments = attachments;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** Now, as exactly as a database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Submits an application unless it has been already. */
    public Case submit(Tx tx, NewCase application) {
        return AllOrNothing.in(tx, () -> submitOnce(tx, application));
    }

    private Case submitOnce(Tx tx, NewCase application) {
        Instant now = now();
        if (insert(tx, application, now)) {
            attachments.storeAll(tx, application.id(), null, application.attachments());
            String text =
                    "Ihr Antrag ist eingegangen bei: " + application.office().title() + ".";
            insertEvent(
                    tx,
                    new NewEvent(
                            application.id().value(),
                            application.id(),
                            CaseStatus.RECEIVED,
                            text,
                            application.expected()),
                    now);
        }
        return find(tx, application.id())
                .filter(found -> found.applicantKey().equals(application.applicantKey())
                        && found.serviceId().equals(application.serviceId()))
                .orElseThrow(() -> Refusals.reusedCase(application.id()));
    }

    private boolean insert(Tx tx, NewCase application, Instant now) {
        for (int i = 0; i < REFERENCES_TRIED; i++) {
            if (exists(tx, application.id())) {
                return false;
            }
            String reference = References.next(application.referencePrefix(), now, tokens);
            if (insert(tx, application, reference, now)) {
                return true;
            }
        }
        throw new IllegalStateException("no free reference number found; is the source of chance a constant?");
    }

    private static boolean insert(Tx tx, NewCase application, String reference, Instant now) {
        return tx.insertIfAbsent(
                """
                insert into ozg_case (id, reference, authority, authority_name, office, service_id, service_title, applicant_key,
                    answers_json, answers, status, submitted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                application.id().value(),
                reference,
                application.office().authority().value(),
                application.office().authorityName(),
                application.office().name(),
                application.serviceId(),
                application.serviceTitle(),
                application.applicantKey(),
                application.answersJson(),
                Json.writeAnswers(application.answers()),
                CaseStatus.RECEIVED,
                now);
    }

    private static boolean exists(Tx tx, CaseId id) {
        return tx.first("select id from ozg_case where id = ?", row -> row.uuid("id"), id.value())
                .isPresent();
    }

    public Optional<Case> find(Tx tx, CaseId id) {
        return cases(tx, "where id = ?", id.value()).stream().findFirst();
    }

    public Optional<Case> find(Tx tx, CaseId id, String applicantKey) {
        return cases(tx, "where id = ? and applicant_key = ?", id.value(), applicantKey).stream()
                .findFirst();
    }

    public Optional<Case> findByReference(Tx tx, String reference) {
        return cases(tx, "where reference = ?", References.normalize(reference)).stream()
                .findFirst();
    }

    public List<Case> ofApplicant(Tx tx, String applicantKey) {
        return cases(tx, "where applicant_key = ? order by submitted_at desc, id", applicantKey);
    }

    public List<Case> at(Tx tx, Ars authority, CaseFilter filter) {
        List<Object> arguments = filterArguments(authority, filter);
        arguments.add(filter.limit());
        arguments.add(filter.offset());
        return cases(
                tx,
                "where " + filterCondition(filter) + " order by submitted_at, id limit ? offset ?",
                arguments.toArray());
    }

    public long count(Tx tx, Ars authority, CaseFilter filter) {
        return tx.first(
                        "select count(*) as found from ozg_case where " + filterCondition(filter),
                        row -> row.number("found"),
                        filterArguments(authority, filter).toArray())
                .orElse(0L);
    }

    private static String filterCondition(CaseFilter filter) {
        String marks = String.join(", ", Collections.nCopies(filter.statuses().size(), "?"));
        return "authority = ?" + (marks.isEmpty() ? "" : " and status in (" + marks + ")");
    }

    private static List<Object> filterArguments(Ars authority, CaseFilter filter) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(authority.value());
        arguments.addAll(filter.statuses());
        return arguments;
    }

    /** Waits until nobody else changes this application; it stays so until the end of the transaction. */
    public Case lock(Tx tx, CaseId id) {
        tx.query("select id from ozg_case where id = ? for update", row -> row.uuid("id"), id.value());
        return find(tx, id).orElseThrow(() -> Refusals.unknownCase(id));
    }

    /** Adds a line to the timeline and sets the status, unless the event is known. */
    public Case record(Tx tx, NewEvent event) {
        Case before = lock(tx, event.caseId());
        boolean known = tx.first("select id from ozg_case_event where id = ?", row -> row.uuid("id"), event.id())
                .isPresent();
        if (known) {
            return before;
        }
        if (!before.status().mayBecome(event.status())) {
            throw Refusals.transition(event.caseId(), before.status(), event.status());
        }
        insertEvent(tx, event, now());
        tx.update(
                "update ozg_case set status = ? where id = ?",
                event.status(),
                event.caseId().value());
        return find(tx, event.caseId()).orElseThrow();
    }

    private static void insertEvent(Tx tx, NewEvent event, Instant now) {
        tx.update(
                """
                insert into ozg_case_event (id, case_id, happened_at, status, sentence, expected)
                values (?, ?, ?, ?, ?, ?)""",
                event.id(),
                event.caseId().value(),
                now,
                event.status(),
                event.text(),
                event.expected().orElse(null));
    }

    public List<CaseEvent> timeline(Tx tx, CaseId id) {
        return tx.query(
                "select * from ozg_case_event where case_id = ? order by seq",
                row -> new CaseEvent(
                        row.uuid("id"),
                        row.instant("happened_at"),
                        row.constant("status", CaseStatus.class),
                        row.text("sentence"),
                        row.optionalDate("expected")),
                id.value());
    }

    private List<Case> cases(Tx tx, String condition, Object... arguments) {
        List<Case> found = tx.query("select * from ozg_case " + condition, CaseStore::read, arguments);
        Map<UUID, List<Attachment>> files =
                attachments.ofCases(tx, found.stream().map(c -> c.id().value()).toList());
        return found.stream()
                .map(c -> with(files.getOrDefault(c.id().value(), List.of()), c))
                .toList();
    }

    private static Case with(List<Attachment> files, Case c) {
        return new Case(
                c.id(),
                c.reference(),
                c.office(),
                c.serviceId(),
                c.serviceTitle(),
                c.applicantKey(),
                c.answersJson(),
                c.answers(),
                files,
                c.submittedAt(),
                c.status());
    }

    private static Case read(Row row) throws SQLException {
        return new Case(
                new CaseId(row.uuid("id")),
                row.text("reference"),
                office(row),
                row.text("service_id"),
                row.text("service_title"),
                row.text("applicant_key"),
                row.text("answers_json"),
                Json.readAnswers(row.text("answers")),
                List.of(),
                row.instant("submitted_at"),
                row.constant("status", CaseStatus.class));
    }

    static Office office(Row row) throws SQLException {
        return new Office(new Ars(row.text("authority")), row.text("authority_name"), row.text("office"));
    }
}
