// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import java.util.Map;
import java.util.Optional;

/**
 * A message that claims to come from the platform; nothing in it is checked yet but the size.
 *
 * @param channel by which it came
 * @param fields of the form or the query
 * @since 0.1
 */
public record Callback(Channel channel, Map<String, String> fields) {

    public Callback {
        fields = Map.copyOf(fields);
    }

    /** The value of a field, if it was sent. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Without the fields. */
    @Override
    public String toString() {
        return "Callback[" + channel + ", " + fields.size() + " fields]";
    }

    /** Who brought the message. */
    public enum Channel {
        /** The payer's browser. */
        RETURN,
        /** The platform's server. */
        NOTIFY
    }
}
