// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.identity.LoginFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which {@link MockNutzerkonto} can break a response, each with the verdict that a careful service provider must come to.
 * Where the defect lies inside, everything around it is signed and encrypted properly, so that it is really the defect that is refused.
 *
 * @since 0.1
 */
public enum ResponseDefect {
    UNSIGNED_RESPONSE(LoginFailure.SIGNATURE_MISSING),
    UNSIGNED_ASSERTION(LoginFailure.SIGNATURE_MISSING),
    /** Signed with a key that the metadata do not name, but whose certificate is in the message. */
    RESPONSE_SIGNED_BY_STRANGER(LoginFailure.SIGNATURE_INVALID),
    ASSERTION_SIGNED_BY_STRANGER(LoginFailure.SIGNATURE_INVALID),
    RESPONSE_TAMPERED(LoginFailure.SIGNATURE_INVALID),
    ASSERTION_TAMPERED(LoginFailure.SIGNATURE_INVALID),
    /** The signature's reference is empty: the whole document. */
    REFERENCE_TO_DOCUMENT(LoginFailure.SIGNATURE_INVALID),
    SHA1_SIGNATURE(LoginFailure.ALGORITHM_FORBIDDEN),
    SHA1_DIGEST(LoginFailure.ALGORITHM_FORBIDDEN),
    /** A HMAC with the public key as the secret. */
    HMAC_SIGNATURE(LoginFailure.ALGORITHM_FORBIDDEN),
    CANONICALISATION_WITH_COMMENTS(LoginFailure.ALGORITHM_FORBIDDEN),
    XSLT_TRANSFORM(LoginFailure.ALGORITHM_FORBIDDEN),

    NOT_ENCRYPTED(LoginFailure.NOT_ENCRYPTED),
    RSA_1_5(LoginFailure.ALGORITHM_FORBIDDEN),
    CBC(LoginFailure.ALGORITHM_FORBIDDEN),
    ENCRYPTED_FOR_STRANGER(LoginFailure.DECRYPTION_FAILED),
    CIPHER_TAMPERED(LoginFailure.DECRYPTION_FAILED),
    WITHOUT_ENCRYPTED_KEY(LoginFailure.DECRYPTION_FAILED),
    /** Makes the reader fetch the cipher text from the network. */
    CIPHER_REFERENCE(LoginFailure.MALFORMED_XML),
    RETRIEVAL_METHOD(LoginFailure.MALFORMED_XML),

    WRONG_DESTINATION(LoginFailure.DESTINATION),
    WITHOUT_DESTINATION(LoginFailure.DESTINATION),
    WRONG_ISSUER(LoginFailure.UNKNOWN_ISSUER),
    WRONG_ASSERTION_ISSUER(LoginFailure.UNKNOWN_ISSUER),
    WRONG_IN_RESPONSE_TO(LoginFailure.IN_RESPONSE_TO),
    WITHOUT_IN_RESPONSE_TO(LoginFailure.UNSOLICITED),
    WRONG_SUBJECT_IN_RESPONSE_TO(LoginFailure.IN_RESPONSE_TO),
    WRONG_RECIPIENT(LoginFailure.RECIPIENT),
    WRONG_AUDIENCE(LoginFailure.AUDIENCE),
    /** One restriction names the service, a second one another. */
    SECOND_AUDIENCE_RESTRICTION(LoginFailure.AUDIENCE),
    WITHOUT_AUDIENCE(LoginFailure.AUDIENCE),
    EXPIRED(LoginFailure.EXPIRED),
    EXPIRED_CONDITIONS(LoginFailure.EXPIRED),
    WITHOUT_END(LoginFailure.EXPIRED),
    EXPIRED_SESSION(LoginFailure.EXPIRED),
    OLD_AUTHENTICATION(LoginFailure.EXPIRED),
    ISSUED_BEFORE_REQUEST(LoginFailure.EXPIRED),
    NOT_YET_VALID(LoginFailure.NOT_YET_VALID),
    ISSUED_IN_FUTURE(LoginFailure.NOT_YET_VALID),
    HOLDER_OF_KEY(LoginFailure.MALFORMED_XML),
    SAML_VERSION_1(LoginFailure.MALFORMED_XML),
    UNKNOWN_CONDITION(LoginFailure.MALFORMED_XML),
    ERROR_WITH_ASSERTION(LoginFailure.MALFORMED_XML),
    /** Always the same assertion id: only the first log-in may succeed. */
    REUSED_ASSERTION_ID(LoginFailure.REPLAY),

    TWO_ASSERTIONS(LoginFailure.MULTIPLE_ASSERTIONS),
    DUPLICATE_ATTRIBUTE(LoginFailure.DUPLICATE_ATTRIBUTE),
    TWO_VALUES(LoginFailure.DUPLICATE_ATTRIBUTE),
    ELEMENT_IN_VALUE(LoginFailure.MALFORMED_XML),
    CONTROL_CHARACTER_IN_VALUE(LoginFailure.MALFORMED_XML),
    DUPLICATE_ID(LoginFailure.MALFORMED_XML),
    /** A second id in the namespace of the protocol. */
    NAMESPACED_ID(LoginFailure.MALFORMED_XML),
    RELATIVE_NAMESPACE(LoginFailure.MALFORMED_XML),
    BROKEN_DATE(LoginFailure.MALFORMED_XML),

    /** Copies of the response around the signed one (signature wrapping 1 and 2). */
    XSW_1(LoginFailure.MALFORMED_XML),
    XSW_2(LoginFailure.MALFORMED_XML),
    /** An unsigned assertion before the signed one. */
    XSW_3(LoginFailure.MULTIPLE_ASSERTIONS),
    /** The signed assertion inside a forged one, at each place where it could stand. */
    XSW_4(LoginFailure.MALFORMED_XML),
    XSW_5(LoginFailure.MALFORMED_XML),
    XSW_6(LoginFailure.MALFORMED_XML),
    XSW_7(LoginFailure.MALFORMED_XML),
    XSW_8(LoginFailure.MALFORMED_XML),
    /** The signed assertion in the advice of a forged one that bears its signature. */
    XSW_9(LoginFailure.MALFORMED_XML),

    DOCTYPE(LoginFailure.DTD_FORBIDDEN),
    DOCTYPE_INSIDE(LoginFailure.DTD_FORBIDDEN),
    PROCESSING_INSTRUCTION_IN_TEXT(LoginFailure.MALFORMED_XML),
    /** Nothing that a signature forbids: must be accepted, with the whole text around the comment. */
    COMMENT_IN_TEXT(null),
    UTF_16(LoginFailure.MALFORMED_XML),
    NOT_BASE64(LoginFailure.MALFORMED_XML),
    NOT_XML(LoginFailure.MALFORMED_XML),
    TOO_DEEP(LoginFailure.MALFORMED_XML),
    TOO_LARGE(LoginFailure.NOT_A_RESPONSE),
    ANOTHER_MESSAGE(LoginFailure.NOT_A_RESPONSE);

    private final @Nullable LoginFailure expected;

    ResponseDefect(@Nullable LoginFailure expected) {
        this.expected = expected;
    }

    /** The failure that this response must end in; empty if it must be accepted. */
    public Optional<LoginFailure> expected() {
        return Optional.ofNullable(expected);
    }
}
