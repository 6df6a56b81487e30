// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.desk;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.time.Clock;
import java.util.Optional;

/**
 * The way to the offices that work in this portal itself: what is delivered lies on the desk of its authority. Delivering again changes
 * nothing.
 */
public final class DeskChannel implements DeliveryChannel {

    /** The name that submissions are sent by. */
    public static final String NAME = "desk";

    private final Database database;
    private final Cases cases;
    private final Clock clock;

    public DeskChannel(Database database, Cases cases, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.clock = clock;
        Migrations.of("serviceportal-desk", DeskChannel.class, "001_desk.sql").apply(database.dataSource());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeliveryResult deliver(OutboundMessage message) {
        Optional<Case> found = cases.find(message.submission().caseId());
        if (found.isEmpty()) {
            return new DeliveryResult.Rejected("desk.case.unknown", "there is no such application");
        }
        database.inTransaction(tx -> tx.insertIfAbsent(
                "insert into ozg_portal_desk (case_id, authority, arrived_at) values (?, ?, ?)",
                message.submission().caseId().value(),
                found.get().office().authority().value(),
                clock.instant()));
        return new DeliveryResult.Delivered(message.submission().caseId().toString());
    }

    /** Whether an application has arrived on the desk. */
    boolean arrived(CaseId id) {
        return database.call(tx ->
                        tx.first("select case_id from ozg_portal_desk where case_id = ?", row -> true, id.value()))
                .isPresent();
    }
}
