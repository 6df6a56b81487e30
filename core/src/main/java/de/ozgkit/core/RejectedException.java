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
    private static final String PUBLIC_TEXT =
            "Diese Nachricht konnte nicht angenommen werden. Bitte beginnen Sie den Vorgang noch einmal.";

    private final String publicText;

    /**
     * What is wrong with the message.
     *
     * @param code stable, such as {@code xml.doctype}
     * @param message without a word of what was refused
     */
    public RejectedException(String code, String message) {
        this(code, message, (Throwable) null);
    }

    /** Like {@link #RejectedException(String, String)}, with a cause whose text may be logged too. */
    public RejectedException(String code, String message, @Nullable Throwable cause) {
        this(code, message, PUBLIC_TEXT, cause);
    }

    private RejectedException(String code, String message, String publicText, @Nullable Throwable cause) {
        super(code, message, cause);
        this.publicText = publicText;
    }

    /** With a sentence of its own for the citizen: what is wrong and what to do, such as "Die Datei ist größer als 10 MB." */
    public static RejectedException telling(String publicText, String code, String message) {
        return new RejectedException(code, message, publicText, null);
    }

    @Override
    public boolean retryable() {
        return false;
    }

    @Override
    public String publicText() {
        return publicText;
    }
}
