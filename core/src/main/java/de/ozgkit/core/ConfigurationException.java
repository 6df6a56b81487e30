// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import org.jspecify.annotations.Nullable;

/**
 * We are set up wrongly: a key has expired, a file is missing, a value is out of range. Only an administrator can mend it.
 *
 * @since 0.1
 */
public final class ConfigurationException extends OzgException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong and what to do about it.
     *
     * @param code stable, such as {@code key.expired}
     * @param message without personal data and secrets
     */
    public ConfigurationException(String code, String message) {
        this(code, message, null);
    }

    /** Like {@link #ConfigurationException(String, String)}, with a cause whose text may be logged too. */
    public ConfigurationException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    public boolean retryable() {
        return false;
    }

    @Override
    public String publicText() {
        return "Dieser Dienst ist zurzeit nicht richtig eingerichtet. Bitte wenden Sie sich an Ihre Stadtverwaltung.";
    }
}
