// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.LogoutHandle;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.w3c.dom.Element;

/** The messages about log-outs as text, not yet signed. Source: SAML 2.0 core 3.7. */
final class LogoutXml {

    private LogoutXml() {}

    static String request(
            String issuer, String id, LogoutHandle handle, URI destination, Instant now, Instant validUntil) {
        return """
            <saml2p:LogoutRequest xmlns:saml2p="%s" xmlns:saml2="%s" ID="%s" Version="2.0" IssueInstant="%s" \
            Destination="%s" NotOnOrAfter="%s"><saml2:Issuer>%s</saml2:Issuer>\
            <saml2:NameID%s%s%s>%s</saml2:NameID>%s</saml2p:LogoutRequest>"""
                .formatted(
                        Names.SAMLP,
                        Names.SAML,
                        id,
                        now.truncatedTo(ChronoUnit.MILLIS),
                        Html.escape(destination.toString()),
                        validUntil.truncatedTo(ChronoUnit.MILLIS),
                        Html.escape(issuer),
                        attribute("Format", handle.format()),
                        attribute("NameQualifier", handle.nameQualifier()),
                        attribute("SPNameQualifier", handle.spNameQualifier()),
                        Html.escape(handle.nameId()),
                        handle.sessionIndex()
                                .map(index -> "<saml2p:SessionIndex>" + Html.escape(index) + "</saml2p:SessionIndex>")
                                .orElse(""));
    }

    static String response(
            String issuer, String id, String inResponseTo, URI destination, Instant now, boolean success) {
        return """
            <saml2p:LogoutResponse xmlns:saml2p="%s" xmlns:saml2="%s" ID="%s" Version="2.0" IssueInstant="%s" \
            Destination="%s" InResponseTo="%s"><saml2:Issuer>%s</saml2:Issuer>\
            <saml2p:Status><saml2p:StatusCode Value="%s"/></saml2p:Status></saml2p:LogoutResponse>"""
                .formatted(
                        Names.SAMLP,
                        Names.SAML,
                        id,
                        now.truncatedTo(ChronoUnit.MILLIS),
                        Html.escape(destination.toString()),
                        Html.escape(inResponseTo),
                        Html.escape(issuer),
                        success ? Names.SUCCESS : Names.RESPONDER);
    }

    static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttribute(name)).filter(value -> !value.isEmpty());
    }

    /** Whether an element belongs to the namespace that a message about a log-out has it in. */
    static boolean atHome(Element element) {
        String expected =
                switch (element.getLocalName()) {
                    case "Issuer", "NameID" -> Names.SAML;
                    case "Signature" -> Names.DS;
                    default -> Names.SAMLP;
                };
        return expected.equals(element.getNamespaceURI());
    }

    private static String attribute(String name, Optional<String> value) {
        return value.map(text -> " " + name + "=\"" + Html.escape(text) + "\"").orElse("");
    }
}
