// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.AUDIENCE;
import static de.ozgkit.identity.LoginFailure.EXPIRED;
import static de.ozgkit.identity.LoginFailure.IN_RESPONSE_TO;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;
import static de.ozgkit.identity.LoginFailure.NOT_YET_VALID;
import static de.ozgkit.identity.LoginFailure.RECIPIENT;

import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.PendingLogin;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;

/** Whether a proven assertion is meant for us, for this request and for now. Source: SAML 2.0 profiles 4.1.4.3. */
final class AssertionCheck {

    /** Source: SAML 2.0 core 8.3. */
    private static final Set<String> NAME_FORMATS = Set.of(
            NameIDType.UNSPECIFIED,
            NameIDType.EMAIL,
            NameIDType.X509_SUBJECT,
            NameIDType.WIN_DOMAIN_QUALIFIED,
            NameIDType.KERBEROS,
            NameIDType.ENTITY,
            NameIDType.PERSISTENT,
            NameIDType.TRANSIENT);

    private final Registration registration;
    private final @Nullable String inResponseTo;
    private final PendingLogin login;
    private final Instant now;

    /** @param inResponseTo the request that the response around it answers, which was found right */
    AssertionCheck(Registration registration, @Nullable String inResponseTo, PendingLogin login, Instant now) {
        this.registration = registration;
        this.inResponseTo = inResponseTo;
        this.login = login;
        this.now = now;
    }

    /** The time from which on the assertion would be refused as too old. */
    Instant check(Assertion assertion) {
        Reject.unless(assertion.getVersion() == SAMLVersion.VERSION_20, MALFORMED_XML, "the version" + ofAssertion());
        Instant expires =
                checkSubject(assertion.getSubject().getSubjectConfirmations().get(0));
        checkConditions(assertion.getConditions());
        checkStatement(assertion.getAuthnStatements().get(0));
        return expires.plus(registration.skew());
    }

    /** BundID's name is no key of ours; an account that does not say what it means by it is broken all the same. */
    void checkName(NameID name) {
        String format = name.getFormat();
        String value = name.getValue();
        Reject.unless(
                value != null
                        && !value.isBlank()
                        && (!registration.profile().akdbExtension()
                                || (format != null && NAME_FORMATS.contains(format))),
                MALFORMED_XML,
                "the name" + ofAssertion() + " is empty or of a format that SAML does not know");
        String meant = name.getSPNameQualifier();
        Reject.unless(
                meant == null || meant.equals(registration.entityId()),
                AUDIENCE,
                "the name" + ofAssertion() + " was made for another service");
    }

    private Instant checkSubject(SubjectConfirmation confirmation) {
        Reject.unless(
                Names.BEARER.equals(confirmation.getMethod()), MALFORMED_XML, "the confirmation method is not bearer");
        SubjectConfirmationData data = confirmation.getSubjectConfirmationData();
        Reject.unless(
                registration.acs().toString().equals(data.getRecipient()),
                RECIPIENT,
                "Recipient" + ofAssertion() + " is not the address that was registered");
        Reject.unless(
                Objects.equals(inResponseTo, data.getInResponseTo()),
                IN_RESPONSE_TO,
                "InResponseTo" + ofAssertion() + " is another request");
        Instant end = data.getNotOnOrAfter();
        if (end == null) {
            throw Reject.as(EXPIRED, "the confirmation has no NotOnOrAfter");
        }
        notAfter(end, "the confirmation");
        return end;
    }

    private void checkConditions(Conditions conditions) {
        notBefore(conditions.getNotBefore(), NOT_YET_VALID, "the conditions");
        notAfter(conditions.getNotOnOrAfter(), "the conditions");
        Reject.unless(
                !conditions.getAudienceRestrictions().isEmpty()
                        && conditions.getAudienceRestrictions().stream().allMatch(this::meansUs),
                AUDIENCE,
                "the assertion for " + login.requestId() + " is meant for another service");
    }

    private boolean meansUs(AudienceRestriction restriction) {
        return restriction.getAudiences().stream()
                .anyMatch(audience -> registration.entityId().equals(audience.getURI()));
    }

    private void checkStatement(AuthnStatement statement) {
        Instant authenticated = statement.getAuthnInstant();
        notBefore(authenticated, NOT_YET_VALID, "the authentication");
        // The request forbids an older session to be used.
        Reject.unless(
                !authenticated.isBefore(login.begunAt().minus(registration.skew())),
                EXPIRED,
                "the authentication" + ofAssertion() + " lies before the request");
        notAfter(statement.getSessionNotOnOrAfter(), "the account's session");
    }

    private void notBefore(@Nullable Instant start, LoginFailure failure, String what) {
        Reject.unless(
                start == null || !now.plus(registration.skew()).isBefore(start),
                failure,
                what + ofAssertion() + " begins in the future; check the clocks");
    }

    private void notAfter(@Nullable Instant end, String what) {
        Reject.unless(
                end == null || now.minus(registration.skew()).isBefore(end),
                EXPIRED,
                what + ofAssertion() + " has expired");
    }

    private String ofAssertion() {
        return " of the assertion for " + login.requestId();
    }
}
