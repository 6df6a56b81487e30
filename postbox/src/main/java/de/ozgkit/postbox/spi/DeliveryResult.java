// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What came of one try to deliver. Codes are logged: stable names such as {@code postbox.folder.io}, nothing personal.
 *
 * @since 0.1
 */
public sealed interface DeliveryResult {

    /**
     * The transport has it; whether it reached the office is not known yet.
     *
     * @param remoteId what the peer calls it
     */
    record HandedOver(String remoteId) implements DeliveryResult {}

    /**
     * The office's system has said that it has it.
     *
     * @param evidence what it said, such as a signed receipt; is stored
     */
    record Delivered(String evidence) implements DeliveryResult {

        @Override
        public String toString() {
            return "Delivered[]";
        }
    }

    /**
     * It did not work, but may later.
     *
     * @param after not before this time has passed, if the peer said so
     * @param code why
     */
    record TryAgain(Optional<Duration> after, String code) implements DeliveryResult {

        public TryAgain {
            requireCode(code);
        }

        /** Whenever. */
        public static TryAgain because(String code) {
            return new TryAgain(Optional.empty(), code);
        }
    }

    /**
     * It will never work as it is.
     *
     * @param code why
     * @param reason what the peer said, for the operator; is stored but not logged
     */
    record Rejected(String code, String reason) implements DeliveryResult {

        public Rejected {
            requireCode(code);
        }

        @Override
        public String toString() {
            return "Rejected[" + code + "]";
        }
    }

    /** Asks for an answer to each case. */
    default <T> T fold(
            Function<HandedOver, T> handedOver,
            Function<Delivered, T> delivered,
            Function<TryAgain, T> tryAgain,
            Function<Rejected, T> rejected) {
        if (this instanceof HandedOver result) {
            return handedOver.apply(result);
        } else if (this instanceof Delivered result) {
            return delivered.apply(result);
        } else if (this instanceof TryAgain result) {
            return tryAgain.apply(result);
        }
        return rejected.apply((Rejected) this);
    }

    private static void requireCode(String code) {
        if (!Pattern.matches("[a-z0-9._-]{1,80}", code)) {
            throw new IllegalArgumentException(
                    "A code has 1 to 80 lower case letters, digits, points, hyphens and underscores");
        }
    }
}
