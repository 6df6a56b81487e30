// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.Ars;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.internal.AttachmentStore;
import de.ozgkit.postbox.internal.CaseStore;
import de.ozgkit.postbox.internal.MessageStore;
import de.ozgkit.postbox.spi.AttachmentScanner;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The applications of a portal, with their timelines, messages and files, in the portal's own database. Thread-safe; any number of
 * nodes may work on one database.
 *
 * <p>Methods with a {@link Tx} join the caller's transaction, the others have one of their own. Methods with an applicant key show that
 * applicant's applications only; those without are for the office, whose clerks the portal has authorised.
 *
 * <p>A database that fails shows as {@link de.ozgkit.core.TransportException} with code {@code sql.failed}.
 *
 * @since 0.1
 */
public final class Cases {

    private final Database database;
    private final Tokens tokens;
    private final CaseStore store;
    private final MessageStore messages;
    private final AttachmentStore attachments;

    private Cases(Builder builder) {
        this.database = Database.of(builder.dataSource);
        this.tokens = builder.tokens;
        this.attachments = new AttachmentStore(builder.rules, builder.scanner, builder.tokens);
        this.store = new CaseStore(attachments, builder.clock, builder.tokens);
        this.messages = new MessageStore(store, attachments);
    }

    /** Begins with the portal's database, H2 or PostgreSQL; the caller keeps and closes it. */
    public static Builder on(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Submits an application. With a {@link CaseId} that has been submitted before, nothing changes and the existing one is returned.
     *
     * @throws RejectedException with code {@code postbox.attachment.…} if a file is refused, or {@code postbox.case.reused} if the id is
     *     taken by somebody else
     */
    public Case submit(Tx tx, NewCase application) {
        return store.submit(tx, application);
    }

    /** Like {@link #submit(Tx, NewCase)}. */
    public Case submit(NewCase application) {
        return database.call(tx -> submit(tx, application));
    }

    /** For the office: the application, if there is one. */
    public Optional<Case> find(Tx tx, CaseId id) {
        return store.find(tx, id);
    }

    /** Like {@link #find(Tx, CaseId)}. */
    public Optional<Case> find(CaseId id) {
        return database.call(tx -> find(tx, id));
    }

    /** For the applicant: the application, if it is there and belongs to this applicant. */
    public Optional<Case> find(Tx tx, CaseId id, String applicantKey) {
        return store.find(tx, id, applicantKey);
    }

    /** Like {@link #find(Tx, CaseId, String)}. */
    public Optional<Case> find(CaseId id, String applicantKey) {
        return database.call(tx -> find(tx, id, applicantKey));
    }

    /** For the office: by the number that people read out; small letters, blanks and O for 0 are understood. */
    public Optional<Case> findByReference(Tx tx, String reference) {
        return store.findByReference(tx, reference);
    }

    /** Like {@link #findByReference(Tx, String)}. */
    public Optional<Case> findByReference(String reference) {
        return database.call(tx -> findByReference(tx, reference));
    }

    /** What this applicant has submitted, newest first. */
    public List<Case> ofApplicant(Tx tx, String applicantKey) {
        return store.ofApplicant(tx, applicantKey);
    }

    /** Like {@link #ofApplicant(Tx, String)}. */
    public List<Case> ofApplicant(String applicantKey) {
        return database.call(tx -> ofApplicant(tx, applicantKey));
    }

    /** What has been submitted to exactly this authority, oldest first. */
    public List<Case> at(Tx tx, Ars authority, CaseFilter filter) {
        return store.at(tx, authority, filter);
    }

    /** Like {@link #at(Tx, Ars, CaseFilter)}. */
    public List<Case> at(Ars authority, CaseFilter filter) {
        return database.call(tx -> at(tx, authority, filter));
    }

    /** The first 50 that have been submitted to exactly this authority, oldest first. */
    public List<Case> at(Ars authority) {
        return at(authority, CaseFilter.any());
    }

    /** How many {@link #at} finds on all pages together. */
    public long count(Ars authority, CaseFilter filter) {
        return database.call(tx -> store.count(tx, authority, filter));
    }

    /**
     * Adds a line to the timeline and sets the status. The same event again changes nothing.
     *
     * @return the application afterwards
     * @throws RejectedException with code {@code postbox.case.transition} if the application cannot get there from where it stands, or
     *     {@code postbox.case.unknown}
     */
    public Case record(Tx tx, NewEvent event) {
        return store.record(tx, event);
    }

    /** Like {@link #record(Tx, NewEvent)}. */
    public Case record(NewEvent event) {
        return database.call(tx -> record(tx, event));
    }

    /** Like {@link #record(Tx, NewEvent)} where the caller's transaction already happens once only, as a payment's does. */
    public Case record(Tx tx, CaseId id, CaseStatus status, String text) {
        return record(tx, NewEvent.of(tokens.uuid(), id, status, text));
    }

    /** What has happened, oldest first; empty if there is no such application. */
    public List<CaseEvent> timeline(Tx tx, CaseId id) {
        return store.timeline(tx, id);
    }

    /** Like {@link #timeline(Tx, CaseId)}. */
    public List<CaseEvent> timeline(CaseId id) {
        return database.call(tx -> timeline(tx, id));
    }

    /** The postbox of an applicant. Costs nothing to make. */
    public Postbox postbox(String applicantKey) {
        return new Postbox(database, messages, applicantKey);
    }

    /** What office and applicants write to each other. */
    public Conversation conversation() {
        return new Conversation(database, messages, store);
    }

    /** For the office: the content of a file, if there is one. The caller closes it; it holds no connection while it is not read. */
    public Optional<InputStream> open(AttachmentId id) {
        return database.call(tx -> attachments.caseOf(tx, id)).map(caseId -> content(id));
    }

    /** For the applicant: the content of a file of one of this applicant's applications. The caller closes it. */
    public Optional<InputStream> open(AttachmentId id, String applicantKey) {
        return database.call(tx -> attachments.caseOf(tx, id).flatMap(caseId -> find(tx, caseId, applicantKey)))
                .map(own -> content(id));
    }

    private InputStream content(AttachmentId id) {
        return AttachmentStore.open(id, database::call);
    }

    /** Collects what {@link Cases} needs; not thread-safe. */
    public static final class Builder {

        private final DataSource dataSource;
        private Clock clock = Clock.systemUTC();
        private Tokens tokens = Tokens.secure();
        private AttachmentRules rules = AttachmentRules.defaults();
        private AttachmentScanner scanner = AttachmentScanner.none();

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** What time it is. Default: the system's. */
        public Builder clock(Clock newClock) {
            this.clock = newClock;
            return this;
        }

        /** Where ids and reference numbers come from. Default: secure. */
        public Builder tokens(Tokens newTokens) {
            this.tokens = newTokens;
            return this;
        }

        /** Which files are accepted. Default: {@link AttachmentRules#defaults()}. */
        public Builder attachments(AttachmentRules newRules) {
            this.rules = newRules;
            return this;
        }

        /** Who looks into files before they are kept. Default: nobody. */
        public Builder scanner(AttachmentScanner newScanner) {
            this.scanner = newScanner;
            return this;
        }

        /** Creates or changes the tables if needed. */
        public Cases build() {
            CaseStore.TABLES.apply(dataSource);
            return new Cases(this);
        }
    }
}
