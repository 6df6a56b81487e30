// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.ATTRIBUTE_MISSING;
import static de.ozgkit.identity.LoginFailure.DESTINATION;
import static de.ozgkit.identity.LoginFailure.EXPIRED;
import static de.ozgkit.identity.LoginFailure.IN_RESPONSE_TO;
import static de.ozgkit.identity.LoginFailure.LEVEL_TOO_LOW;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;
import static de.ozgkit.identity.LoginFailure.NOT_ENCRYPTED;
import static de.ozgkit.identity.LoginFailure.NOT_YET_VALID;
import static de.ozgkit.identity.LoginFailure.REPLAY;
import static de.ozgkit.identity.LoginFailure.UNKNOWN_ISSUER;
import static de.ozgkit.identity.LoginFailure.UNSOLICITED;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.identity.Person;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/**
 * Judges one response, in a fixed order: form, request, envelope, one-time use, signature, status, decryption, assertion, level. Each step
 * works on the very elements that the signature covers. Source: SAML 2.0 profiles 4.1.4; OWASP SAML Security Cheat Sheet.
 */
public final class Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);
    private static final int MAX_HANDLE = 80;

    private final Registration registration;
    private final Signatures signatures;
    private final Decryption decryption;

    public Completion(Registration registration) {
        this.registration = registration;
        this.signatures = new Signatures(registration.idp().signingCertificates());
        this.decryption = new Decryption(registration.keys());
    }

    public LoginOutcome run(@Nullable String samlResponse, @Nullable String relayState, BrowserKey browser) {
        Instant now = registration.clock().instant();
        Response response = Inbound.response(samlResponse);
        PendingLogin login = pending(relayState, browser, now);
        checkEnvelope(response, login, now);
        // One attempt for each request: whoever tries out forged messages must begin anew every time.
        Reject.unless(registration.state().claim(login.handle(), now), REPLAY, used(login));
        if (registration.responseSigned() || response.getSignature() != null) {
            signatures.verify(response);
        }
        Optional<LoginOutcome> negative = Status.of(response, login);
        return negative.isPresent() ? negative.get() : judge(open(response), login, now);
    }

    private PendingLogin pending(@Nullable String relayState, BrowserKey browser, Instant now) {
        if (relayState == null || relayState.isEmpty() || relayState.length() > MAX_HANDLE) {
            throw Reject.as(UNSOLICITED, "the field RelayState is missing or none of ours");
        }
        PendingLogin login = registration
                .state()
                .find(relayState)
                .filter(found -> found.serviceProvider().equals(registration.entityId())
                        && found.identityProvider().equals(registration.idp().entityId()))
                .orElseThrow(() -> Reject.as(UNSOLICITED, "no log-in with this RelayState was begun here"));
        Reject.unless(login.browser().equals(browser.hash()), UNSOLICITED, "the log-in was begun in another browser");
        Reject.unless(login.usedAt().isEmpty(), REPLAY, used(login));
        Reject.unless(
                now.isBefore(login.begunAt().plus(registration.maxAge())),
                EXPIRED,
                "request " + login.requestId() + " was made too long ago");
        return login;
    }

    private void checkEnvelope(Response response, PendingLogin login, Instant now) {
        String of = " of the response to " + login.requestId();
        Reject.unless(response.getVersion() == SAMLVersion.VERSION_20, MALFORMED_XML, "the version" + of);
        checkIssuer(response.getIssuer(), of);
        Reject.unless(
                login.requestId().equals(response.getInResponseTo()),
                response.getInResponseTo() == null ? UNSOLICITED : IN_RESPONSE_TO,
                "InResponseTo is not " + login.requestId());
        Reject.unless(
                registration.acs().toString().equals(response.getDestination()),
                DESTINATION,
                "Destination" + of + " is not the address that was registered");
        checkIssueInstant(response.getIssueInstant(), login, now);
    }

    private void checkIssuer(@Nullable Issuer issuer, String of) {
        Reject.unless(
                issuer != null
                        && registration.idp().entityId().equals(issuer.getValue())
                        && (issuer.getFormat() == null || Names.ENTITY.equals(issuer.getFormat())),
                UNKNOWN_ISSUER,
                "Issuer" + of + " is not the account that was asked");
    }

    private void checkIssueInstant(Instant issued, PendingLogin login, Instant now) {
        Reject.unless(
                !issued.isAfter(now.plus(registration.skew())),
                NOT_YET_VALID,
                "IssueInstant is in the future; check the clocks");
        Reject.unless(
                !issued.isBefore(login.begunAt().minus(registration.skew())),
                EXPIRED,
                "IssueInstant lies before the request; check the clocks");
    }

    private Assertion open(Response response) {
        Element root = Optional.ofNullable(response.getDOM()).orElseThrow();
        Element encrypted = SafeDom.child(root, Names.SAML, "EncryptedAssertion")
                .orElseThrow(() -> Reject.as(
                        SafeDom.child(root, Names.SAML, "Assertion").isPresent() ? NOT_ENCRYPTED : MALFORMED_XML,
                        "a successful response needs one encrypted assertion"));
        Assertion assertion = Inbound.assertion(decryption.decrypt(encrypted));
        if (registration.profile().assertionSigned() || assertion.getSignature() != null) {
            signatures.verify(assertion);
        }
        return assertion;
    }

    private LoginOutcome judge(Assertion assertion, PendingLogin login, Instant now) {
        String of = " of the assertion for " + login.requestId();
        checkIssuer(assertion.getIssuer(), of);
        checkIssueInstant(assertion.getIssueInstant(), login, now);
        var check = new AssertionCheck(registration, login, now);
        Instant expires = check.check(assertion);
        Reject.unless(
                registration.state().useAssertion(Hash.of(registration.idp().entityId(), assertion.getID()), expires),
                REPLAY,
                "the assertion for " + login.requestId() + " was used before");
        Person person = new PersonReader(registration.profile()).read(assertion);
        LOG.info("Log-in {}: assertion {} accepted, {}", login.requestId(), assertion.getID(), registration);
        Optional<TrustLevel> level = Levels.of(assertion, person, registration.profile());
        if (level.isEmpty() || !level.get().atLeast(login.level())) {
            return new LoginOutcome.Refused(LEVEL_TOO_LOW, login.returnTo());
        }
        if (person.key().isEmpty() && !login.guests()) {
            return new LoginOutcome.Refused(ATTRIBUTE_MISSING, login.returnTo());
        }
        var statement = assertion.getAuthnStatements().get(0);
        return new LoginOutcome.Authenticated(
                person,
                level.get(),
                login.returnTo(),
                statement.getAuthnInstant(),
                Levels.session(level.get(), now, statement.getSessionNotOnOrAfter()),
                logout(assertion),
                String.valueOf(assertion.getID()));
    }

    private LogoutHandle logout(Assertion assertion) {
        NameID name = assertion.getSubject().getNameID();
        return new LogoutHandle(
                registration.idp().entityId(),
                String.valueOf(name.getValue()),
                Optional.ofNullable(name.getFormat()),
                Optional.ofNullable(name.getNameQualifier()),
                Optional.ofNullable(name.getSPNameQualifier()),
                Optional.ofNullable(assertion.getAuthnStatements().get(0).getSessionIndex()));
    }

    private static String used(PendingLogin login) {
        return "request " + login.requestId() + " was answered before";
    }
}
