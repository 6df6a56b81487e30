// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v3.Enthaelt;
import de.ozgkit.xoevfim.xdatenfelder.v3.Identifikation;
import de.ozgkit.xoevfim.xdatenfelder.v3.Struktur;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** The field of the central kit that stands in a group or schema which would have no child; version 3 requires one. */
final class Filler {

    static final String ID = "F60000000001";

    private static final String NAME = "Platzhalter für eine leere Struktur";

    private Filler() {}

    static Struktur place(@Nullable XMLGregorianCalendar time) {
        Datenfeld field = new Datenfeld();
        field.identifikation = new Identifikation();
        field.identifikation.id = ID;
        field.name = NAME;
        field.freigabestatus = Codes.released("2");
        field.letzteAenderung = time;
        field.bezeichnungEingabe = "";
        field.schemaelementart = Codes.of("schemaelementart", "1.0", "ABS");
        field.feldart = Codes.of("feldart", "2.0", "label");
        field.datentyp = Codes.of("datentyp", "2.0", "text");
        field.vorbefuellung = Codes.of("vorbefuellung", "1.0", "keine");
        Struktur place = new Struktur();
        place.anzahl = "0:1";
        place.enthaelt = new Enthaelt();
        place.enthaelt.datenfeld = field;
        return place;
    }

    /** Whether there is nothing but a filler of ours. */
    static boolean isAll(List<Struktur> places) {
        if (places.size() != 1) {
            return false;
        }
        Enthaelt content = places.get(0).enthaelt;
        Datenfeld field = content == null ? null : content.datenfeld;
        return field != null
                && NAME.equals(field.name)
                && field.identifikation != null
                && ID.equals(field.identifikation.id);
    }
}
