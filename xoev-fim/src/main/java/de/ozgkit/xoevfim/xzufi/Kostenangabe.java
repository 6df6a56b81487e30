// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one fee amounts to. How it is written in XML is not confirmed, so it is found by the names of the values, whatever stands around them.
 *
 * <p>Source: XZuFi 2.2.0 and 2.3.1, Kostenauswahl.
 *
 * @since 0.1
 */
public sealed interface Kostenangabe {

    /** Continues with what it is. */
    <R> R fold(
            Function<? super Fix, ? extends R> fixed,
            Function<? super Frei, ? extends R> free,
            Function<? super Variabel, ? extends R> variable,
            Function<? super Offen, ? extends R> open);

    /** A fixed fee. */
    record Fix(Betrag betrag) implements Kostenangabe {
        @Override
        public <R> R fold(
                Function<? super Fix, ? extends R> fixed,
                Function<? super Frei, ? extends R> free,
                Function<? super Variabel, ? extends R> variable,
                Function<? super Offen, ? extends R> open) {
            return fixed.apply(this);
        }
    }

    /** It costs nothing. */
    record Frei(List<StringLocalized> beschreibung) implements Kostenangabe {
        public Frei {
            beschreibung = List.copyOf(beschreibung);
        }

        @Override
        public <R> R fold(
                Function<? super Fix, ? extends R> fixed,
                Function<? super Frei, ? extends R> free,
                Function<? super Variabel, ? extends R> variable,
                Function<? super Offen, ? extends R> open) {
            return free.apply(this);
        }
    }

    /** It depends. */
    record Variabel(Optional<Betrag> von, Optional<Betrag> bis, List<StringLocalized> beschreibung)
            implements Kostenangabe {
        public Variabel {
            beschreibung = List.copyOf(beschreibung);
        }

        @Override
        public <R> R fold(
                Function<? super Fix, ? extends R> fixed,
                Function<? super Frei, ? extends R> free,
                Function<? super Variabel, ? extends R> variable,
                Function<? super Offen, ? extends R> open) {
            return variable.apply(this);
        }
    }

    /** It does not say, or not in a way that is understood here. */
    record Offen() implements Kostenangabe {
        @Override
        public <R> R fold(
                Function<? super Fix, ? extends R> fixed,
                Function<? super Frei, ? extends R> free,
                Function<? super Variabel, ? extends R> variable,
                Function<? super Offen, ? extends R> open) {
            return open.apply(this);
        }
    }
}
