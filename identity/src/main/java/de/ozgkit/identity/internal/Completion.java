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
import static de.ozgkit.identity.LoginFailure.OTHER_PERSON;
import static de.ozgkit.identity.LoginFailure.REPLAY;
import static de.ozgkit.identity.LoginFailure.SIGNATURE_MISSING;
import static de.ozgkit.identity.LoginFailure.TEST_ACCOUNT;
import static de.ozgkit.identity.LoginFailure.UNKNOWN_ISSUER;
import static de.ozgkit.identity.LoginFailure.UNSOLICITED;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Identity;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.PendingLogin;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final Policy policy;
    private final Admitted admitted;
    private final List<X509Certificate> certificates;
    private final Decryption decryption;

    public Completion(Registration registration) {
        this(registration, Policy.STRICT, registration.idp().signingCertificates());
    }

    Completion(Registration registration, Policy policy, List<X509Certificate> certificates) {
        this.registration = registration;
        this.policy = policy;
        this.admitted = new Admitted(registration.profile().business(), registration.cbc(), policy.sha1());
        this.certificates = certificates;
        this.decryption = new Decryption(registration.keys());
    }

    public LoginOutcome run(@Nullable String samlResponse, @Nullable String relayState, BrowserKey browser) {
        Instant now = registration.clock().instant();
        Element response = Inbound.response(samlResponse, admitted);
        PendingLogin login = pending(relayState, browser, now);
        checkEnvelope(response, login, now);
        // One attempt for each request: whoever tries out forged messages must begin anew every time.
        Reject.unless(registration.state().claim(login.handle(), now), REPLAY, used(login));
        return believe(response, login, now);
    }

    /** The verdict on a message to a log-in that is not in the state. */
    LoginOutcome judge(String samlResponse, PendingLogin login) {
        Instant now = registration.clock().instant();
        Element response = Inbound.response(samlResponse, admitted);
        checkEnvelope(response, login, now);
        return believe(response, login, now);
    }

    private LoginOutcome believe(Element response, PendingLogin login, Instant now) {
        Optional<X509Certificate> outer = signer(response, registration.responseSigned());
        Optional<LoginOutcome> negative = Status.of(response, login);
        if (negative.isPresent()) {
            return negative.get();
        }
        Element assertion = open(response);
        Optional<X509Certificate> inner =
                signer(assertion, registration.profile().assertionSigned());
        X509Certificate certificate = inner.or(() -> outer)
                .orElseThrow(() -> Reject.as(SIGNATURE_MISSING, "neither the response nor the assertion is signed"));
        return judge(assertion, response.getAttribute("InResponseTo"), certificate, login, now);
    }

    /** Whose key signed the message; empty if it is unsigned and may be so. */
    private Optional<X509Certificate> signer(Element message, boolean required) {
        return required || isSigned(message)
                ? Optional.of(EnvelopedSignature.verify(message, certificates, admitted))
                : Optional.empty();
    }

    private static boolean isSigned(Element message) {
        return SafeDom.child(message, Names.DS, "Signature").isPresent();
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

    private void checkEnvelope(Element response, PendingLogin login, Instant now) {
        String of = " of the response to " + login.requestId();
        Reject.unless("2.0".equals(response.getAttribute("Version")), MALFORMED_XML, "the version" + of);
        checkIssuer(response, of);
        Reject.unless(
                policy.anyRequest() || login.requestId().equals(response.getAttribute("InResponseTo")),
                Read.attribute(response, "InResponseTo").isPresent() ? IN_RESPONSE_TO : UNSOLICITED,
                "InResponseTo is not " + login.requestId());
        Reject.unless(
                Read.attribute(response, "Destination")
                        .filter(registration.acs().toString()::equals)
                        .isPresent(),
                DESTINATION,
                "Destination" + of + " is not the address that was registered");
        checkIssueInstant(response, login, now);
    }

    private void checkIssuer(Element message, String of) {
        Element issuer = Read.part(message, "Issuer");
        Reject.unless(
                registration.idp().entityId().equals(Read.text(issuer))
                        && Read.attribute(issuer, "Format")
                                .filter(format -> !Names.ENTITY.equals(format))
                                .isEmpty(),
                UNKNOWN_ISSUER,
                "Issuer" + of + " is not the account that was asked");
    }

    private void checkIssueInstant(Element message, PendingLogin login, Instant now) {
        Instant issued = Read.requiredInstant(message, "IssueInstant");
        Reject.unless(
                !issued.isAfter(now.plus(registration.skew())),
                NOT_YET_VALID,
                "IssueInstant is in the future; check the clocks");
        Reject.unless(
                !issued.isBefore(login.begunAt().minus(registration.skew())),
                EXPIRED,
                "IssueInstant lies before the request; check the clocks");
    }

    private Element open(Element response) {
        Optional<Element> plain = SafeDom.child(response, Names.SAML, "Assertion");
        if (policy.plain() && plain.isPresent()) {
            return plain.get();
        }
        Element encrypted = SafeDom.child(response, Names.SAML, "EncryptedAssertion")
                .orElseThrow(() -> Reject.as(
                        plain.isPresent() ? NOT_ENCRYPTED : MALFORMED_XML,
                        "a successful response needs one encrypted assertion"));
        return Inbound.assertion(decryption.decrypt(encrypted), isSigned(response) ? admitted : admitted.withoutCbc());
    }

    private LoginOutcome judge(
            Element assertion, String inResponseTo, X509Certificate certificate, PendingLogin login, Instant now) {
        String of = " of the assertion for " + login.requestId();
        checkIssuer(assertion, of);
        checkIssueInstant(assertion, login, now);
        var check = new AssertionCheck(registration, inResponseTo, login, now);
        Instant expires = check.check(assertion);
        Element name = name(Read.part(assertion, "Subject"));
        check.checkName(name);
        Statements statements = new Statements(assertion);
        Identity identity = identity(statements, name);
        Reject.unless(
                registration
                        .state()
                        .useAssertion(Hash.of(registration.idp().entityId(), assertion.getAttribute("ID")), expires),
                REPLAY,
                "the assertion for " + login.requestId() + " was used before");
        audit(assertion, certificate, login);
        Optional<TrustLevel> level = Levels.of(assertion, statements, registration.profile())
                .or(() -> policy.anyLevel() ? Optional.of(TrustLevel.BASIC) : Optional.empty());
        return refusal(statements, identity, level, login)
                .<LoginOutcome>map(reason -> new LoginOutcome.Refused(reason, login.returnTo()))
                .orElseGet(() -> welcome(assertion, name, identity, level.orElseThrow(), login, now));
    }

    /** The account's name for somebody, which it may have encrypted once more. */
    private Element name(Element subject) {
        return SafeDom.child(subject, Names.SAML, "EncryptedID")
                .map(encrypted -> Inbound.name(decryption.decrypt(encrypted), admitted))
                .orElseGet(() -> Read.part(subject, "NameID"));
    }

    private Identity identity(Statements statements, Element name) {
        AccountProfile profile = registration.profile();
        Optional<String> persistent = profile.persistentName() && Names.PERSISTENT.equals(name.getAttribute("Format"))
                ? Optional.of(Read.text(name))
                : Optional.empty();
        return profile.business()
                ? ElsterReader.read(statements, profile, persistent)
                : PersonReader.read(statements, profile, persistent);
    }

    /** Why what the account says is not enough; empty if it is. */
    private Optional<LoginFailure> refusal(
            Statements statements, Identity identity, Optional<TrustLevel> level, PendingLogin login) {
        if (registration.profile().business()
                && !registration.testAccounts()
                && ElsterReader.isTestAccount(statements)) {
            return Optional.of(TEST_ACCOUNT);
        }
        if (level.isEmpty() || !level.get().atLeast(login.level())) {
            return Optional.of(LEVEL_TOO_LOW);
        }
        if (identity.key().isEmpty() && !login.guests()) {
            return Optional.of(ATTRIBUTE_MISSING);
        }
        return isExpected(identity, login) ? Optional.empty() : Optional.of(OTHER_PERSON);
    }

    private LoginOutcome.Authenticated welcome(
            Element assertion, Element name, Identity identity, TrustLevel level, PendingLogin login, Instant now) {
        Element statement = Read.part(assertion, "AuthnStatement");
        return new LoginOutcome.Authenticated(
                identity,
                level,
                login.returnTo(),
                Read.requiredInstant(statement, "AuthnInstant"),
                Levels.session(level, now, Read.instant(statement, "SessionNotOnOrAfter")),
                new LogoutHandle(
                        registration.idp().entityId(),
                        Read.text(name),
                        Read.attribute(name, "Format"),
                        Read.attribute(name, "NameQualifier"),
                        Read.attribute(name, "SPNameQualifier"),
                        Read.attribute(statement, "SessionIndex")),
                assertion.getAttribute("ID"));
    }

    /** What an investigation needs if ever a key of the account was stolen; nothing personal. */
    private void audit(Element assertion, X509Certificate certificate, PendingLogin login) {
        LOG.info(
                "Log-in {}: assertion {} accepted, issued {}, authenticated {}, certificate {}, {}",
                login.requestId(),
                assertion.getAttribute("ID"),
                Read.requiredInstant(assertion, "IssueInstant"),
                Read.requiredInstant(Read.part(assertion, "AuthnStatement"), "AuthnInstant"),
                Certificates.fingerprint(certificate),
                registration);
    }

    /** Whether it is the person who was logged in before, if the log-in is for that person only. */
    private static boolean isExpected(Identity identity, PendingLogin login) {
        Optional<String> hash = identity.key().map(key -> Hash.of("key", key));
        return login.samePerson().isEmpty() || login.samePerson().equals(hash);
    }

    private static String used(PendingLogin login) {
        return "request " + login.requestId() + " was answered before";
    }
}
