// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import de.ozgkit.core.http.HttpCall;
import java.util.Arrays;

/** How calls prove who we are. */
public interface Access {

    /** What makes a call ours. */
    interface Pass {

        HttpCall on(HttpCall call);
    }

    /** By the connection itself: mutual TLS. */
    static Access byConnection() {
        return left -> call -> call;
    }

    /** By user and password. */
    static Access basic(String user, char[] password) {
        char[] own = Arrays.copyOf(password, password.length);
        return left -> call -> call.basic(user, own);
    }

    /**
     * A pass, old or new.
     *
     * @param left time for getting one
     * @throws de.ozgkit.core.OzgException if there is none to be had
     */
    Pass pass(TimeLeft left);

    /** Forgets a pass that was refused; false if there cannot be another one. */
    default boolean renew(Pass refused) {
        return false;
    }
}
