// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginFailure;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which {@link MockNutzerkonto} can break a response, each with the verdict that a careful service provider must come to: the
 * forgeries of the literature, mistakes in the protocol, and what an account says when a log-in ends otherwise.
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
    /** The same with the account's certificate in the message. */
    STRANGER_SHOWS_RIGHT_CERTIFICATE(LoginFailure.SIGNATURE_INVALID),
    RESPONSE_TAMPERED(LoginFailure.SIGNATURE_INVALID),
    ASSERTION_TAMPERED(LoginFailure.SIGNATURE_INVALID),
    EMPTY_SIGNATURE_VALUE(LoginFailure.SIGNATURE_INVALID),
    SIGNATURE_VALUE_NOT_BASE64(LoginFailure.SIGNATURE_INVALID),
    EMPTY_DIGEST(LoginFailure.SIGNATURE_INVALID),
    /** Changed, with the digest that fits the change in a comment before the right one. */
    FORGED_DIGEST_IN_COMMENT(LoginFailure.SIGNATURE_INVALID),
    /** The signature's reference is empty: the whole document. */
    REFERENCE_TO_DOCUMENT(LoginFailure.SIGNATURE_INVALID),
    REFERENCE_TO_OTHER_ELEMENT(LoginFailure.SIGNATURE_INVALID),
    REFERENCE_BY_XPOINTER(LoginFailure.SIGNATURE_INVALID),
    /** Makes the reader fetch what was signed from the network. */
    REFERENCE_TO_NETWORK(LoginFailure.SIGNATURE_INVALID),
    ECDSA_BY_RSA_KEY(LoginFailure.SIGNATURE_INVALID),
    SHA1_SIGNATURE(LoginFailure.ALGORITHM_FORBIDDEN),
    SHA1_SIGNATURE_INSIDE(LoginFailure.ALGORITHM_FORBIDDEN),
    SHA1_DIGEST(LoginFailure.ALGORITHM_FORBIDDEN),
    /** A HMAC with the public key as the secret. */
    HMAC_SIGNATURE(LoginFailure.ALGORITHM_FORBIDDEN),
    CANONICALISATION_WITH_COMMENTS(LoginFailure.ALGORITHM_FORBIDDEN),
    INCLUSIVE_CANONICALISATION(LoginFailure.ALGORITHM_FORBIDDEN),
    XSLT_TRANSFORM(LoginFailure.ALGORITHM_FORBIDDEN),
    BASE64_TRANSFORM(LoginFailure.ALGORITHM_FORBIDDEN),
    XPATH_TRANSFORM(LoginFailure.MALFORMED_XML),
    TWO_REFERENCES(LoginFailure.MALFORMED_XML),
    TWO_SIGNED_INFOS(LoginFailure.MALFORMED_XML),
    TWO_DIGEST_VALUES(LoginFailure.MALFORMED_XML),
    PROCESSING_INSTRUCTION_IN_DIGEST(LoginFailure.MALFORMED_XML),
    /** A comment changes nothing of what was signed: must be accepted. */
    COMMENT_IN_DIGEST(null),
    TWO_SIGNATURES(LoginFailure.MALFORMED_XML),
    SIGNATURE_AT_END(LoginFailure.MALFORMED_XML),
    SIGNATURE_IN_EXTENSIONS(LoginFailure.MALFORMED_XML),
    SIGNATURE_IN_ADVICE(LoginFailure.MALFORMED_XML),
    OBJECT_IN_SIGNATURE(LoginFailure.MALFORMED_XML),
    RETRIEVAL_METHOD_IN_SIGNATURE(LoginFailure.MALFORMED_XML),
    KEY_INFO_REFERENCE(LoginFailure.MALFORMED_XML),
    LONG_PREFIX_LIST(LoginFailure.MALFORMED_XML),

    NOT_ENCRYPTED(LoginFailure.NOT_ENCRYPTED),
    RSA_1_5(LoginFailure.ALGORITHM_FORBIDDEN),
    CBC(LoginFailure.ALGORITHM_FORBIDDEN),
    TRIPLE_DES(LoginFailure.ALGORITHM_FORBIDDEN),
    ENCRYPTED_FOR_STRANGER(LoginFailure.DECRYPTION_FAILED),
    CIPHER_TAMPERED(LoginFailure.DECRYPTION_FAILED),
    /** The authentication tag lacks its last bytes. */
    CIPHER_CUT(LoginFailure.DECRYPTION_FAILED),
    CIPHER_EMPTY(LoginFailure.DECRYPTION_FAILED),
    WITHOUT_ENCRYPTED_KEY(LoginFailure.DECRYPTION_FAILED),
    TWO_ENCRYPTED_KEYS(LoginFailure.DECRYPTION_FAILED),
    /** Makes the reader fetch the cipher text from the network. */
    CIPHER_REFERENCE(LoginFailure.MALFORMED_XML),
    CIPHER_REFERENCE_IN_KEY(LoginFailure.MALFORMED_XML),
    RETRIEVAL_METHOD(LoginFailure.MALFORMED_XML),
    ENCRYPTED_NOTHING(LoginFailure.MALFORMED_XML),
    /** What was encrypted is an encrypted assertion. */
    ENCRYPTED_TWICE(LoginFailure.MALFORMED_XML),
    ENCRYPTED_TWO_ASSERTIONS(LoginFailure.MALFORMED_XML),
    /** The assertion relies on namespaces that are declared around the encryption. */
    NAMESPACES_OUTSIDE(LoginFailure.MALFORMED_XML),

    WRONG_DESTINATION(LoginFailure.DESTINATION),
    WITHOUT_DESTINATION(LoginFailure.DESTINATION),
    DESTINATION_WITH_MORE(LoginFailure.DESTINATION),
    INVISIBLE_IN_DESTINATION(LoginFailure.DESTINATION),
    WRONG_ISSUER(LoginFailure.UNKNOWN_ISSUER),
    INVISIBLE_IN_ISSUER(LoginFailure.UNKNOWN_ISSUER),
    WRONG_ISSUER_FORMAT(LoginFailure.UNKNOWN_ISSUER),
    WRONG_ASSERTION_ISSUER(LoginFailure.UNKNOWN_ISSUER),
    WRONG_IN_RESPONSE_TO(LoginFailure.IN_RESPONSE_TO),
    WITHOUT_IN_RESPONSE_TO(LoginFailure.UNSOLICITED),
    WRONG_SUBJECT_IN_RESPONSE_TO(LoginFailure.IN_RESPONSE_TO),
    WITHOUT_SUBJECT_IN_RESPONSE_TO(LoginFailure.IN_RESPONSE_TO),
    WRONG_RECIPIENT(LoginFailure.RECIPIENT),
    WITHOUT_RECIPIENT(LoginFailure.RECIPIENT),
    WRONG_AUDIENCE(LoginFailure.AUDIENCE),
    AUDIENCE_WITH_MORE(LoginFailure.AUDIENCE),
    INVISIBLE_IN_AUDIENCE(LoginFailure.AUDIENCE),
    /** One restriction names the service, a second one another. */
    SECOND_AUDIENCE_RESTRICTION(LoginFailure.AUDIENCE),
    WITHOUT_AUDIENCE(LoginFailure.AUDIENCE),
    /** The audience is right, but the name of the person was made for another service. */
    NAME_FOR_ANOTHER_SERVICE(LoginFailure.AUDIENCE),
    HOLDER_OF_KEY(LoginFailure.MALFORMED_XML),
    SENDER_VOUCHES(LoginFailure.MALFORMED_XML),
    TWO_CONFIRMATIONS(LoginFailure.MALFORMED_XML),

    EXPIRED(LoginFailure.EXPIRED),
    EXPIRED_CONDITIONS(LoginFailure.EXPIRED),
    WITHOUT_END(LoginFailure.EXPIRED),
    EXPIRED_SESSION(LoginFailure.EXPIRED),
    OLD_AUTHENTICATION(LoginFailure.EXPIRED),
    ISSUED_BEFORE_REQUEST(LoginFailure.EXPIRED),
    ASSERTION_ISSUED_BEFORE_REQUEST(LoginFailure.EXPIRED),
    NOT_YET_VALID(LoginFailure.NOT_YET_VALID),
    ISSUED_IN_FUTURE(LoginFailure.NOT_YET_VALID),
    ASSERTION_ISSUED_IN_FUTURE(LoginFailure.NOT_YET_VALID),
    AUTHENTICATED_IN_FUTURE(LoginFailure.NOT_YET_VALID),
    WITHOUT_CONDITIONS_START(LoginFailure.MALFORMED_XML),
    WITHOUT_CONDITIONS_END(LoginFailure.MALFORMED_XML),
    NOT_BEFORE_IN_CONFIRMATION(LoginFailure.MALFORMED_XML),
    WITHOUT_ISSUE_INSTANT(LoginFailure.MALFORMED_XML),
    EMPTY_ISSUE_INSTANT(LoginFailure.MALFORMED_XML),
    EMPTY_ASSERTION_ISSUE_INSTANT(LoginFailure.MALFORMED_XML),
    BROKEN_DATE(LoginFailure.MALFORMED_XML),

    SAML_VERSION_1(LoginFailure.MALFORMED_XML),
    RESPONSE_VERSION_1(LoginFailure.MALFORMED_XML),
    UNKNOWN_CONDITION(LoginFailure.MALFORMED_XML),
    WITHOUT_ASSERTION(LoginFailure.MALFORMED_XML),
    WITHOUT_SUBJECT(LoginFailure.MALFORMED_XML),
    WITHOUT_NAME_ID(LoginFailure.MALFORMED_XML),
    EMPTY_NAME_ID(LoginFailure.MALFORMED_XML),
    UNKNOWN_NAME_ID_FORMAT(LoginFailure.MALFORMED_XML),
    WITHOUT_CONDITIONS(LoginFailure.MALFORMED_XML),
    WITHOUT_STATEMENT(LoginFailure.MALFORMED_XML),
    TWO_STATEMENTS(LoginFailure.MALFORMED_XML),
    /** Always the same assertion id: only the first log-in may succeed. */
    REUSED_ASSERTION_ID(LoginFailure.REPLAY),
    TWO_ASSERTIONS(LoginFailure.MULTIPLE_ASSERTIONS),
    DUPLICATE_ATTRIBUTE(LoginFailure.DUPLICATE_ATTRIBUTE),
    TWO_VALUES(LoginFailure.DUPLICATE_ATTRIBUTE),
    ELEMENT_IN_VALUE(LoginFailure.MALFORMED_XML),
    CONTROL_CHARACTER_IN_VALUE(LoginFailure.MALFORMED_XML),
    /** A character that turns the direction of the text after it. */
    DIRECTION_OVERRIDE_IN_VALUE(LoginFailure.MALFORMED_XML),
    HUGE_VALUE(LoginFailure.MALFORMED_XML),
    /** The key has another name and only its friendly name is right. */
    KEY_BY_FRIENDLY_NAME(LoginFailure.ATTRIBUTE_MISSING),
    BLANK_IN_NAME_OF_KEY(LoginFailure.ATTRIBUTE_MISSING),
    UNKNOWN_LEVEL(LoginFailure.LEVEL_TOO_LOW),
    LEVEL_IN_OTHER_CASE(LoginFailure.LEVEL_TOO_LOW),
    /** The attribute promises more than the context. */
    LEVEL_CONTRADICTORY(LoginFailure.LEVEL_TOO_LOW),

    STATUS_CANCELLED(LoginFailure.STATUS_CANCELLED),
    STATUS_RESPONDER(LoginFailure.STATUS_OTHER),
    STATUS_UNKNOWN(LoginFailure.STATUS_OTHER),
    /** Success at the second level, without an assertion. */
    SUCCESS_NESTED(LoginFailure.STATUS_OTHER),
    SUCCESS_NESTED_WITH_ASSERTION(LoginFailure.MALFORMED_XML),
    ERROR_WITH_ASSERTION(LoginFailure.MALFORMED_XML),
    STATUS_WITHOUT_CODE(LoginFailure.MALFORMED_XML),
    /** Detail in JSON, as it should be. */
    STATUS_DETAIL(LoginFailure.ATTRIBUTE_MISSING),
    STATUS_DETAIL_UNKNOWN(LoginFailure.STATUS_DENIED),
    STATUS_DETAIL_BROKEN(LoginFailure.STATUS_DENIED),
    STATUS_DETAIL_HUGE(LoginFailure.STATUS_DENIED),
    STATUS_DETAIL_DEEP(LoginFailure.STATUS_DENIED),

    DUPLICATE_ID(LoginFailure.MALFORMED_XML),
    DUPLICATE_ID_INSIDE(LoginFailure.MALFORMED_XML),
    /** A second id in the namespace of the protocol. */
    NAMESPACED_ID(LoginFailure.MALFORMED_XML),
    SECOND_ID(LoginFailure.MALFORMED_XML),
    XML_ID(LoginFailure.MALFORMED_XML),
    XML_BASE(LoginFailure.MALFORMED_XML),
    /** Canonicalisation yields nothing for it. */
    RELATIVE_NAMESPACE(LoginFailure.MALFORMED_XML),
    RELATIVE_NAMESPACE_OUTSIDE(LoginFailure.MALFORMED_XML),
    NESTED_RESPONSE(LoginFailure.MALFORMED_XML),
    EXTENSIONS(LoginFailure.MALFORMED_XML),
    ADVICE(LoginFailure.MALFORMED_XML),
    UNKNOWN_ELEMENT(LoginFailure.MALFORMED_XML),
    TEXT_BETWEEN_ELEMENTS(LoginFailure.MALFORMED_XML),
    TWO_ISSUERS(LoginFailure.MALFORMED_XML),
    WITHOUT_STATUS(LoginFailure.MALFORMED_XML),
    XINCLUDE(LoginFailure.MALFORMED_XML),

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
    ENTITY(LoginFailure.DTD_FORBIDDEN),
    EXTERNAL_ENTITY(LoginFailure.DTD_FORBIDDEN),
    ENTITY_EXPANSION(LoginFailure.DTD_FORBIDDEN),
    PROCESSING_INSTRUCTION_IN_TEXT(LoginFailure.MALFORMED_XML),
    PROCESSING_INSTRUCTION_AROUND(LoginFailure.MALFORMED_XML),
    /** Nothing that a signature forbids: must be accepted, with the whole text around the comment. */
    COMMENT_IN_TEXT(null),
    /** Another way to write the same text: must be accepted. */
    CDATA_IN_TEXT(null),
    UTF_16(LoginFailure.MALFORMED_XML),
    LATIN_1(LoginFailure.MALFORMED_XML),
    NOT_BASE64(LoginFailure.MALFORMED_XML),
    URL_SAFE_BASE64(LoginFailure.MALFORMED_XML),
    DEFLATED(LoginFailure.MALFORMED_XML),
    NOT_XML(LoginFailure.MALFORMED_XML),
    TOO_DEEP(LoginFailure.MALFORMED_XML),
    TOO_LARGE(LoginFailure.NOT_A_RESPONSE),
    NOTHING(LoginFailure.NOT_A_RESPONSE),
    BARE_ASSERTION(LoginFailure.NOT_A_RESPONSE),
    ANOTHER_MESSAGE(LoginFailure.NOT_A_RESPONSE);

    private static final Set<ResponseDefect> OF_CITIZENS = EnumSet.of(
            UNSIGNED_ASSERTION,
            UNKNOWN_NAME_ID_FORMAT,
            KEY_BY_FRIENDLY_NAME,
            BLANK_IN_NAME_OF_KEY,
            UNKNOWN_LEVEL,
            LEVEL_IN_OTHER_CASE,
            LEVEL_CONTRADICTORY);

    private final @Nullable LoginFailure expected;

    ResponseDefect(@Nullable LoginFailure expected) {
        this.expected = expected;
    }

    /**
     * Whether the defect shows in one response of such an account. Mein Unternehmenskonto need not sign the assertion, and gives key and
     * level in another way than BundID.
     */
    public boolean affects(AccountProfile profile) {
        return this != REUSED_ASSERTION_ID && !(profile.business() && OF_CITIZENS.contains(this));
    }

    /** The failure that this response must end in; empty if it must be accepted. */
    public Optional<LoginFailure> expected() {
        return Optional.ofNullable(expected);
    }
}
