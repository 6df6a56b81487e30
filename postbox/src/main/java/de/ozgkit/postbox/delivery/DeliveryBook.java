// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.MessageId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes changes of state with all that follows from them: receipt, listeners, the next message of the application, the log. */
final class DeliveryBook {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxStore store;
    private final Jobs jobs;
    private final Clock clock;
    private final List<DeliveryListener> listeners;

    DeliveryBook(OutboxStore store, Jobs jobs, Clock clock, List<DeliveryListener> listeners) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.listeners = listeners;
    }

    /** Now, as exactly as a database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Has the message tried now, or as soon as it may. */
    void wake(Tx tx, MessageId id) {
        jobs.reschedule(tx, Outbox.JOB, id.toString(), now());
    }

    /** What the peer said later. Said again, it changes nothing, even if the message was replayed in between. The message must be locked. */
    void receive(Tx tx, MessageId id, Receipt receipt) {
        if (store.insertReceipt(tx, id, receipt)) {
            advance(tx, id, receipt);
        }
    }

    /** What the peer said to a try of ours. The message must be locked. */
    void conclude(Tx tx, MessageId id, Receipt receipt) {
        store.insertReceipt(tx, id, receipt);
        advance(tx, id, receipt);
    }

    private void advance(Tx tx, MessageId id, Receipt receipt) {
        Delivery before = store.find(tx, id).orElseThrow();
        if (!leadsOn(before.state(), receipt.state())) {
            return;
        }
        if (receipt.state() == DeliveryState.REJECTED) {
            fail(tx, before, DeliveryState.REJECTED, "postbox.outbox.rejected", receipt.evidence());
            return;
        }
        store.advance(tx, id, receipt.state(), now());
        tell(tx, before, id);
        wakeNext(tx, before);
    }

    private static boolean leadsOn(DeliveryState from, DeliveryState to) {
        if (from == DeliveryState.REJECTED) {
            return false;
        }
        // a peer may take back what it accepted, and a late yes counts even after we gave up
        return to == DeliveryState.REJECTED || from == DeliveryState.DEAD || from.compareTo(to) < 0;
    }

    /** Ends the tries without success. */
    void fail(Tx tx, Delivery before, DeliveryState state, String error, @Nullable String reason) {
        store.fail(tx, before.id(), state, error, reason, now());
        LOG.warn(
                "Message {} over {} is {} after {} attempts: {}",
                before.id(),
                before.channel(),
                state,
                before.attempts(),
                error);
        tell(tx, before, before.id());
        if (!state.holdsBack()) {
            wakeNext(tx, before);
        }
    }

    /** Tells the listeners, if the state is another one than before. */
    void tell(Tx tx, @Nullable Delivery before, MessageId id) {
        Delivery after = store.find(tx, id).orElseThrow();
        if (before == null || before.state() != after.state()) {
            listeners.forEach(listener -> listener.changed(tx, after));
        }
    }

    private void wakeNext(Tx tx, Delivery done) {
        if (done.state().holdsBack()) {
            store.firstQueued(tx, done.caseId()).ifPresent(next -> wake(tx, next));
        }
    }
}
