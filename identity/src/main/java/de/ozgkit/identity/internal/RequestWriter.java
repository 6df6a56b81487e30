// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginMethod;
import de.ozgkit.identity.PersonAttribute;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.impl.XSAnyBuilder;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Extensions;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;
import org.w3c.dom.Element;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;

/** Writes and signs an AuthnRequest. Source: SAML 2.0 core 3.4.1; interface description of BundID 10.2, chapters 8 to 10. */
public final class RequestWriter {

    private final Registration registration;

    public RequestWriter(Registration registration) {
        this.registration = registration;
    }

    /** The signed request as XML. */
    public String write(String id, Login login, Instant now) {
        AuthnRequest request = OpenSaml.build(AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setID(id);
        request.setVersion(SAMLVersion.VERSION_20);
        request.setIssueInstant(now);
        request.setDestination(registration.idp().ssoLocation().toString());
        request.setAssertionConsumerServiceURL(registration.acs().toString());
        request.setProtocolBinding(Names.POST);
        request.setForceAuthn(true);
        request.setIsPassive(false);
        Issuer issuer = OpenSaml.build(Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(registration.entityId());
        request.setIssuer(issuer);
        if (registration.profile().akdbExtension()) {
            request.setExtensions(extensions(login));
        }
        request.setRequestedAuthnContext(level(login));
        Element root = OpenSaml.marshal(request);
        EnvelopedSignature.sign(root, registration.keys().get(0), registration.signatureAlgorithm());
        return SerializeSupport.nodeToString(root);
    }

    private RequestedAuthnContext level(Login login) {
        RequestedAuthnContext context = OpenSaml.build(RequestedAuthnContext.DEFAULT_ELEMENT_NAME);
        context.setComparison(AuthnContextComparisonTypeEnumeration.MINIMUM);
        AuthnContextClassRef reference = OpenSaml.build(AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
        reference.setURI(levelName(login));
        context.getAuthnContextClassRefs().add(reference);
        return context;
    }

    private String levelName(Login login) {
        AccountProfile profile = registration.profile();
        String name = profile.levels().get(login.level());
        if (name == null) {
            throw new IllegalArgumentException(profile.name() + " has no log-in at level " + login.level());
        }
        return name;
    }

    private Extensions extensions(Login login) {
        XSAny request = akdb("AuthenticationRequest");
        request.getUnknownAttributes().put(new QName("Version"), "2");
        request.getUnknownAttributes().put(new QName("EnableStatusDetail"), "true");
        if (!login.methods().isEmpty()) {
            request.getUnknownXMLObjects().add(methods(login));
        }
        request.getUnknownXMLObjects().add(attributes(login));
        XSAny display = akdb("DisplayInformation");
        display.getUnknownXMLObjects().add(display());
        request.getUnknownXMLObjects().add(display);
        Extensions extensions = OpenSaml.build(Extensions.DEFAULT_ELEMENT_NAME);
        extensions.getUnknownXMLObjects().add(request);
        return extensions;
    }

    /** All methods are named, since one that is not might count as enabled. */
    private static XSAny methods(Login login) {
        Map<String, Boolean> byName = new TreeMap<>();
        for (LoginMethod method : LoginMethod.values()) {
            byName.put(method.wireName(), login.methods().contains(method));
        }
        XSAny methods = akdb("AuthnMethods");
        byName.forEach((name, enabled) -> {
            XSAny method = akdb(name);
            method.getUnknownXMLObjects().add(text(akdb("Enabled"), enabled.toString()));
            methods.getUnknownXMLObjects().add(method);
        });
        return methods;
    }

    private XSAny attributes(Login login) {
        XSAny attributes = akdb("RequestedAttributes");
        login.attributes().stream().sorted().forEach(attribute -> {
            String name = registration.profile().attributeNames().get(attribute);
            if (name == null) {
                throw new IllegalArgumentException(
                        registration.profile().name() + " does not know the attribute " + attribute);
            }
            boolean required = attribute == PersonAttribute.KEY && !login.guests();
            XSAny requested = akdb("RequestedAttribute");
            requested.getUnknownAttributes().put(new QName("Name"), name);
            requested.getUnknownAttributes().put(new QName("RequiredAttribute"), Boolean.toString(required));
            attributes.getUnknownXMLObjects().add(requested);
        });
        return attributes;
    }

    private XSAny display() {
        XSAny version = classicUi("Version");
        version.getUnknownXMLObjects().add(text(classicUi("OrganizationDisplayName"), registration.displayName()));
        version.getUnknownXMLObjects().add(text(classicUi("Lang"), "de"));
        version.getUnknownXMLObjects().add(text(classicUi("OnlineServiceId"), registration.serviceId()));
        return version;
    }

    private static XSAny akdb(String name) {
        return new XSAnyBuilder().buildObject(Names.AKDB, name, "akdb");
    }

    private static XSAny classicUi(String name) {
        return new XSAnyBuilder().buildObject(Names.CLASSIC_UI, name, "classic-ui");
    }

    private static XSAny text(XSAny element, String text) {
        element.setTextContent(text);
        return element;
    }
}
