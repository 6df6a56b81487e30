// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.payment;

import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.ProviderState;
import de.ozgkit.payment.spi.RefundResult;

/** Results in a few words. */
final class Told {

    private Told() {}

    static String of(Initiation answer) {
        if (answer instanceof Initiation.Rejected rejected) {
            return "rejected " + rejected.code();
        }
        if (answer instanceof Initiation.Unknown unknown) {
            return "unknown " + unknown.code();
        }
        return answer instanceof Initiation.Redirect ? "page" : "transfer";
    }

    static String of(ProviderState answer) {
        if (answer instanceof ProviderState.Reported reported) {
            return reported.state().toString();
        }
        if (answer instanceof ProviderState.Unclear unclear) {
            return "unclear " + unclear.code();
        }
        return answer instanceof ProviderState.NoAnswer none ? "no answer " + none.code() : "not found";
    }

    static String of(CallbackResult result) {
        if (result instanceof CallbackResult.Refused refused) {
            return "refused " + refused.code();
        }
        if (result instanceof CallbackResult.Contradiction contradiction) {
            return "contradiction " + contradiction.code();
        }
        return ((CallbackResult.Hint) result).verified() ? "verified hint" : "unverified hint";
    }

    static String of(RefundResult result) {
        if (result instanceof RefundResult.Rejected rejected) {
            return "rejected " + rejected.code();
        }
        return result instanceof RefundResult.Unknown unknown ? "unknown " + unknown.code() : "done";
    }
}
