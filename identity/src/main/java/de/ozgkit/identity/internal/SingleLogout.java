// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.DESTINATION;
import static de.ozgkit.identity.LoginFailure.EXPIRED;
import static de.ozgkit.identity.LoginFailure.IN_RESPONSE_TO;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;
import static de.ozgkit.identity.LoginFailure.NOT_YET_VALID;
import static de.ozgkit.identity.LoginFailure.REPLAY;
import static de.ozgkit.identity.LoginFailure.UNKNOWN_ISSUER;
import static de.ozgkit.identity.LoginFailure.UNSOLICITED;

import de.ozgkit.identity.Binding;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.LogoutOrder;
import de.ozgkit.identity.LogoutOutcome;
import de.ozgkit.identity.PendingLogout;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** Log-out at the account and by the account. Source: SAML 2.0 core 3.7; profiles 4.4. */
public final class SingleLogout {

    private static final Logger LOG = LoggerFactory.getLogger(SingleLogout.class);
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final Registration registration;
    private final Outbound outbound;

    public SingleLogout(Registration registration) {
        this.registration = registration;
        this.outbound = new Outbound(registration);
    }

    public boolean available() {
        return registration.wishes().logout().isPresent()
                && !registration.idp().logout().isEmpty();
    }

    public LogoutMessage begin(LogoutHandle handle, String returnTo, Instant now) {
        String id = "_" + registration.tokens().uuid();
        String relayState = registration.tokens().token();
        Binding binding = binding();
        URI destination = service(binding).requests();
        String xml = LogoutXml.request(registration.entityId(), id, handle, destination, now, now.plus(VALIDITY));
        LogoutMessage message =
                outbound.carry(binding, destination, "SAMLRequest", xml, relayState, LogoutMessage::new);
        registration
                .state()
                .remember(new PendingLogout(
                        relayState,
                        id,
                        registration.entityId(),
                        registration.idp().entityId(),
                        returnTo,
                        now.plus(registration.maxAge())));
        LOG.info("Log-out {} begun at {}", id, registration);
        return message;
    }

    public LogoutOutcome complete(LogoutParameters parameters, Instant now) {
        Reject.unless(!parameters.request(), MALFORMED_XML, "this is a request for a log-out, no answer to one");
        Element response = parameters.verified(registration.idp().signingCertificates());
        Reject.unless(
                SafeDom.is(response, Names.SAMLP, "LogoutResponse")
                        && names(response).matches("Issuer (Signature )?(Extensions )?Status "),
                MALFORMED_XML,
                "this is no answer to a log-out, or not built as SAML asks");
        checkEnvelope(response, now);
        PendingLogout pending = registration
                .state()
                .take(parameters.relayState())
                .filter(found -> found.serviceProvider().equals(registration.entityId())
                        && found.identityProvider().equals(registration.idp().entityId()))
                .orElseThrow(
                        () -> Reject.as(UNSOLICITED, "no log-out with this RelayState was begun here, or it is over"));
        Reject.unless(
                pending.requestId().equals(response.getAttribute("InResponseTo")),
                IN_RESPONSE_TO,
                "InResponseTo is not " + pending.requestId());
        Reject.unless(now.isBefore(pending.expiresAt()), EXPIRED, "the log-out was begun too long ago");
        LOG.info("Log-out {} answered by {}", pending.requestId(), registration);
        return new LogoutOutcome(succeeded(response), pending.returnTo());
    }

    public LogoutMessage answer(LogoutParameters parameters, Predicate<LogoutOrder> end, Instant now) {
        Reject.unless(parameters.request(), MALFORMED_XML, "this is an answer to a log-out, no request for one");
        Element request = parameters.verified(registration.idp().signingCertificates());
        Reject.unless(
                SafeDom.is(request, Names.SAMLP, "LogoutRequest")
                        && names(request).matches("Issuer (Signature )?(Extensions )?NameID (SessionIndex )*"),
                MALFORMED_XML,
                "this is no request for a log-out, or not built as SAML asks");
        checkEnvelope(request, now);
        Instant over = instant(request, "NotOnOrAfter").orElse(Instant.MAX);
        Reject.unless(now.minus(registration.skew()).isBefore(over), EXPIRED, "the request for a log-out has expired");
        String id = request.getAttribute("ID");
        Reject.unless(
                registration
                        .state()
                        .useAssertion(
                                Hash.of(registration.idp().entityId(), "log-out " + id),
                                now.plus(VALIDITY).plus(registration.skew().multipliedBy(2))),
                REPLAY,
                "this request for a log-out was answered before");
        boolean ended = end.test(order(request));
        LOG.info("Log-out {} of {} {}", id, registration, ended ? "done" : "found nothing to end");
        String answer = "_" + registration.tokens().uuid();
        Binding binding = binding();
        URI destination = service(binding).answers();
        String xml = LogoutXml.response(registration.entityId(), answer, id, destination, now, ended);
        return outbound.carry(binding, destination, "SAMLResponse", xml, parameters.relayState(), LogoutMessage::new);
    }

    private LogoutOrder order(Element request) {
        Element name = SafeDom.child(request, Names.SAML, "NameID").orElseThrow();
        return new LogoutOrder(
                registration.idp().entityId(),
                name.getTextContent().strip(),
                LogoutXml.attribute(name, "Format"),
                LogoutXml.attribute(name, "NameQualifier"),
                SafeDom.children(request, Names.SAMLP, "SessionIndex").stream()
                        .map(index -> index.getTextContent().strip())
                        .collect(Collectors.toSet()));
    }

    private void checkEnvelope(Element message, Instant now) {
        Element issuer = SafeDom.child(message, Names.SAML, "Issuer").orElseThrow();
        String format = issuer.getAttribute("Format");
        Reject.unless(
                registration.idp().entityId().equals(issuer.getTextContent())
                        && (format.isEmpty() || Names.ENTITY.equals(format)),
                UNKNOWN_ISSUER,
                "Issuer is not the account that was asked");
        Reject.unless(
                "2.0".equals(message.getAttribute("Version"))
                        && message.getAttribute("ID").matches("[A-Za-z0-9_.-]{1,256}"),
                MALFORMED_XML,
                "the version or the id of the message");
        Reject.unless(
                registration
                        .wishes()
                        .logout()
                        .map(URI::toString)
                        .orElse("")
                        .equals(message.getAttribute("Destination")),
                DESTINATION,
                "Destination is not the address for log-outs that was registered");
        Instant issued = instant(message, "IssueInstant")
                .orElseThrow(() -> Reject.as(MALFORMED_XML, "the message has no IssueInstant"));
        Reject.unless(
                !issued.isAfter(now.plus(registration.skew())),
                NOT_YET_VALID,
                "IssueInstant is in the future; check the clocks");
        Reject.unless(
                issued.isAfter(now.minus(VALIDITY).minus(registration.skew())),
                EXPIRED,
                "the message was issued too long ago; check the clocks");
    }

    private static boolean succeeded(Element response) {
        List<Element> codes = SafeDom.child(response, Names.SAMLP, "Status").stream()
                .flatMap(status -> SafeDom.children(status, Names.SAMLP, "StatusCode").stream())
                .toList();
        return codes.size() == 1
                && Names.SUCCESS.equals(codes.get(0).getAttribute("Value"))
                && SafeDom.children(codes.get(0)).isEmpty();
    }

    private static Optional<Instant> instant(Element message, String attribute) {
        Optional<String> text = LogoutXml.attribute(message, attribute);
        try {
            return text.map(value -> OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            throw Reject.as(MALFORMED_XML, attribute + " is not a date with a time zone");
        }
    }

    /** Local names of the children; anything of a namespace that does not belong there becomes a name that fits nothing. */
    private static String names(Element message) {
        return SafeDom.children(message).stream()
                .map(child -> (LogoutXml.atHome(child) ? child.getLocalName() : "other") + " ")
                .collect(Collectors.joining());
    }

    private Binding binding() {
        Binding wish = registration.wishes().binding();
        return registration.idp().logout().containsKey(wish)
                ? wish
                : registration.idp().logout().keySet().iterator().next();
    }

    private IdpMetadata.LogoutService service(Binding binding) {
        return Optional.ofNullable(registration.idp().logout().get(binding)).orElseThrow();
    }
}
