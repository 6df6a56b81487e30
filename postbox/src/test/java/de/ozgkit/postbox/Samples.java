// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.Ars;
import de.ozgkit.core.CaseId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** What tests talk about: invented persons, an office, small files. */
public final class Samples {

    public static final String ERIKA = "konto-erika-4711";
    public static final String MALLORY = "konto-mallory-666";
    public static final Office TAX_OFFICE = new Office(Ars.of("055620032032"), "Stadt Recklinghausen", "Steueramt");
    public static final byte[] PDF = "%PDF-1.7\n%äöü\n1 0 obj\n".getBytes(StandardCharsets.UTF_8);

    private Samples() {}

    public static NewCase.Builder dog(CaseId id) {
        return NewCase.of(id, TAX_OFFICE, ERIKA)
                .service("hund-anmelden", "Hund anmelden")
                .referencePrefix("RE")
                .answersJson("{\"name\":\"Bello\",\"rasse\":\"Dackel\"}")
                .answer("Name des Hundes", "Bello")
                .answer("Rasse", "Dackel");
    }

    public static CaseId newCaseId() {
        return new CaseId(UUID.randomUUID());
    }

    public static MessageId newMessageId() {
        return new MessageId(UUID.randomUUID());
    }

    /** A clock that a test moves. */
    public static final class MovingClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-21T09:00:00.123456Z");

        public void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
