// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.LoginFailure;

/** Makes the exceptions of refused messages. Their texts never quote the message. */
final class Reject {

    private Reject() {}

    static RejectedException as(LoginFailure failure, String what) {
        return new RejectedException(failure.code(), what);
    }

    static void unless(boolean holds, LoginFailure failure, String what) {
        if (!holds) {
            throw as(failure, what);
        }
    }
}
