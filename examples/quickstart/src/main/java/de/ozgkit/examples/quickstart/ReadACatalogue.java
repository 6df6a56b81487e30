// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.Ars;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.xoevfim.catalogue.Facts;
import de.ozgkit.xoevfim.catalogue.LeistungView;
import de.ozgkit.xoevfim.catalogue.LocalCatalogue;
import de.ozgkit.xoevfim.catalogue.Responsible;
import de.ozgkit.xoevfim.catalogue.ServiceCatalogue;
import de.ozgkit.xoevfim.catalogue.ServiceId;
import de.ozgkit.xoevfim.catalogue.Topic;
import de.ozgkit.xoevfim.xzufi.Betrag;
import de.ozgkit.xoevfim.xzufi.Placed;
import de.ozgkit.xoevfim.xzufi.Position;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import de.ozgkit.xoevfim.xzufi.XZuFiReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Guide, "Read a catalogue". */
final class ReadACatalogue {

    private ReadACatalogue() {}

    // tag::read
    static ServiceCatalogue read(Path services, Path whoIsCompetent) {
        try (Stream<Transfer> first = XZuFi.stream(services);
                Stream<Transfer> then = XZuFi.stream(whoIsCompetent)) {
            return ServiceCatalogue.of(first).with(then);
        }
    }

    static List<String> titles(ServiceCatalogue catalogue) {
        LocalCatalogue recklinghausen = catalogue.at(Ars.of("055620032032"));
        return recklinghausen.under(Topic.ENGAGEMENT_HOBBY).stream()
                .map(LeistungView::title)
                .toList();
    }
    // end::read

    // tag::dump
    /** The folder of an editorial system: its index.txt names the files in their order. */
    static ServiceCatalogue readDump(Path folder, Consumer<String> log) {
        XZuFiReader reader = XZuFi.reader()
                .findings(finding -> log.accept(finding.path() + ": " + finding.text(Locale.ENGLISH)))
                .progress((bytes, total, objects, left) -> log.accept(objects + " objects"));
        try (Stream<Transfer> changes = reader.stream(folder)) {
            return ServiceCatalogue.of(changes);
        }
    }
    // end::dump

    // tag::resume
    /** Goes on where the last run ended: a change and the position behind it are stored together. */
    static void importDump(Database database, Path folder, BiConsumer<Tx, Transfer> store) {
        XZuFiReader reader = database.call(
                        tx -> tx.first("select next_change from import_position", row -> row.text("next_change")))
                .map(text -> XZuFi.reader().from(Position.parse(text)))
                .orElseGet(XZuFi::reader);
        try (Stream<Placed> changes = reader.placed(folder)) {
            changes.forEach(placed -> database.inTransaction(tx -> {
                store.accept(tx, placed.change());
                tx.update("delete from import_position");
                tx.update(
                        "insert into import_position (next_change) values (?)",
                        placed.next().toString());
            }));
        }
    }
    // end::resume

    // tag::ask
    /** One service for an English reader on a day: title, who is competent, what it costs, by when. */
    static List<String> ask(ServiceCatalogue catalogue, ServiceId id, Ars place, LocalDate day) {
        LeistungView service = catalogue.at(place, day).find(id).orElseThrow();
        List<String> answers = new ArrayList<>();
        answers.add(service.title(Locale.ENGLISH));
        for (Responsible responsible : catalogue.responsible(id, place)) {
            responsible.office().ifPresent(office -> answers.add(responsible.level() + ": " + office.name()));
        }
        service.facts().fees().forEach(fee -> answers.add(text(fee)));
        service.facts().deadlines().forEach(deadline -> answers.add(text(deadline)));
        return answers;
    }

    private static String text(Facts.Fee fee) {
        return fee.amount()
                .fold(
                        fixed -> fixed.betrag().wert() + " Euro",
                        free -> "kostenlos",
                        variable -> "ab " + variable.von().map(Betrag::wert).orElse(BigDecimal.ZERO) + " Euro",
                        open -> fee.description().orElse("auf Anfrage"));
    }

    private static String text(Facts.Deadline deadline) {
        return deadline.time()
                .fold(
                        time -> time.dauer() + " "
                                + time.einheit().map(Enum::name).orElse(""),
                        date -> "bis " + date.bis().orElse(""),
                        open -> deadline.description().orElse("keine Frist"));
    }
    // end::ask
}
