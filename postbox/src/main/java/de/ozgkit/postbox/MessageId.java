// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import de.ozgkit.core.Tokens;
import java.util.UUID;

/**
 * One message, known before it is sent. Whoever lets a person write one makes the id together with the page that has the button, so that
 * a second click or a repeated request changes nothing.
 *
 * @since 0.1
 */
public record MessageId(UUID value) {

    /** A new id. */
    public static MessageId next(Tokens tokens) {
        return new MessageId(tokens.uuid());
    }

    /**
     * Reads an id as it stands in addresses and forms.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
