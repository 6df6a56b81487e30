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

    public PeerException(String code, String message, boolean retryable) {
        this(code, message, retryable, null);
    }

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
