// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult;
import de.ozgkit.postbox.spi.DeliveryResult.Delivered;
import de.ozgkit.postbox.spi.DeliveryResult.HandedOver;
import de.ozgkit.postbox.spi.DeliveryResult.Rejected;
import de.ozgkit.postbox.spi.DeliveryResult.TryAgain;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DeliveryChannel} has to hold. A vendor's channel is done when a subclass of this is green.
 *
 * <p>The subclass connects the channel to a peer, real or mock, that it can look into and disturb. A peer that cannot be disturbed in
 * some way (a folder has no business rules, so it refuses nothing) says so by {@link #can}, and the contract then checks what is left.
 *
 * @since 0.1
 */
public abstract class DeliveryChannelContract {

    /** What may be wrong with a peer. */
    protected enum Fault {
        /** Nobody answers. */
        DOWN,
        /** It answers that it is busy, and names a pause if it can. */
        BUSY,
        /** It takes the next message, but its answer is lost. */
        ANSWER_LOST,
        /** It refuses the next message for good. */
        REFUSES
    }

    /** The channel, connected to the peer; always the same or a new one. */
    protected abstract DeliveryChannel channel();

    /** The message ids that have arrived at the peer, one entry for each copy that it would work on. */
    protected abstract List<String> arrived();

    /** Whether the peer of this channel can have this fault. */
    protected abstract boolean can(Fault fault);

    /** Makes the peer have this fault from now on. */
    protected abstract void begin(Fault fault);

    /** Makes the peer work again. */
    protected abstract void end(Fault fault);

    @Test
    void has_a_name_that_can_be_stored() {
        assertTrue(
                channel().name().matches("[a-z][a-z0-9.-]{0,79}"),
                "name: " + channel().name());
        assertEquals(channel().name(), channel().name());
    }

    @Test
    void brings_each_message_to_the_peer_once() {
        OutboundMessage one = OutboundMessages.dog(1);
        OutboundMessage other = OutboundMessages.dog(1);
        assertArrived(channel().deliver(one));
        assertArrived(channel().deliver(other));
        assertEquals(Set.of(one.id().toString(), other.id().toString()), Set.copyOf(arrived()));
        assertEquals(2, arrived().size());
    }

    @Test
    void repeats_without_a_second_copy_under_another_id() {
        OutboundMessage message = OutboundMessages.dog(1);
        assertArrived(channel().deliver(message));
        assertArrived(channel().deliver(OutboundMessages.again(message, 2)));
        assertArrived(channel().deliver(OutboundMessages.again(message, 3)));
        assertOneCopy(message);
    }

    @Test
    void survives_an_answer_that_is_lost() {
        OutboundMessage message = OutboundMessages.dog(1);
        if (can(Fault.ANSWER_LOST)) {
            begin(Fault.ANSWER_LOST);
            assertTriesAgain(message);
            end(Fault.ANSWER_LOST);
        } else {
            channel().deliver(message);
        }
        assertArrived(channel().deliver(OutboundMessages.again(message, 2)));
        assertOneCopy(message);
    }

    @Test
    void survives_a_node_that_dies_in_the_middle() {
        OutboundMessage message = OutboundMessages.dog(1);
        assertThrows(OutboundMessages.Death.class, () -> channel().deliver(OutboundMessages.dyingWhileRead(message)));
        assertTrue(arrived().isEmpty(), "half a message must not be worked on");
        assertArrived(channel().deliver(OutboundMessages.again(message, 2)));
        assertOneCopy(message);
    }

    @Test
    void survives_two_nodes_that_deliver_the_same_message_at_once() throws Exception {
        OutboundMessage message = OutboundMessages.dog(1);
        Callable<DeliveryResult> node = () -> deliver(OutboundMessages.again(message, 2));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<DeliveryResult> results = new ArrayList<>();
            for (Future<DeliveryResult> result : nodes.invokeAll(List.of(node, node))) {
                results.add(result.get());
            }
            assertTrue(
                    results.stream().anyMatch(r -> r instanceof HandedOver || r instanceof Delivered),
                    "results: " + results);
            assertTrue(results.stream().noneMatch(Rejected.class::isInstance), "results: " + results);
        } finally {
            nodes.shutdown();
        }
        assertOneCopy(message);
    }

    @Test
    void tries_again_later_when_the_peer_is_down() {
        OutboundMessage message = OutboundMessages.dog(1);
        if (can(Fault.DOWN)) {
            begin(Fault.DOWN);
            assertTriesAgain(message);
            end(Fault.DOWN);
            assertTrue(arrived().isEmpty());
        }
        assertArrived(channel().deliver(OutboundMessages.again(message, 2)));
        assertOneCopy(message);
    }

    @Test
    void tries_again_later_when_the_peer_is_busy_and_not_sooner_than_it_asks() {
        OutboundMessage message = OutboundMessages.dog(1);
        if (can(Fault.BUSY)) {
            begin(Fault.BUSY);
            TryAgain busy = assertTriesAgain(message);
            assertTrue(busy.after().orElse(Duration.ZERO).compareTo(Duration.ZERO) >= 0);
            end(Fault.BUSY);
        }
        assertArrived(channel().deliver(OutboundMessages.again(message, 2)));
        assertOneCopy(message);
    }

    @Test
    void says_so_when_the_peer_refuses() {
        OutboundMessage message = OutboundMessages.dog(1);
        if (can(Fault.REFUSES)) {
            begin(Fault.REFUSES);
            assertInstanceOf(Rejected.class, deliver(message));
            assertTrue(arrived().isEmpty());
            end(Fault.REFUSES);
        }
        assertArrived(channel().deliver(OutboundMessages.again(message, 2)));
        assertOneCopy(message);
    }

    @Test
    void tells_nothing_personal_to_whoever_reads_the_log() {
        OutboundMessage message = OutboundMessages.dog(1);
        StringBuilder told = new StringBuilder().append(deliver(message)).append(message);
        for (Fault fault : Fault.values()) {
            if (can(fault)) {
                begin(fault);
                told.append(deliver(OutboundMessages.dog(1)));
                end(fault);
            }
        }
        assertFalse(told.toString().contains(OutboundMessages.PERSONAL), told.toString());
    }

    /** As the outbox reads it: exceptions are results, too. */
    private DeliveryResult deliver(OutboundMessage message) {
        try {
            return channel().deliver(message);
        } catch (RejectedException e) {
            return new Rejected(e.code(), "");
        } catch (PeerException e) {
            return e.retryable() ? TryAgain.because(e.code()) : new Rejected(e.code(), "");
        } catch (OzgException e) {
            return TryAgain.because(e.code());
        }
    }

    private TryAgain assertTriesAgain(OutboundMessage message) {
        return assertInstanceOf(TryAgain.class, deliver(message));
    }

    private void assertOneCopy(OutboundMessage message) {
        assertEquals(List.of(message.id().toString()), arrived());
    }

    private static void assertArrived(DeliveryResult result) {
        assertTrue(result instanceof HandedOver || result instanceof Delivered, "result: " + result);
    }
}
