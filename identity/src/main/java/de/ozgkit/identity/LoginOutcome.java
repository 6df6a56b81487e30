// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.TrustLevel;
import java.time.Instant;
import java.util.function.Function;

/**
 * How a log-in ended, told by the account itself and proven to come from it. What cannot be proven never becomes an outcome but a
 * {@link de.ozgkit.core.RejectedException}.
 *
 * @since 0.1
 */
public sealed interface LoginOutcome {

    /** Where the citizen goes on: the path given when the log-in began. */
    String returnTo();

    /** One of three answers, by what happened. */
    <T> T fold(
            Function<? super Authenticated, ? extends T> authenticated,
            Function<? super Cancelled, ? extends T> cancelled,
            Function<? super Refused, ? extends T> refused);

    /**
     * The citizen is logged in. Begin a new session now (never go on with the one from before).
     *
     * @param person who it is
     * @param level how surely that is known: of what the account states, the lowest
     * @param returnTo where to go on
     * @param authenticatedAt when the citizen proved it
     * @param sessionEnd when the portal's session must end at the latest. Source: BSI TR-03160-1: 12 h below substantial, 2 h, 30 min at high
     * @param assertionId id of the assertion, for the audit log
     * @since 0.1
     */
    record Authenticated(
            Person person,
            TrustLevel level,
            String returnTo,
            Instant authenticatedAt,
            Instant sessionEnd,
            String assertionId)
            implements LoginOutcome {
        @Override
        public <T> T fold(
                Function<? super Authenticated, ? extends T> authenticated,
                Function<? super Cancelled, ? extends T> cancelled,
                Function<? super Refused, ? extends T> refused) {
            return authenticated.apply(this);
        }
    }

    /**
     * The citizen pressed cancel at the account.
     *
     * @param returnTo where to go on
     * @since 0.1
     */
    record Cancelled(String returnTo) implements LoginOutcome {
        @Override
        public <T> T fold(
                Function<? super Authenticated, ? extends T> authenticated,
                Function<? super Cancelled, ? extends T> cancelled,
                Function<? super Refused, ? extends T> refused) {
            return cancelled.apply(this);
        }
    }

    /**
     * The account said no, or what it said is not enough for this service.
     *
     * @param reason {@link LoginFailure#LEVEL_TOO_LOW}, {@link LoginFailure#ATTRIBUTE_MISSING}, {@link LoginFailure#STATUS_DENIED} or
     *     {@link LoginFailure#STATUS_OTHER}
     * @param returnTo where to go on
     * @since 0.1
     */
    record Refused(LoginFailure reason, String returnTo) implements LoginOutcome {

        /** One German sentence that may be shown to the citizen. */
        public String publicText() {
            return switch (reason) {
                case LEVEL_TOO_LOW -> "Für diesen Dienst reicht die gewählte Art der Anmeldung nicht aus. Bitte melden Sie sich"
                        + " mit einem stärkeren Nachweis an, zum Beispiel mit dem Online-Ausweis.";
                case ATTRIBUTE_MISSING -> "In Ihrem Nutzerkonto fehlen Angaben, die dieser Dienst braucht. Bitte ergänzen Sie sie"
                        + " dort und melden Sie sich noch einmal an.";
                default -> "Ihr Nutzerkonto hat die Anmeldung abgelehnt. Bitte versuchen Sie es später noch einmal.";
            };
        }

        @Override
        public <T> T fold(
                Function<? super Authenticated, ? extends T> authenticated,
                Function<? super Cancelled, ? extends T> cancelled,
                Function<? super Refused, ? extends T> refused) {
            return refused.apply(this);
        }
    }
}
