// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginMethod;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Checks requests as strictly as the interface description of BundID 10.2 announces in chapter 9. */
final class RequestReader {

    private static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    private static final int MAX_CHARS = 256 * 1024;

    private final String ssoLocation;
    private final AccountProfile profile;

    RequestReader(String ssoLocation, AccountProfile profile) {
        this.ssoLocation = ssoLocation;
        this.profile = profile;
    }

    /** By POST: signed inside. */
    AskedLogin read(String samlRequest, String relayState, List<ServiceProvider> known) throws RequestRefused {
        require(samlRequest.length() <= MAX_CHARS, "saml-request-too-large");
        Element root = parse(decode(samlRequest));
        ServiceProvider provider = provider(root, known);
        require(provider.signing().stream().anyMatch(key -> Saml.signedBy(root, key)), "saml-request-not-signed");
        return asked(root, relayState, provider);
    }

    /** By redirect: signed outside, and outside only. */
    AskedLogin readQuery(String rawQuery, List<ServiceProvider> known) throws RequestRefused {
        RedirectQuery query = RedirectQuery.parse(rawQuery);
        Element root = parse(query.xml());
        ServiceProvider provider = provider(root, known);
        boolean signed = false;
        for (X509Certificate certificate : provider.signing()) {
            signed |= query.signedBy(certificate);
        }
        require(signed, "saml-request-not-signed");
        require(Saml.child(root, Saml.DS, "Signature").isEmpty(), "saml-request-signed-inside");
        return asked(root, query.relayState(), provider);
    }

    private AskedLogin asked(Element root, String relayState, ServiceProvider provider) throws RequestRefused {
        require(ssoLocation.equals(root.getAttribute("Destination")), "saml-destination");
        require(provider.acs().equals(root.getAttribute("AssertionConsumerServiceURL")), "saml-acs");
        require(Saml.POST.equals(root.getAttribute("ProtocolBinding")), "saml-binding");
        require(root.getAttribute("ID").matches("[A-Za-z_][A-Za-z0-9_.-]*"), "saml-id");
        require(relayState.getBytes(StandardCharsets.UTF_8).length <= 80, "saml-relay-state");
        if (!profile.akdbExtension()) {
            return withoutExtension(root, relayState, provider);
        }
        Element extension = Saml.child(root, Saml.SAMLP, "Extensions")
                .flatMap(all -> Saml.child(all, Saml.AKDB, "AuthenticationRequest"))
                .orElseThrow(() -> new RequestRefused("akdb-extension-missing"));
        require("2".equals(extension.getAttribute("Version")), "akdb-extension-v1-deprecated");
        return new AskedLogin(
                provider,
                root.getAttribute("ID"),
                relayState,
                level(root),
                attributes(extension),
                methods(extension),
                displayName(extension));
    }

    /** As Mein Unternehmenskonto is asked: for a persistent name, while the data are agreed at the registration. */
    private AskedLogin withoutExtension(Element root, String relayState, ServiceProvider provider) throws RequestRefused {
        require(Saml.child(root, Saml.SAMLP, "Extensions").isEmpty(), "saml-extension-unknown");
        if (profile.persistentName()) {
            String format = Saml.child(root, Saml.SAMLP, "NameIDPolicy")
                    .map(policy -> policy.getAttribute("Format"))
                    .orElse("");
            require(PERSISTENT.equals(format), "saml-name-id-policy");
        }
        require("true".equals(root.getAttribute("ForceAuthn")), "saml-force-authn");
        Map<String, Boolean> all = new LinkedHashMap<>();
        profile.attributeNames().values().forEach(name -> all.put(name, false));
        return new AskedLogin(
                provider,
                root.getAttribute("ID"),
                relayState,
                profile.levels().isEmpty() ? "" : level(root),
                all,
                EnumSet.allOf(LoginMethod.class),
                provider.entityId());
    }

    private static String decode(String base64) throws RequestRefused {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("saml-request-unreadable");
        }
    }

    private static Element parse(String xml) throws RequestRefused {
        try {
            Element root = Saml.parse(xml);
            require("AuthnRequest".equals(root.getLocalName()), "saml-request-unreadable");
            return root;
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("saml-request-unreadable");
        }
    }

    private static ServiceProvider provider(Element root, List<ServiceProvider> known) throws RequestRefused {
        String issuer = text(Saml.child(root, Saml.SAML, "Issuer"));
        return known.stream()
                .filter(provider -> provider.entityId().equals(issuer))
                .findFirst()
                .orElseThrow(() -> new RequestRefused("saml-unknown-issuer"));
    }

    private static String level(Element root) throws RequestRefused {
        Element context = Saml.child(root, Saml.SAMLP, "RequestedAuthnContext")
                .orElseThrow(() -> new RequestRefused("saml-authn-context"));
        require("minimum".equals(context.getAttribute("Comparison")), "saml-authn-context");
        return text(Saml.child(context, Saml.SAML, "AuthnContextClassRef"));
    }

    private static Map<String, Boolean> attributes(Element extension) throws RequestRefused {
        Map<String, Boolean> names = new LinkedHashMap<>();
        Optional<Element> requested = Saml.child(extension, Saml.AKDB, "RequestedAttributes");
        if (requested.isPresent()) {
            for (Element attribute : Saml.children(requested.get(), Saml.AKDB, "RequestedAttribute")) {
                String name = attribute.getAttribute("Name");
                require(name.matches("\\S+"), "requested-attributes-missing-name");
                names.put(name, "true".equals(attribute.getAttribute("RequiredAttribute")));
            }
        }
        require(!names.isEmpty(), "requested-attributes-empty");
        return names;
    }

    private static Set<LoginMethod> methods(Element extension) throws RequestRefused {
        Optional<Element> listed = Saml.child(extension, Saml.AKDB, "AuthnMethods");
        if (listed.isEmpty()) {
            return EnumSet.allOf(LoginMethod.class);
        }
        Set<LoginMethod> enabled = EnumSet.noneOf(LoginMethod.class);
        boolean any = false;
        for (LoginMethod method : LoginMethod.values()) {
            Optional<Element> element = Saml.child(listed.get(), Saml.AKDB, method.wireName());
            any |= element.isPresent();
            if (element.isPresent() && !"false".equals(text(Saml.child(element.get(), Saml.AKDB, "Enabled")))) {
                enabled.add(method);
            }
        }
        require(any, "empty-authentication-methods");
        return enabled;
    }

    private static String displayName(Element extension) throws RequestRefused {
        Element version = Saml.child(extension, Saml.AKDB, "DisplayInformation")
                .flatMap(display -> Saml.child(display, Saml.CLASSIC_UI, "Version"))
                .orElseThrow(() -> new RequestRefused("organization-display-name-missing"));
        Optional<Element> purpose = Saml.child(version, Saml.CLASSIC_UI, "Purpose");
        require(
                !text(purpose).contains("<")
                        && purpose.stream().allMatch(element -> element.getElementsByTagName("*").getLength() == 0),
                "purpose-does-not-support-restricted-html");
        String name = text(Saml.child(version, Saml.CLASSIC_UI, "OrganizationDisplayName"));
        require(!name.isBlank(), "organization-display-name-missing");
        String service = text(Saml.child(version, Saml.CLASSIC_UI, "OnlineServiceId"));
        require(service.matches("BMI-[AB][0-9A-Za-z]{4,7}"), "online-service-id-missing");
        return name;
    }

    private static String text(Optional<Element> element) {
        return element.map(Element::getTextContent).orElse("").strip();
    }

    private static void require(boolean holds, String code) throws RequestRefused {
        if (!holds) {
            throw new RequestRefused(code);
        }
    }
}
