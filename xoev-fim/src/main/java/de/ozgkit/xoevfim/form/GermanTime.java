// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A day and time as people in Germany write it, and the same with the offset that JSON demands (RFC 3339). Every local time comes back as
 * it was, even one that the change of clocks skips.
 */
final class GermanTime {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneOffset WINTER = ZoneOffset.ofHours(1);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private GermanTime() {}

    static String withOffset(String local) {
        return local + offset(LocalDateTime.parse(local));
    }

    /** The local time of a moment; what is none stays as it is. */
    static String local(String moment) {
        try {
            OffsetDateTime given = OffsetDateTime.parse(moment);
            LocalDateTime local = given.toLocalDateTime();
            return (given.getOffset().equals(offset(local))
                            ? local
                            : given.atZoneSameInstant(BERLIN).toLocalDateTime())
                    .format(LOCAL);
        } catch (DateTimeException e) {
            return moment;
        }
    }

    private static ZoneOffset offset(LocalDateTime local) {
        ZoneOffset offset = BERLIN.getRules().getOffset(local);
        // Before the time zones of 1893 the sun decided, to the second.
        return offset.getTotalSeconds() % 3600 == 0 ? offset : WINTER;
    }
}
