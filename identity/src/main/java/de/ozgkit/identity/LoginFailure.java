// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.OzgException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a log-in did not succeed. A response that must not be believed ends in a {@link de.ozgkit.core.RejectedException} with the
 * {@link #code()} of its class; the account's own "no" ends in {@link LoginOutcome.Refused}, and {@link #STATUS_CANCELLED} in
 * {@link LoginOutcome.Cancelled}. What each means for operators stands in the guide, "Log in".
 *
 * @since 0.1
 */
public enum LoginFailure {
    /** Not readable as XML, or not built as the SAML schema and this library's stricter form ask. */
    MALFORMED_XML,
    /** The message has a DOCTYPE. */
    DTD_FORBIDDEN,
    /** There is no message, it is too large, or it is something else than a SAML response. */
    NOT_A_RESPONSE,
    /** Issued by somebody else than the account that was asked. */
    UNKNOWN_ISSUER,
    /** A signature that must be there is missing. */
    SIGNATURE_MISSING,
    /** A signature does not fit its message or the account's certificates. */
    SIGNATURE_INVALID,
    /** Signed or encrypted in a way that is not allowed any more. */
    ALGORITHM_FORBIDDEN,
    /** The personal data came in the open; the account must encrypt them. */
    NOT_ENCRYPTED,
    /** Cannot be decrypted; deliberately without any further cause. */
    DECRYPTION_FAILED,
    /** Sent to another address. */
    DESTINATION,
    /** Confirmed for another address. */
    RECIPIENT,
    /** Made for another service. */
    AUDIENCE,
    /** From the future. */
    NOT_YET_VALID,
    /** Too old. */
    EXPIRED,
    /** Nobody asked for it in this browser. */
    UNSOLICITED,
    /** The answer to another request. */
    IN_RESPONSE_TO,
    /** Used before. */
    REPLAY,
    /** The citizen pressed cancel. */
    STATUS_CANCELLED,
    /** The account denied the request. */
    STATUS_DENIED,
    /** The account reported an error. */
    STATUS_OTHER,
    /** The citizen is known less surely than the service asks. */
    LEVEL_TOO_LOW,
    /** Something that the service needs is not in the account. */
    ATTRIBUTE_MISSING,
    /** More than one assertion. */
    MULTIPLE_ASSERTIONS,
    /** The same attribute twice, or several values where one belongs. */
    DUPLICATE_ATTRIBUTE,
    /** A test account at a service in production. */
    TEST_ACCOUNT,
    /** Somebody else than the one who was to prove more. */
    OTHER_PERSON;

    /** The stable name of this class in codes and logs, such as {@code saml.signature_invalid}. */
    public String code() {
        return "saml." + name().toLowerCase(Locale.ROOT);
    }

    /** The class of an exception that {@link Nutzerkonto#complete} threw, if it is one of these. */
    public static Optional<LoginFailure> of(OzgException exception) {
        return Arrays.stream(values())
                .filter(failure -> failure.code().equals(exception.code()))
                .findFirst();
    }
}
