// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.apply;

import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.examples.serviceportal.catalogue.Place;
import de.ozgkit.examples.serviceportal.desk.DeskChannel;
import de.ozgkit.examples.serviceportal.web.Words;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.NewCase;
import de.ozgkit.postbox.Office;
import de.ozgkit.postbox.delivery.Outbox;
import de.ozgkit.postbox.delivery.Submission;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Turns a finished draft into an application: case, hand-over to the office and the end of the draft are one transaction. */
public final class Submissions {

    private final Database database;
    private final Drafts drafts;
    private final Cases cases;
    private final Outbox outbox;
    private final Clock clock;

    public Submissions(Database database, Drafts drafts, Cases cases, Outbox outbox, Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.cases = cases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Sends the draft. Sent before, for example by a second click, nothing happens.
     *
     * @throws de.ozgkit.core.RejectedException if a file is refused; nothing has been sent then
     */
    void send(Draft draft, ServiceProcess process, Place place, String office) {
        database.inTransaction(tx -> {
            if (drafts.close(tx, draft.id())) {
                String json = process.form().toJson(draft.answers());
                Case application = cases.submit(tx, application(tx, draft, process, place, office, json));
                outbox.enqueue(
                        tx, Submission.of(application).via(DeskChannel.NAME).data(json));
            }
        });
    }

    private NewCase application(Tx tx, Draft draft, ServiceProcess process, Place place, String office, String json) {
        NewCase.Builder application = NewCase.of(
                        draft.id(), new Office(place.ars(), place.officialName(), office), draft.applicant())
                .referencePrefix(place.slug().substring(0, 2).toUpperCase(Locale.ROOT))
                .service(process.serviceId().orElse(process.slug()), process.title())
                .answersJson(json)
                .expecting(workingDaysFromNow(process.workingDays()));
        List<ReadBack.Section> sections = ReadBack.of(FormSteps.of(process.form(), draft), draft.answers());
        for (ReadBack.Section section : sections) {
            section.lines().forEach(line -> application.answer(line.label(), line.value()));
        }
        drafts.files(tx, draft.id()).forEach(application::attach);
        return application.build();
    }

    private LocalDate workingDaysFromNow(int days) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), Words.HERE);
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
