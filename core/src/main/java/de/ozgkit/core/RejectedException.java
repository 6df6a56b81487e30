// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import org.jspecify.annotations.Nullable;

/**
 * A message was refused because it must not be believed or cannot be read: forged, too large, meant for somebody else, used twice.
 *
 * @since 0.1
 */
public final class RejectedException extends OzgException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with the message.
     *
     * @param code stable, such as {@code xml.doctype}
     * @param message without a word of what was refused
     */
    public RejectedException(String code, String message) {
        this(code, message, null);
    }

    /** Like {@link #RejectedException(String, String)}, with a cause whose text may be logged too. */
    public RejectedException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    public boolean retryable() {
        return false;
    }

    @Override
    public String publicText() {
        return "Diese Nachricht konnte nicht angenommen werden. Bitte beginnen Sie den Vorgang noch einmal.";
    }
}
