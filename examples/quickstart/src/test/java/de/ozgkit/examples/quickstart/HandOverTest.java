// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.NewCase;
import de.ozgkit.postbox.delivery.DeliveryState;
import de.ozgkit.postbox.delivery.MailChannel;
import de.ozgkit.postbox.delivery.MailServer;
import de.ozgkit.postbox.delivery.Outbox;
import de.ozgkit.postbox.delivery.Submission;
import de.ozgkit.testkit.MockNutzerkonto;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {

    @TempDir
    Path folder;

    @Test
    void delivers_an_application_once_and_tells_the_citizen_what_came_of_it() {
        JdbcConnectionPool database = Databases.fresh();
        try (Jobs jobs = Jobs.on(database).build()) {
            Cases cases = Cases.on(database).build();
            Outbox outbox = HandOver.outbox(database, jobs, folder);
            jobs.start();
            CaseId id = new CaseId(UUID.randomUUID());
            Case dog = HandOver.submit(Database.of(database), cases, outbox, id, "erika", "{\"name\": \"Bello\"}");
            Case again = HandOver.submit(Database.of(database), cases, outbox, id, "erika", "{\"name\": \"Bello\"}");

            assertThat(again.reference()).isEqualTo(dog.reference());
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(outbox.ofCase(id))
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.state()).isEqualTo(DeliveryState.HANDED_OVER)));
            assertThat(folder.toFile().listFiles((in, name) -> name.endsWith(".zip")))
                    .hasSize(1);
            assertThat(HandOver.talk(cases, id, "erika", LocalDate.parse("2026-12-04")))
                    .isEqualTo("1 neue Nachricht, Antrag Entschieden");
        } finally {
            database.dispose();
        }
    }

    @Test
    void a_mail_that_no_server_takes_waits_in_the_outbox() {
        KeyMaterial key = MockNutzerkonto.newKey(Clock.systemUTC());
        // nobody listens on port 9 of this machine
        MailChannel mail = HandOver.mail(MailServer.relay(9), List.of(key.certificate()), key);
        JdbcConnectionPool database = Databases.fresh();
        try (Jobs jobs = Jobs.on(database).build()) {
            Cases cases = Cases.on(database).build();
            Outbox outbox = Outbox.on(database).jobs(jobs).channel(mail).build();
            jobs.start();
            CaseId id = new CaseId(UUID.randomUUID());
            Database.of(database).inTransaction(tx -> {
                Case dog = cases.submit(
                        tx,
                        NewCase.of(id, HandOver.TAX_OFFICE, "erika")
                                .service("hund-anmelden", "Hund anmelden")
                                .answersJson("{}")
                                .build());
                outbox.enqueue(tx, Submission.of(dog).via("mail"));
            });

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(outbox.ofCase(id))
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.lastError()).contains("postbox.mail.io")));
            assertThat(outbox.count(DeliveryState.QUEUED)).isOne();
        } finally {
            database.dispose();
        }
    }
}
