// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import org.jspecify.annotations.Nullable;

/**
 * Something is broken, and whose fault it is tells the subclass: our configuration, the peer, the network, or a message that must not be
 * believed. What may happen in normal business (the citizen presses "cancel") is never an exception in ozgkit but a result.
 *
 * <p>Messages say what happened, what was expected and what to do; they hold no personal data and no secret, so they may be logged.
 *
 * @since 0.1
 */
public abstract sealed class OzgException extends RuntimeException
        permits ConfigurationException, PeerException, TransportException, RejectedException {

    private static final long serialVersionUID = 1L;

    private final String code;

    OzgException(String code, String message, @Nullable Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    /** A stable name to search logs for, such as {@code payment.callback.signature}. */
    public final String code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public abstract boolean retryable();

    /** One German sentence that may be shown to a citizen. */
    public abstract String publicText();
}
