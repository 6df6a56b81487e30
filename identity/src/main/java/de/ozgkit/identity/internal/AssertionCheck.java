// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.AUDIENCE;
import static de.ozgkit.identity.LoginFailure.EXPIRED;
import static de.ozgkit.identity.LoginFailure.IN_RESPONSE_TO;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;
import static de.ozgkit.identity.LoginFailure.NOT_YET_VALID;
import static de.ozgkit.identity.LoginFailure.RECIPIENT;

import de.ozgkit.identity.PendingLogin;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Whether a proven assertion is meant for us, for this request and for now. Source: SAML 2.0 profiles 4.1.4.3. */
final class AssertionCheck {

    /** Source: SAML 2.0 core 8.3. */
    private static final Set<String> NAME_FORMATS = Set.of(
            "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
            "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
            "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName",
            "urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName",
            "urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos",
            Names.ENTITY,
            Names.PERSISTENT,
            Names.TRANSIENT);

    private final Registration registration;
    private final String inResponseTo;
    private final PendingLogin login;
    private final Instant now;

    /** @param inResponseTo the request that the response around it answers, which was found right */
    AssertionCheck(Registration registration, String inResponseTo, PendingLogin login, Instant now) {
        this.registration = registration;
        this.inResponseTo = inResponseTo;
        this.login = login;
        this.now = now;
    }

    /** The time from which on the assertion would be refused as too old. */
    Instant check(Element assertion) {
        Reject.unless("2.0".equals(assertion.getAttribute("Version")), MALFORMED_XML, "the version" + ofAssertion());
        Instant expires = checkSubject(Read.part(Read.part(assertion, "Subject"), "SubjectConfirmation"));
        checkConditions(Read.part(assertion, "Conditions"));
        checkStatement(Read.part(assertion, "AuthnStatement"));
        return expires.plus(registration.skew());
    }

    /** BundID's name is no key of ours; an account that does not say what it means by it is broken all the same. */
    void checkName(Element name) {
        Reject.unless(
                !Read.text(name).isBlank()
                        && (!registration.profile().akdbExtension()
                                || NAME_FORMATS.contains(name.getAttribute("Format"))),
                MALFORMED_XML,
                "the name" + ofAssertion() + " is empty or of a format that SAML does not know");
        Reject.unless(
                Read.attribute(name, "SPNameQualifier")
                        .map(registration.entityId()::equals)
                        .orElse(true),
                AUDIENCE,
                "the name" + ofAssertion() + " was made for another service");
    }

    private Instant checkSubject(Element confirmation) {
        Reject.unless(
                Names.BEARER.equals(confirmation.getAttribute("Method")),
                MALFORMED_XML,
                "the confirmation method is not bearer");
        Element data = Read.part(confirmation, "SubjectConfirmationData");
        Reject.unless(
                Read.attribute(data, "Recipient")
                        .filter(registration.acs().toString()::equals)
                        .isPresent(),
                RECIPIENT,
                "Recipient" + ofAssertion() + " is not the address that was registered");
        Reject.unless(
                inResponseTo.equals(data.getAttribute("InResponseTo")),
                IN_RESPONSE_TO,
                "InResponseTo" + ofAssertion() + " is another request");
        Instant end = Read.instant(data, "NotOnOrAfter")
                .orElseThrow(() -> Reject.as(EXPIRED, "the confirmation has no NotOnOrAfter"));
        notAfter(end, "the confirmation");
        return end;
    }

    private void checkConditions(Element conditions) {
        notBefore(Read.requiredInstant(conditions, "NotBefore"), "the conditions");
        notAfter(Read.requiredInstant(conditions, "NotOnOrAfter"), "the conditions");
        List<Element> restrictions = SafeDom.children(conditions, Names.SAML, "AudienceRestriction");
        Reject.unless(
                !restrictions.isEmpty() && restrictions.stream().allMatch(this::meansUs),
                AUDIENCE,
                "the assertion for " + login.requestId() + " is meant for another service");
    }

    private boolean meansUs(Element restriction) {
        return SafeDom.children(restriction, Names.SAML, "Audience").stream()
                .anyMatch(audience -> registration.entityId().equals(Read.text(audience)));
    }

    private void checkStatement(Element statement) {
        Instant authenticated = Read.requiredInstant(statement, "AuthnInstant");
        notBefore(authenticated, "the authentication");
        // The request forbids an older session to be used.
        Reject.unless(
                !authenticated.isBefore(login.begunAt().minus(registration.skew())),
                EXPIRED,
                "the authentication" + ofAssertion() + " lies before the request");
        Read.instant(statement, "SessionNotOnOrAfter").ifPresent(end -> notAfter(end, "the account's session"));
    }

    private void notBefore(Instant start, String what) {
        Reject.unless(
                !now.plus(registration.skew()).isBefore(start),
                NOT_YET_VALID,
                what + ofAssertion() + " begins in the future; check the clocks");
    }

    private void notAfter(Instant end, String what) {
        Reject.unless(now.minus(registration.skew()).isBefore(end), EXPIRED, what + ofAssertion() + " has expired");
    }

    private String ofAssertion() {
        return " of the assertion for " + login.requestId();
    }
}
