// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.TrustLevel;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a log-in ended, told by the account itself and proven to come from it. What cannot be proven never becomes an outcome but a
 * {@link de.ozgkit.core.RejectedException}. Immutable. Source: SAML 2.0 core 3.2.2 and 3.3.3.
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
     * @param identity who it is
     * @param level how surely that is known: of what the account states, the lowest
     * @param returnTo where to go on
     * @param authenticatedAt when the citizen proved it
     * @param session when the portal's session must end
     * @param logout what a log-out at the account needs; keep it in the session
     * @param assertionId id of the assertion, for the audit log
     * @since 0.1
     */
    record Authenticated(
            Identity identity,
            TrustLevel level,
            String returnTo,
            Instant authenticatedAt,
            SessionLimit session,
            LogoutHandle logout,
            String assertionId)
            implements LoginOutcome {

        /** Whether this is a guest, who has no account and cannot be recognised the next time. */
        public boolean temporary() {
            return identity.key().isEmpty();
        }

        /** How it was proved; empty if the account does not say, or in a word that is not known here. */
        public Optional<LoginMethod> provedBy() {
            return identity.fold(
                    person -> person.get(PersonAttribute.PROVED_BY).flatMap(LoginMethod::of),
                    organisation -> Optional.empty());
        }

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
     * @param reason {@link LoginFailure#LEVEL_TOO_LOW}, {@link LoginFailure#ATTRIBUTE_MISSING}, {@link LoginFailure#STATUS_DENIED},
     *     {@link LoginFailure#STATUS_OTHER}, {@link LoginFailure#TEST_ACCOUNT} or {@link LoginFailure#OTHER_PERSON}
     * @param returnTo where to go on
     * @since 0.1
     */
    record Refused(LoginFailure reason, String returnTo) implements LoginOutcome {

        /** One German sentence that may be shown to the citizen. */
        public String publicText() {
            return switch (reason) {
                case LEVEL_TOO_LOW -> "Für diesen Dienst reicht die gewählte Art der Anmeldung nicht aus. Bitte melden"
                        + " Sie sich mit einem stärkeren Nachweis an, zum Beispiel mit dem Online-Ausweis.";
                case ATTRIBUTE_MISSING -> "In Ihrem Nutzerkonto fehlen Angaben, die dieser Dienst braucht. Bitte"
                        + " ergänzen Sie sie dort und melden Sie sich noch einmal an.";
                case TEST_ACCOUNT -> "Mit einem Testkonto ist die Anmeldung hier nicht möglich.";
                case OTHER_PERSON -> "Sie haben sich mit einem anderen Nutzerkonto angemeldet als zuvor. Bitte melden"
                        + " Sie sich mit demselben Konto an.";
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
