// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import static de.ozgkit.postbox.Samples.ERIKA;
import static de.ozgkit.postbox.Samples.MALLORY;
import static de.ozgkit.postbox.Samples.PDF;
import static de.ozgkit.postbox.Samples.TAX_OFFICE;
import static de.ozgkit.postbox.Samples.dog;
import static de.ozgkit.postbox.Samples.newCaseId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.Ars;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Database;
import de.ozgkit.postbox.Samples.MovingClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CasesTest {

    private final MovingClock clock = new MovingClock();

    @TempDir
    private Path folder;

    private Cases cases(TestDatabase database) {
        return Cases.on(database.open(folder)).clock(clock).build();
    }

    @ParameterizedTest
    @EnumSource
    void keeps_an_application_as_it_was_submitted(TestDatabase database) {
        Cases cases = cases(database);
        CaseId id = newCaseId();

        Case submitted = cases.submit(dog(id).attach(Upload.of("Impfpass.pdf", PDF))
                .expecting(LocalDate.of(2026, 12, 1))
                .build());

        assertThat(submitted.reference()).matches("RE-2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(submitted.status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(submitted.submittedAt()).isEqualTo(clock.instant());
        assertThat(submitted.answersJson()).isEqualTo("{\"name\":\"Bello\",\"rasse\":\"Dackel\"}");
        assertThat(submitted.answers())
                .containsExactly(new Answer("Name des Hundes", "Bello"), new Answer("Rasse", "Dackel"));
        assertThat(submitted.attachments()).singleElement().satisfies(file -> assertThat(file.fileName())
                .isEqualTo("Impfpass.pdf"));
        assertThat(submitted.office()).isEqualTo(TAX_OFFICE);
        assertThat(cases.find(id)).contains(submitted);
        assertThat(cases.timeline(id)).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(CaseStatus.RECEIVED);
            assertThat(event.text()).isEqualTo("Ihr Antrag ist eingegangen bei: Stadt Recklinghausen, Steueramt.");
            assertThat(event.expected()).contains(LocalDate.of(2026, 12, 1));
        });
    }

    @ParameterizedTest
    @EnumSource
    void submits_once_however_often_the_button_is_pressed(TestDatabase database) throws Exception {
        Cases cases = cases(database);
        CaseId id = newCaseId();
        Callable<Case> click = () ->
                cases.submit(dog(id).attach(Upload.of("Impfpass.pdf", PDF)).build());

        Set<Case> results = new HashSet<>();
        ExecutorService clicks = Executors.newFixedThreadPool(4);
        try {
            for (Future<Case> result : clicks.invokeAll(List.of(click, click, click, click))) {
                results.add(result.get());
            }
        } finally {
            clicks.shutdown();
        }

        assertThat(results).hasSize(1);
        assertThat(cases.ofApplicant(ERIKA)).hasSize(1);
        assertThat(cases.timeline(id)).hasSize(1);
        assertThat(cases.find(id).orElseThrow().attachments()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void does_not_hand_out_an_application_to_whoever_submits_with_its_id(TestDatabase database) {
        Cases cases = cases(database);
        CaseId id = newCaseId();
        cases.submit(dog(id).build());

        NewCase forged = NewCase.of(id, TAX_OFFICE, MALLORY)
                .service("hund-anmelden", "Hund anmelden")
                .build();

        assertThatThrownBy(() -> cases.submit(forged))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("postbox.case.reused"));
    }

    @ParameterizedTest
    @EnumSource
    void shows_an_applicant_only_the_own_applications_newest_first(TestDatabase database) throws IOException {
        Cases cases = cases(database);
        Case first = cases.submit(
                dog(newCaseId()).attach(Upload.of("Impfpass.pdf", PDF)).build());
        clock.move(Duration.ofSeconds(1));
        Case second = cases.submit(dog(newCaseId()).build());
        AttachmentId file = first.attachments().get(0).id();

        assertThat(cases.ofApplicant(ERIKA)).containsExactly(second, first);
        assertThat(cases.ofApplicant(MALLORY)).isEmpty();
        assertThat(cases.find(first.id(), ERIKA)).contains(first);
        assertThat(cases.find(first.id(), MALLORY)).isEmpty();
        assertThat(cases.open(file, MALLORY)).isEmpty();
        try (InputStream own = cases.open(file, ERIKA).orElseThrow();
                InputStream office = cases.open(file).orElseThrow()) {
            assertThat(own.readAllBytes()).isEqualTo(PDF);
            assertThat(office.readAllBytes()).isEqualTo(PDF);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_the_applications_of_one_authority_by_status(TestDatabase database) {
        Cases cases = cases(database);
        List<Case> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.add(cases.submit(dog(newCaseId()).build()));
            clock.move(Duration.ofSeconds(1));
        }
        Ars here = TAX_OFFICE.authority();
        cases.record(NewEvent.of(
                UUID.randomUUID(), submitted.get(0).id(), CaseStatus.IN_REVIEW, "Wir prüfen Ihren Antrag."));

        assertThat(cases.at(here)).hasSize(5);
        assertThat(cases.at(here, CaseFilter.in(CaseStatus.RECEIVED).page(1, 3)))
                .containsExactly(submitted.get(4));
        assertThat(cases.at(here, CaseFilter.in(CaseStatus.IN_REVIEW, CaseStatus.CLOSED)))
                .hasSize(1);
        assertThat(cases.count(here, CaseFilter.in(CaseStatus.RECEIVED).page(1, 3)))
                .isEqualTo(4);
        assertThat(cases.at(Ars.of("055620012012"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void is_found_by_a_reference_as_people_type_it(TestDatabase database) {
        Tokens constant = Tokens.from(new Random(1));
        Cases cases =
                Cases.on(database.open(folder)).clock(clock).tokens(constant).build();
        Case submitted = cases.submit(dog(newCaseId()).build());

        String typed = " " + submitted.reference().replace("-", " - ").toLowerCase(Locale.ROOT);
        assertThat(cases.findByReference(typed)).contains(submitted);
        assertThat(cases.findByReference(submitted.reference().replace('0', 'O').replace('1', 'l')))
                .contains(submitted);
        assertThat(cases.findByReference("RE-2026-0000-0000")).isEmpty();
        assertThat(cases.findByReference("")).isEmpty();
        assertThat(cases.findByReference("' or 1=1 --")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void goes_only_where_an_application_can_go(TestDatabase database) {
        Cases cases = cases(database);
        Case dog = cases.submit(dog(newCaseId()).build());
        record(cases, dog, CaseStatus.IN_REVIEW);
        record(cases, dog, CaseStatus.DECIDED);

        for (CaseStatus back : List.of(CaseStatus.RECEIVED, CaseStatus.IN_REVIEW, CaseStatus.QUESTION)) {
            assertThatThrownBy(() -> record(cases, dog, back)).isInstanceOfSatisfying(RejectedException.class, e -> {
                assertThat(e.code()).isEqualTo("postbox.case.transition");
                assertThat(e.publicText()).contains("Entschieden");
            });
        }
        record(cases, dog, CaseStatus.CLOSED);
        assertThatThrownBy(() -> record(cases, dog, CaseStatus.DECIDED)).isInstanceOf(RejectedException.class);
        assertThat(cases.timeline(dog.id()))
                .extracting(CaseEvent::status)
                .containsExactly(CaseStatus.RECEIVED, CaseStatus.IN_REVIEW, CaseStatus.DECIDED, CaseStatus.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void records_an_event_once(TestDatabase database) {
        Cases cases = cases(database);
        Case dog = cases.submit(dog(newCaseId()).build());
        NewEvent click = NewEvent.of(UUID.randomUUID(), dog.id(), CaseStatus.IN_REVIEW, "Wir prüfen Ihren Antrag.")
                .expecting(LocalDate.of(2026, 12, 24));

        Case once = cases.record(click);
        Case twice = cases.record(click);

        assertThat(once.status()).isEqualTo(CaseStatus.IN_REVIEW);
        assertThat(twice).isEqualTo(once);
        assertThat(cases.timeline(dog.id())).hasSize(2);
        assertThat(cases.timeline(dog.id()).get(1).expected()).contains(LocalDate.of(2026, 12, 24));
    }

    @ParameterizedTest
    @EnumSource
    void leaves_nothing_when_the_callers_transaction_is_rolled_back(TestDatabase database) {
        DataSource dataSource = database.open(folder);
        Cases cases = Cases.on(dataSource).build();
        CaseId id = newCaseId();

        assertThatThrownBy(() -> Database.of(dataSource).inTransaction(tx -> {
                    cases.submit(
                            tx, dog(id).attach(Upload.of("Impfpass.pdf", PDF)).build());
                    cases.record(tx, id, CaseStatus.IN_REVIEW, "Wir prüfen Ihren Antrag.");
                    throw new IllegalArgumentException("the portal failed");
                }))
                .hasMessage("the portal failed");

        assertThat(cases.find(id)).isEmpty();
        assertThat(cases.timeline(id)).isEmpty();
        for (String table : List.of("ozg_attachment", "ozg_attachment_chunk")) {
            assertThat(count(dataSource, table)).as(table).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void survives_a_restart(TestDatabase database) throws Exception {
        CaseId id = newCaseId();
        DataSource before = database.open(folder);
        Cases.on(before).build().submit(dog(id).build());
        if (before instanceof JdbcDataSource h2) {
            try (var connection = h2.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("shutdown");
            }
        }

        Cases after = Cases.on(database.open(folder)).build();

        assertThat(after.find(id)).isPresent();
        assertThat(after.submit(dog(id).build())).isEqualTo(after.find(id).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void keeps_text_that_databases_refuse_without_what_they_refuse(TestDatabase database) {
        Cases cases = cases(database);
        Case odd = cases.submit(dog(newCaseId())
                .answer("Bemerkung", "eins\u0000zwei\ud800drei\u000bvier\r\nfünf 🐕")
                .build());

        assertThat(cases.find(odd.id()).orElseThrow().answers().get(2).value())
                .isEqualTo("einszwei\ufffddreivier\nfünf 🐕");
    }

    private static void record(Cases cases, Case about, CaseStatus status) {
        cases.record(NewEvent.of(UUID.randomUUID(), about.id(), status, "Weiter."));
    }

    private static long count(DataSource dataSource, String table) {
        Optional<Long> count = Database.of(dataSource)
                .call(tx -> tx.first("select count(*) as c from " + table, row -> row.number("c")));
        return count.orElseThrow();
    }
}
