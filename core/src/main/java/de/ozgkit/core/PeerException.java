// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import org.jspecify.annotations.Nullable;

/**
 * The peer answered, but with an error or with something that its interface does not allow.
 *
 * @since 0.1
 */
public final class PeerException extends OzgException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * What the peer did wrong.
     *
     * @param code stable, such as {@code http.too_large}
     * @param message without personal data and secrets
     * @param retryable whether the peer may do better later
     */
    public PeerException(String code, String message, boolean retryable) {
        this(code, message, retryable, null);
    }

    /** Like {@link #PeerException(String, String, boolean)}, with a cause whose text may be logged too. */
    public PeerException(String code, String message, boolean retryable, @Nullable Throwable cause) {
        super(code, message, cause);
        this.retryable = retryable;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }

    @Override
    public String publicText() {
        return "Ein beteiligtes System antwortet zurzeit nicht richtig. Bitte versuchen Sie es später noch einmal.";
    }
}
