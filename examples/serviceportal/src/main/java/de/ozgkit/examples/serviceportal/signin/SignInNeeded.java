// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.signin;

import de.ozgkit.core.TrustLevel;

/** Thrown where a page needs a person who is not there (any more); the log-in page is shown instead. */
public final class SignInNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TrustLevel level;
    private final String returnTo;

    SignInNeeded(TrustLevel level, String returnTo) {
        super(null, null, false, false);
        this.level = level;
        this.returnTo = returnTo;
    }

    TrustLevel level() {
        return level;
    }

    String returnTo() {
        return returnTo;
    }
}
