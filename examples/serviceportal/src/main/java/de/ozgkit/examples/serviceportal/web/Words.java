// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, times and sizes as citizens read them, whatever the locale and time zone of the machine. */
public final class Words {

    /** The time zone of all places here. */
    public static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm 'Uhr'", Locale.GERMAN);
    private static final long KILO = 1024;

    private Words() {}

    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    public static String time(Instant instant) {
        return TIME.format(instant.atZone(HERE));
    }

    /** The kind and size of a file: {@code PDF, 12 KB}. */
    public static String file(String kind, long bytes) {
        if (bytes < KILO) {
            return kind + ", " + bytes + " Byte";
        }
        return bytes < KILO * KILO
                ? kind + ", " + (bytes + KILO / 2) / KILO + " KB"
                : kind + ", " + String.format(Locale.GERMANY, "%.1f MB", bytes / (double) (KILO * KILO));
    }
}
