// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import org.jspecify.annotations.Nullable;

/**
 * The network failed: no connection, no answer in time, an answer cut off.
 *
 * <p>What the caller must know is {@link #mayHaveArrived()}: if the peer may have got the request, repeating it is safe only with the
 * same id, or after asking the peer.
 *
 * @since 0.1
 */
public final class TransportException extends OzgException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveArrived;

    /**
     * How the network failed.
     *
     * @param code stable, such as {@code http.timeout}
     * @param message without personal data and secrets
     * @param mayHaveArrived false only if the peer surely did not get the request
     */
    public TransportException(String code, String message, boolean mayHaveArrived, @Nullable Throwable cause) {
        super(code, message, cause);
        this.mayHaveArrived = mayHaveArrived;
    }

    /** Whether the peer may have received and handled the request although no answer came back. */
    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    @Override
    public String publicText() {
        return "Ein beteiligtes System ist zurzeit nicht erreichbar. Bitte versuchen Sie es später noch einmal.";
    }
}
