// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.core.sql.Row;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.Upload;
import de.ozgkit.xoevfim.form.Answers;
import de.ozgkit.xoevfim.form.FieldPath;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Applications that are being filled in, kept for thirty days after the last change. Thread-safe. */
public final class Drafts {

    /** How long a draft is kept after its last change. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMNS =
            "select id, place, process, applicant, content, updated_at, submitted_at from ozg_portal_draft";

    private final Database database;
    private final Clock clock;
    private final Tokens tokens;

    /** What the column of content holds. */
    private record Content(Map<String, String> answers, Map<String, Integer> repeats) {}

    public Drafts(Database database, Clock clock, Tokens tokens) {
        this.database = database;
        this.clock = clock;
        this.tokens = tokens;
        Migrations.of("serviceportal-drafts", Drafts.class, "001_drafts.sql").apply(database.dataSource());
    }

    /** The open draft of this person for this application, or a new one with these answers. */
    public Draft resumeOrBegin(String place, String process, String applicant, Answers begin) {
        return database.call(tx -> {
            tx.update(
                    "delete from ozg_portal_draft where submitted_at is null and updated_at < ?",
                    clock.instant().minus(KEPT));
            return tx.first(
                            COLUMNS + " where applicant = ? and place = ? and process = ? and submitted_at is null"
                                    + " order by updated_at desc",
                            Drafts::draft,
                            applicant,
                            place,
                            process)
                    .orElseGet(() -> insert(tx, place, process, applicant, begin));
        });
    }

    /** A draft, if it is there and belongs to this person. */
    public Optional<Draft> find(CaseId id, String applicant) {
        return database.call(
                tx -> tx.first(COLUMNS + " where id = ? and applicant = ?", Drafts::draft, id.value(), applicant));
    }

    /** What this person has begun and not sent. */
    public List<Draft> open(String applicant) {
        return database.call(tx -> tx.query(
                COLUMNS + " where applicant = ? and submitted_at is null order by updated_at desc",
                Drafts::draft,
                applicant));
    }

    /** In how many days the draft will be deleted if nothing changes. */
    public long daysLeft(Draft draft) {
        return Duration.between(clock.instant(), draft.updatedAt().plus(KEPT)).toDays();
    }

    /** Keeps changed answers; a draft that was sent meanwhile stays as it is. */
    void save(Draft draft) {
        database.inTransaction(tx -> tx.update(
                "update ozg_portal_draft set content = ?, updated_at = ? where id = ? and submitted_at is null",
                content(draft.answers(), draft.repeats()),
                clock.instant(),
                draft.id().value()));
    }

    /** Closes the draft in the transaction that submits it; false if that has happened before. */
    boolean close(Tx tx, CaseId id) {
        return tx.update(
                        "update ozg_portal_draft set submitted_at = ? where id = ? and submitted_at is null",
                        clock.instant(),
                        id.value())
                == 1;
    }

    /** Keeps a file that answers a question, in place of an earlier one. */
    void keepFile(Draft draft, FieldPath path, String name, byte[] content) {
        database.inTransaction(tx -> {
            tx.update(
                    "delete from ozg_portal_draft_file where draft_id = ? and path = ?",
                    draft.id().value(),
                    path.toString());
            tx.update(
                    "insert into ozg_portal_draft_file (draft_id, path, name, content) values (?, ?, ?, ?)",
                    draft.id().value(),
                    path.toString(),
                    name,
                    content);
        });
    }

    void dropFile(Draft draft, FieldPath path) {
        database.inTransaction(tx -> tx.update(
                "delete from ozg_portal_draft_file where draft_id = ? and path = ?",
                draft.id().value(),
                path.toString()));
    }

    /** The files of a draft, as the application takes them along. */
    List<Upload> files(Tx tx, CaseId id) {
        return tx.query(
                "select name, content from ozg_portal_draft_file where draft_id = ? order by path",
                row -> Upload.of(row.text("name"), row.bytes("content")),
                id.value());
    }

    private Draft insert(Tx tx, String place, String process, String applicant, Answers begin) {
        Draft draft = new Draft(
                new CaseId(tokens.uuid()), place, process, applicant, begin, Map.of(), clock.instant(), false);
        tx.update(
                "insert into ozg_portal_draft (id, place, process, applicant, content, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                draft.id().value(),
                place,
                process,
                applicant,
                content(begin, Map.of()),
                draft.updatedAt(),
                draft.updatedAt());
        return draft;
    }

    private static Draft draft(Row row) throws SQLException {
        Content content = JSON.readValue(row.text("content"), new TypeReference<Content>() {});
        Map<FieldPath, Integer> repeats = new HashMap<>();
        content.repeats().forEach((path, count) -> repeats.put(FieldPath.of(path), count));
        return new Draft(
                new CaseId(row.uuid("id")),
                row.text("place"),
                row.text("process"),
                row.text("applicant"),
                Answers.of(content.answers()),
                repeats,
                row.instant("updated_at"),
                row.optionalInstant("submitted_at").isPresent());
    }

    private static String content(Answers answers, Map<FieldPath, Integer> repeats) {
        Map<String, String> values = new HashMap<>();
        answers.values().forEach((path, value) -> values.put(path.toString(), value));
        Map<String, Integer> counts = new HashMap<>();
        repeats.forEach((path, count) -> counts.put(path.toString(), count));
        return JSON.writeValueAsString(new Content(values, counts));
    }
}
