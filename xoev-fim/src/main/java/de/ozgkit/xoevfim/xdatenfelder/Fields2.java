// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe;
import de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Nachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xdatenfelder.v2.Struktur;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits every field of a message of version 2. */
final class Fields2 {

    private final Consumer<Datenfeld> visitor;

    Fields2(Consumer<Datenfeld> visitor) {
        this.visitor = visitor;
    }

    void visit(Nachricht message) {
        if (message instanceof StammdatenschemaNachricht n && n.stammdatenschema != null) {
            visit(n.stammdatenschema.struktur);
        } else if (message instanceof DatenfeldgruppeNachricht n) {
            visit(n.datenfeldgruppe);
        } else if (message instanceof DatenfeldNachricht n && n.datenfeld != null) {
            visitor.accept(n.datenfeld);
        }
    }

    private void visit(@Nullable Datenfeldgruppe group) {
        if (group != null) {
            visit(group.struktur);
        }
    }

    private void visit(List<Struktur> places) {
        for (Struktur place : places) {
            if (place.enthaelt != null) {
                if (place.enthaelt.datenfeld != null) {
                    visitor.accept(place.enthaelt.datenfeld);
                }
                visit(place.enthaelt.datenfeldgruppe);
            }
        }
    }
}
