// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import static de.ozgkit.postbox.Samples.ERIKA;
import static de.ozgkit.postbox.Samples.MALLORY;
import static de.ozgkit.postbox.Samples.PDF;
import static de.ozgkit.postbox.Samples.dog;
import static de.ozgkit.postbox.Samples.newCaseId;
import static de.ozgkit.postbox.Samples.newMessageId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.sql.Database;
import de.ozgkit.postbox.Samples.MovingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final MovingClock clock = new MovingClock();

    @TempDir
    private Path folder;

    private Cases cases(TestDatabase database) {
        return Cases.on(database.open(folder)).clock(clock).build();
    }

    @ParameterizedTest
    @EnumSource
    void goes_from_question_to_answer_to_decision(TestDatabase database) {
        Cases cases = cases(database);
        Conversation conversation = cases.conversation();
        Case dog = cases.submit(dog(newCaseId()).build());

        Message question =
                conversation.ask(NewMessage.of(newMessageId(), dog.id(), "Bitte reichen Sie den Impfpass nach.")
                        .due(FRIDAY));
        assertThat(status(cases, dog)).isEqualTo(CaseStatus.QUESTION);
        assertThat(last(cases, dog).expected()).contains(FRIDAY);

        Message answer = conversation.answer(
                ERIKA,
                NewMessage.of(newMessageId(), dog.id(), "Gern.").attach(Upload.of("C:\\Erika\\Impfpass.PDF", PDF)));
        assertThat(status(cases, dog)).isEqualTo(CaseStatus.IN_REVIEW);
        assertThat(answer.inReplyTo()).contains(question.id());
        assertThat(answer.attachments()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("Impfpass.pdf");
            assertThat(file.size()).isEqualTo(PDF.length);
            assertThat(file.type().mediaType()).isEqualTo("application/pdf");
        });

        Message notice = conversation.decide(NewMessage.of(newMessageId(), dog.id(), "Ihr Hund ist angemeldet.")
                .attach(Upload.of("Bescheid.pdf", PDF)));
        assertThat(status(cases, dog)).isEqualTo(CaseStatus.DECIDED);
        assertThat(notice.subject()).isEqualTo("Entscheidung über Ihren Antrag: Hund anmelden");

        assertThat(conversation.thread(dog.id())).containsExactly(question, answer, notice);
        assertThat(conversation.thread(dog.id(), ERIKA)).hasSize(3);
        assertThat(conversation.thread(dog.id(), MALLORY)).isEmpty();
        assertThat(cases.timeline(dog.id())).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void puts_what_the_office_writes_into_the_postbox_and_records_the_first_reading(TestDatabase database) {
        Cases cases = cases(database);
        Conversation conversation = cases.conversation();
        Postbox postbox = cases.postbox(ERIKA);
        Case dog = cases.submit(dog(newCaseId()).build());
        Message question = conversation.ask(NewMessage.of(newMessageId(), dog.id(), "Wie alt ist der Hund?"));
        clock.move(Duration.ofMinutes(1));
        Message info = conversation.inform(NewMessage.of(newMessageId(), dog.id(), "Das Amt ist am Montag geschlossen.")
                .subject("Hinweis"));
        conversation.answer(ERIKA, NewMessage.of(newMessageId(), dog.id(), "Drei Jahre."));

        assertThat(postbox.messages()).containsExactly(info, question);
        assertThat(postbox.unread()).isEqualTo(2);
        assertThat(postbox.find(question.id()).orElseThrow().unread()).isTrue();
        assertThat(conversation.proof(question.id())).isEmpty();

        Instant opened = clock.instant();
        Message read = postbox.read(question.id()).orElseThrow();
        clock.move(Duration.ofDays(1));
        Message again = postbox.read(question.id()).orElseThrow();

        assertThat(read.readAt()).contains(opened);
        assertThat(again).isEqualTo(read);
        assertThat(postbox.unread()).isEqualTo(1);
        assertThat(conversation.proof(question.id())).hasValueSatisfying(proof -> {
            assertThat(proof.readAt()).isEqualTo(opened);
            assertThat(proof.readerKey()).isEqualTo(ERIKA);
            assertThat(proof.contentHash()).hasSize(64);
        });
    }

    @ParameterizedTest
    @EnumSource
    void keeps_a_postbox_shut_for_everybody_else(TestDatabase database) {
        Cases cases = cases(database);
        Case dog = cases.submit(dog(newCaseId()).build());
        Message question = cases.conversation().ask(NewMessage.of(newMessageId(), dog.id(), "Wie alt ist der Hund?"));
        Postbox foreign = cases.postbox(MALLORY);

        assertThat(foreign.messages()).isEmpty();
        assertThat(foreign.unread()).isZero();
        assertThat(foreign.find(question.id())).isEmpty();
        assertThat(foreign.read(question.id())).isEmpty();
        assertThat(cases.conversation().proof(question.id())).isEmpty();
        assertThatThrownBy(() ->
                        cases.conversation().answer(MALLORY, NewMessage.of(newMessageId(), dog.id(), "Ich bin Erika.")))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("postbox.case.unknown"));
        assertThat(status(cases, dog)).isEqualTo(CaseStatus.QUESTION);
    }

    @ParameterizedTest
    @EnumSource
    void sends_a_message_once_however_often_the_button_is_pressed(TestDatabase database) throws Exception {
        Cases cases = cases(database);
        Case dog = cases.submit(dog(newCaseId()).build());
        cases.conversation().ask(NewMessage.of(newMessageId(), dog.id(), "Wie alt ist der Hund?"));
        MessageId id = newMessageId();
        Callable<Message> click = () -> cases.conversation()
                .answer(ERIKA, NewMessage.of(id, dog.id(), "Drei Jahre.").attach(Upload.of("Impfpass.pdf", PDF)));

        ExecutorService clicks = Executors.newFixedThreadPool(4);
        try {
            List<Future<Message>> results = clicks.invokeAll(List.of(click, click, click, click));
            Message first = results.get(0).get();
            for (Future<Message> result : results) {
                assertThat(result.get()).isEqualTo(first);
            }
        } finally {
            clicks.shutdown();
        }

        assertThat(cases.conversation().thread(dog.id())).hasSize(2);
        assertThat(cases.timeline(dog.id())).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void asks_and_decides_once(TestDatabase database) {
        Cases cases = cases(database);
        Conversation conversation = cases.conversation();
        Case dog = cases.submit(dog(newCaseId()).build());
        NewMessage question = NewMessage.of(newMessageId(), dog.id(), "Wie alt ist der Hund?");
        NewMessage notice = NewMessage.of(newMessageId(), dog.id(), "Ihr Hund ist angemeldet.");

        assertThat(conversation.ask(question)).isEqualTo(conversation.ask(question));
        assertThat(conversation.decide(notice)).isEqualTo(conversation.decide(notice));

        assertThat(conversation.ask(question).text()).isEqualTo("Wie alt ist der Hund?");
        assertThat(cases.timeline(dog.id())).hasSize(3);
        assertRefused(
                "postbox.case.transition",
                () -> conversation.decide(NewMessage.of(newMessageId(), dog.id(), "Doch nicht.")));
        assertRefused(
                "postbox.case.transition",
                () -> conversation.ask(NewMessage.of(newMessageId(), dog.id(), "Noch etwas?")));
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_message_id_that_another_message_has(TestDatabase database) {
        Cases cases = cases(database);
        Conversation conversation = cases.conversation();
        Case dog = cases.submit(dog(newCaseId()).build());
        Case other = cases.submit(dog(newCaseId()).build());
        Message question = conversation.ask(NewMessage.of(newMessageId(), dog.id(), "Wie alt ist der Hund?"));

        assertRefused(
                "postbox.message.reused",
                () -> conversation.answer(ERIKA, NewMessage.of(question.id(), dog.id(), "Drei Jahre.")));
        assertRefused(
                "postbox.message.reused",
                () -> conversation.ask(NewMessage.of(question.id(), other.id(), "Wie alt ist der Hund?")));
        assertThat(status(cases, other)).isEqualTo(CaseStatus.RECEIVED);
    }

    @ParameterizedTest
    @EnumSource
    void takes_no_message_for_a_closed_application(TestDatabase database) {
        Cases cases = cases(database);
        Case dog = cases.submit(dog(newCaseId()).build());
        cases.record(NewEvent.of(newMessageId().value(), dog.id(), CaseStatus.CLOSED, "Zurückgezogen."));

        assertRefused("postbox.case.closed", () -> cases.conversation()
                .answer(ERIKA, NewMessage.of(newMessageId(), dog.id(), "Hallo?")));
    }

    @ParameterizedTest
    @EnumSource
    void leaves_nothing_of_a_refused_message_even_if_the_caller_goes_on(TestDatabase database) {
        DataSource dataSource = database.open(folder);
        Cases cases = Cases.on(dataSource).build();
        Case dog = cases.submit(dog(newCaseId()).build());
        NewMessage bad = NewMessage.of(newMessageId(), dog.id(), "Bitte lesen.")
                .attach(Upload.of("gut.pdf", PDF))
                .attach(Upload.of("schlecht.exe", PDF));

        Database.of(dataSource)
                .inTransaction(tx -> assertRefused(
                        "postbox.attachment.type", () -> cases.conversation().ask(tx, bad)));

        assertThat(status(cases, dog)).isEqualTo(CaseStatus.RECEIVED);
        assertThat(cases.conversation().thread(dog.id())).isEmpty();
        assertThat(cases.timeline(dog.id())).hasSize(1);
        List<Long> chunks = Database.of(dataSource)
                .call(tx -> tx.query("select ordinal from ozg_attachment_chunk", row -> row.number("ordinal")));
        assertThat(chunks).isEmpty();
    }

    @Test
    void refuses_a_text_that_is_too_long_or_missing() {
        Cases cases = cases(TestDatabase.H2);
        Case dog = cases.submit(dog(newCaseId()).build());

        assertRefused(
                "postbox.message.too_long",
                () -> NewMessage.of(newMessageId(), dog.id(), "x".repeat(NewMessage.LONGEST_TEXT + 1)));
        assertRefused("postbox.message.empty", () -> cases.conversation()
                .answer(ERIKA, NewMessage.of(newMessageId(), dog.id(), " \n ")));
    }

    @Test
    void tells_nothing_personal_in_its_values_as_text() {
        Case dog = cases(TestDatabase.H2)
                .submit(dog(newCaseId()).attach(Upload.of("Erika.pdf", PDF)).build());
        NewMessage message =
                NewMessage.of(newMessageId(), dog.id(), "Bello bellt.").attach(Upload.of("Erika.pdf", PDF));

        assertThat(dog + " " + dog.answers() + dog.attachments() + message + message.attachments()
                        + dog(newCaseId()).build())
                .doesNotContain("Bello", "Erika", ERIKA, "erika");
    }

    private static void assertRefused(String code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(RejectedException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.publicText()).isNotBlank();
        });
    }

    private static CaseStatus status(Cases cases, Case about) {
        return cases.find(about.id()).orElseThrow().status();
    }

    private static CaseEvent last(Cases cases, Case about) {
        List<CaseEvent> timeline = cases.timeline(about.id());
        return timeline.get(timeline.size() - 1);
    }
}
