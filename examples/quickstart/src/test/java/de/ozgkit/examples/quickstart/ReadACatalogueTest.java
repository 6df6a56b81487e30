// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.Ars;
import de.ozgkit.core.sql.Database;
import de.ozgkit.xoevfim.catalogue.ServiceCatalogue;
import de.ozgkit.xoevfim.catalogue.ServiceId;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadACatalogueTest {

    private static final String DATA = "examples/serviceportal/src/main/resources/";

    @TempDir
    private Path folder;

    @Test
    void lists_what_recklinghausen_offers_under_a_topic() {
        ServiceCatalogue catalogue = ReadACatalogue.read(
                Checkout.file(DATA + "catalogue/kommunal.xzufi.xml"),
                Checkout.file(DATA + "portals/recklinghausen/zustaendigkeiten.xzufi.xml"));

        assertThat(ReadACatalogue.titles(catalogue)).contains("Hund anmelden");
        assertThat(catalogue.at(Ars.of("055620032032")).all())
                .filteredOn(service -> service.title().equals("Hund anmelden"))
                .singleElement()
                .satisfies(service -> assertThat(service.offices()).isNotEmpty());
    }

    private static String transfer(String... changes) {
        return "<x:t xmlns:x='" + XZuFi.NAMESPACE + "'><x:nachrichtenkopf/>" + String.join("", changes) + "</x:t>";
    }

    private static String service(int number, String more) {
        return "<x:schreibe><x:leistung><x:id schemeAgencyID='L1' schemeID='LB'>" + number + "</x:id>" + more
                + "</x:leistung></x:schreibe>";
    }

    private static String text(String module, String german, String english) {
        return "<x:modulText><x:leikaTextmodul><code>" + module + "</code></x:leikaTextmodul>"
                + "<x:inhalt languageCode='de'>" + german + "</x:inhalt><x:inhalt languageCode='en'>" + english
                + "</x:inhalt></x:modulText>";
    }

    private Path dump() throws IOException {
        Files.writeString(folder.resolve("1.xml"), transfer(service(1, ""), service(2, "<x:nichts/><x:id>9</x:id>")));
        Files.writeString(folder.resolve("2.xml"), transfer(service(3, ""), "<x:schreibe/>", service(4, "")));
        Files.writeString(folder.resolve("index.txt"), "1.xml\n2.xml\n");
        return folder;
    }

    @Test
    void reads_a_dump_and_tells_what_was_left_out_and_how_far_it_is() throws IOException {
        List<String> log = new ArrayList<>();

        assertThat(ReadACatalogue.readDump(dump(), log::add).size()).isEqualTo(4);
        assertThat(log).anyMatch(line -> line.startsWith("2.xml: ")).contains("4 objects");
    }

    @Test
    void goes_on_behind_what_is_stored() throws IOException {
        Path dump = dump();
        JdbcConnectionPool pool = Databases.fresh();
        Database database = Database.of(pool);
        database.inTransaction(tx -> tx.update("create table import_position (next_change varchar(200))"));
        List<String> stored = new ArrayList<>();

        assertThatThrownBy(() -> ReadACatalogue.importDump(database, dump, (tx, change) -> {
                    if (stored.size() == 2) {
                        throw new IllegalStateException("the power is gone");
                    }
                    stored.add(id(change));
                }))
                .hasMessage("the power is gone");
        ReadACatalogue.importDump(database, dump, (tx, change) -> stored.add(id(change)));
        ReadACatalogue.importDump(database, dump, (tx, change) -> stored.add("nothing is left to do"));

        assertThat(stored).containsExactly("1", "2", "3", "4");
        pool.dispose();
    }

    private static String id(Transfer change) {
        return change.fold(
                write -> String.valueOf(((Leistung) write.objekt()).id.value),
                delete -> String.valueOf(delete.id().value));
    }

    @Test
    void answers_what_people_ask() throws IOException {
        String all = transfer(
                service(
                        1,
                        text("03", "Hund anmelden", "Register a dog")
                                + "<x:modulFrist><x:frist><x:dauer>2</x:dauer><x:einheit>WOCHE</x:einheit></x:frist></x:modulFrist>"
                                + "<x:modulKosten><x:kosten><x:betrag>30.70</x:betrag></x:kosten></x:modulKosten>"
                                + "<x:gueltigkeit><x:beginn>2026-01-01</x:beginn></x:gueltigkeit>"),
                "<x:schreibe><x:organisationseinheit><x:id>5</x:id><x:name><x:name languageCode='de'>Steueramt</x:name>"
                        + "</x:name></x:organisationseinheit></x:schreibe>",
                "<x:schreibe><x:zustaendigkeitTransferObjekt><x:uebergeordnetesObjektID>5</x:uebergeordnetesObjektID>"
                        + "<x:zustaendigkeit><x:id>6</x:id><x:leistungID schemeAgencyID='L1' schemeID='LB'>1</x:leistungID>"
                        + "<x:gebietID>055620032032</x:gebietID></x:zustaendigkeit></x:zustaendigkeitTransferObjekt></x:schreibe>");
        Path file = Files.writeString(folder.resolve("all.xml"), all);
        ServiceCatalogue catalogue = ReadACatalogue.readDump(file, line -> {});
        Ars place = Ars.of("055620032032");

        assertThat(ReadACatalogue.ask(catalogue, ServiceId.of("L1.LB.1"), place, LocalDate.of(2026, 3, 1)))
                .containsExactly("Register a dog", "KOMMUNE: Steueramt", "30.70 Euro", "2 WOCHE");
        assertThat(catalogue.at(place, LocalDate.of(2025, 3, 1)).all()).isEmpty();
    }
}
