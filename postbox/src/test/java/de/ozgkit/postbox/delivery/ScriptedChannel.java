// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult;
import de.ozgkit.postbox.spi.DeliveryResult.HandedOver;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Does what it is told, then hands over; remembers what came. */
final class ScriptedChannel implements DeliveryChannel {

    final List<MessageId> tries = new CopyOnWriteArrayList<>();
    private final Queue<Function<OutboundMessage, DeliveryResult>> script = new ConcurrentLinkedQueue<>();

    ScriptedChannel next(DeliveryResult result) {
        return next(message -> result);
    }

    ScriptedChannel next(Function<OutboundMessage, DeliveryResult> behaviour) {
        script.add(behaviour);
        return this;
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public DeliveryResult deliver(OutboundMessage message) {
        tries.add(message.id());
        Function<OutboundMessage, DeliveryResult> behaviour = script.poll();
        return behaviour == null ? new HandedOver("remote-" + message.id()) : behaviour.apply(message);
    }
}
