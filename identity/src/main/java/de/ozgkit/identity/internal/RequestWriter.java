// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginMethod;
import de.ozgkit.identity.PersonAttribute;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * Writes an AuthnRequest, not yet signed. Source: SAML 2.0 core 3.4.1; interface description of BundID 10.2, chapters 8 to 10.
 */
public final class RequestWriter {

    private final Registration registration;

    public RequestWriter(Registration registration) {
        this.registration = registration;
    }

    public String write(String id, Login login, URI destination, Instant now) {
        return """
            <saml2p:AuthnRequest xmlns:saml2p="%s" ID="%s" Version="2.0" IssueInstant="%s" Destination="%s" \
            AssertionConsumerServiceURL="%s" ProtocolBinding="%s" ForceAuthn="true" IsPassive="false">\
            <saml2:Issuer xmlns:saml2="%s">%s</saml2:Issuer>%s%s%s</saml2p:AuthnRequest>"""
                .formatted(
                        Names.SAMLP,
                        id,
                        now.truncatedTo(ChronoUnit.MILLIS),
                        Html.escape(destination.toString()),
                        Html.escape(registration.acs().toString()),
                        Names.POST,
                        Names.SAML,
                        Html.escape(registration.entityId()),
                        registration.profile().akdbExtension() ? extension(login) : "",
                        namePolicy(),
                        level(login));
    }

    private String namePolicy() {
        if (registration.profile().persistentName()) {
            return "<saml2p:NameIDPolicy Format=\"" + Names.PERSISTENT + "\" AllowCreate=\"true\"/>";
        }
        return registration.wishes().transientName()
                ? "<saml2p:NameIDPolicy Format=\"" + Names.TRANSIENT + "\" AllowCreate=\"true\"/>"
                : "";
    }

    /** Nothing for an account whose profile has no references for levels. */
    private String level(Login login) {
        AccountProfile profile = registration.profile();
        if (profile.levels().isEmpty()) {
            return "";
        }
        String name = profile.levels().get(login.level());
        if (name == null) {
            throw new IllegalArgumentException(profile.name() + " has no log-in at level " + login.level());
        }
        return "<saml2p:RequestedAuthnContext Comparison=\"minimum\"><saml2:AuthnContextClassRef xmlns:saml2=\""
                + Names.SAML + "\">" + Html.escape(name)
                + "</saml2:AuthnContextClassRef></saml2p:RequestedAuthnContext>";
    }

    private String extension(Login login) {
        return """
            <saml2p:Extensions><akdb:AuthenticationRequest xmlns:akdb="%s" Version="2" EnableStatusDetail="true">%s\
            <akdb:RequestedAttributes>%s</akdb:RequestedAttributes><akdb:DisplayInformation>\
            <classic-ui:Version xmlns:classic-ui="%s"><classic-ui:OrganizationDisplayName>%s\
            </classic-ui:OrganizationDisplayName><classic-ui:Lang>%s</classic-ui:Lang>%s\
            <classic-ui:OnlineServiceId>%s</classic-ui:OnlineServiceId></classic-ui:Version>\
            </akdb:DisplayInformation></akdb:AuthenticationRequest></saml2p:Extensions>"""
                .formatted(
                        Names.AKDB,
                        methods(login),
                        attributes(login),
                        Names.CLASSIC_UI,
                        Html.escape(registration.displayName()),
                        login.language(),
                        backUrl(),
                        Html.escape(registration.serviceId()));
    }

    private String backUrl() {
        return registration
                .wishes()
                .backUrl()
                .map(url -> "<classic-ui:BackURL>" + Html.escape(url.toString()) + "</classic-ui:BackURL>")
                .orElse("");
    }

    /** All methods are named, since one that is not might count as enabled. */
    private static String methods(Login login) {
        if (login.methods().isEmpty()) {
            return "";
        }
        return Arrays.stream(LoginMethod.values())
                .sorted(Comparator.comparing(LoginMethod::wireName))
                .map(method -> "<akdb:%1$s><akdb:Enabled>%2$s</akdb:Enabled></akdb:%1$s>"
                        .formatted(method.wireName(), login.methods().contains(method)))
                .collect(Collectors.joining("", "<akdb:AuthnMethods>", "</akdb:AuthnMethods>"));
    }

    private String attributes(Login login) {
        return login.attributes().stream()
                .sorted()
                .map(attribute -> "<akdb:RequestedAttribute Name=\"%s\" RequiredAttribute=\"%s\"/>"
                        .formatted(
                                Html.escape(name(attribute)), login.required().contains(attribute)))
                .collect(Collectors.joining());
    }

    private String name(PersonAttribute attribute) {
        AccountProfile profile = registration.profile();
        String name = profile.attributeNames().get(attribute);
        if (name == null) {
            throw new IllegalArgumentException(profile.name() + " does not know the attribute " + attribute);
        }
        return name;
    }
}
