// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.Ars;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.Message;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.NewCase;
import de.ozgkit.postbox.NewMessage;
import de.ozgkit.postbox.Office;
import de.ozgkit.postbox.delivery.FolderChannel;
import de.ozgkit.postbox.delivery.MailChannel;
import de.ozgkit.postbox.delivery.MailServer;
import de.ozgkit.postbox.delivery.Outbox;
import de.ozgkit.postbox.delivery.Submission;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** Guide, "Hand over an application". */
final class HandOver {

    static final Office TAX_OFFICE = new Office(Ars.of("055620032032"), "Stadt Recklinghausen", "Steueramt");

    private HandOver() {}

    // tag::setup
    /** Once, before jobs.start(). */
    static Outbox outbox(DataSource database, Jobs jobs, Path folderOfTheOffice) {
        return Outbox.on(database)
                .jobs(jobs)
                .channel(FolderChannel.named("desk", folderOfTheOffice))
                .build();
    }
    // end::setup

    // tag::mail
    /** To an office that has a mailbox and a certificate, and nothing else. Submissions go there by via("mail"). */
    static MailChannel mail(MailServer server, List<X509Certificate> keysOfTheOffice, KeyMaterial ours) {
        return MailChannel.named("mail")
                .server(server)
                .from("portal@example.de")
                .to("steueramt@example.de", keysOfTheOffice)
                .signedBy(ours)
                .build();
    }
    // end::mail

    // tag::submit
    /** The case id was made with the draft, so that a second click submits nothing new. */
    static Case submit(Database database, Cases cases, Outbox outbox, CaseId id, String person, String json) {
        NewCase application = NewCase.of(id, TAX_OFFICE, person)
                .service("hund-anmelden", "Hund anmelden")
                .answersJson(json)
                .answer("Name des Hundes", "Bello")
                .build();
        return database.call(tx -> {
            Case dog = cases.submit(tx, application);
            outbox.enqueue(tx, Submission.of(dog).via("desk"));
            return dog;
        });
    }
    // end::submit

    // tag::talk
    /** The office asks, the citizen sees it in the postbox and answers, the office decides. */
    static String talk(Cases cases, CaseId id, String person, LocalDate friday) {
        Tokens tokens = Tokens.secure();
        cases.conversation()
                .ask(NewMessage.of(MessageId.next(tokens), id, "Bitte nennen Sie die Chipnummer.")
                        .due(friday));
        for (Message message : cases.postbox(person).messages()) {
            cases.postbox(person).read(message.id());
        }
        cases.conversation().answer(person, NewMessage.of(MessageId.next(tokens), id, "276098100123456"));
        cases.conversation().decide(NewMessage.of(MessageId.next(tokens), id, "Ihr Hund ist angemeldet."));
        return cases.postbox(person).unread() + " neue Nachricht, Antrag "
                + cases.find(id, person).orElseThrow().status().germanName();
    }
    // end::talk
}
