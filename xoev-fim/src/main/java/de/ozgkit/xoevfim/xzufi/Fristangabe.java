// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What one deadline or duration amounts to. How it is written in XML is not confirmed, so it is found by the names of the values, whatever
 * stands around them.
 *
 * <p>Source: XZuFi 2.2.0 and 2.3.1, Fristauswahl.
 *
 * @since 0.1
 */
public sealed interface Fristangabe {

    /** Continues with what it is. */
    <R> R fold(
            Function<? super Dauer, ? extends R> duration,
            Function<? super Stichtag, ? extends R> date,
            Function<? super Offen, ? extends R> open);

    /** A unit of time, with the word of the code list. */
    enum Zeiteinheit {
        JAHR,
        MONAT,
        WOCHE,
        TAG,
        WERKTAG,
        ARBEITSTAG,
        STUNDE,
        MINUTE,
        SEKUNDE;

        static Optional<Zeiteinheit> of(String text) {
            for (Zeiteinheit unit : values()) {
                if (unit.name().equals(text)) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }
    }

    /** A time, such as three months, or from three to six months. */
    record Dauer(int dauer, Optional<Zeiteinheit> einheit, OptionalInt bis, Optional<Zeiteinheit> einheitBis)
            implements Fristangabe {
        @Override
        public <R> R fold(
                Function<? super Dauer, ? extends R> duration,
                Function<? super Stichtag, ? extends R> date,
                Function<? super Offen, ? extends R> open) {
            return duration.apply(this);
        }
    }

    /** Days as they are written: a date, a month and day ({@code --05-31}) or words. */
    record Stichtag(Optional<String> von, Optional<String> bis) implements Fristangabe {
        @Override
        public <R> R fold(
                Function<? super Dauer, ? extends R> duration,
                Function<? super Stichtag, ? extends R> date,
                Function<? super Offen, ? extends R> open) {
            return date.apply(this);
        }
    }

    /** It does not say, or not in a way that is understood here. */
    record Offen() implements Fristangabe {
        @Override
        public <R> R fold(
                Function<? super Dauer, ? extends R> duration,
                Function<? super Stichtag, ? extends R> date,
                Function<? super Offen, ? extends R> open) {
            return open.apply(this);
        }
    }
}
