// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.TestPerson;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;

/** An identity provider of BundID's kind with keys of its own: reads requests, writes responses. Thread-safe. */
public final class SamlIdp {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    /** Known from the log-in itself and therefore sure at its level; everything else comes from the account. */
    private static final Set<PersonAttribute> TECHNICAL =
            Set.of(PersonAttribute.KEY, PersonAttribute.LEVEL, PersonAttribute.PROVED_BY, PersonAttribute.MAIL);

    private final String entityId;
    private final String ssoLocation;
    private final AccountProfile profile;
    private final KeyMaterial key;
    private final Clock clock;
    private final Tokens tokens;

    public SamlIdp(
            String entityId, String ssoLocation, AccountProfile profile, KeyMaterial key, Clock clock, Tokens tokens) {
        this.entityId = entityId;
        this.ssoLocation = ssoLocation;
        this.profile = profile;
        this.key = key;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** The metadata that service providers configure. */
    public String metadata() {
        return """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
            <md:IDPSSODescriptor WantAuthnRequestsSigned="true" \
            protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>\
            <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            <md:SingleSignOnService Binding="%s" Location="%s"/>
            </md:IDPSSODescriptor>
            </md:EntityDescriptor>
            """
                .formatted(Saml.escape(entityId), certificate(), Saml.POST, Saml.escape(ssoLocation));
    }

    /** What a request asks for, if it is allowed to. */
    public AskedLogin read(String samlRequest, String relayState, List<ServiceProvider> known) throws RequestRefused {
        return new RequestReader(ssoLocation).read(samlRequest, relayState, known);
    }

    /** The level asked for. */
    public TrustLevel level(AskedLogin asked) {
        return profile.level(asked.levelRef()).orElse(TrustLevel.HIGH);
    }

    /** Whether the person can answer this request: some have no key, which a service may insist on. */
    public boolean satisfies(AskedLogin asked, TestPerson person) {
        return asked.attributes().entrySet().stream()
                .filter(Map.Entry::getValue)
                .allMatch(required -> profile.attribute(required.getKey())
                        .map(person.values()::containsKey)
                        .orElse(false));
    }

    /** The field SAMLResponse. */
    public String respond(AskedLogin asked, MockLogin login) {
        Draft draft = draft(asked, login);
        login.defect().ifPresent(defect -> new Defects(tokens).apply(defect, draft));
        String assertion = draft.withAssertion ? assertion(draft) : "";
        String xml = draft.response.apply(draft.responseXml(assertion));
        if (draft.responseKey != null) {
            xml = Saml.sign(xml, Response.class, draft.responseKey);
        }
        xml = draft.responseSigned.apply(xml);
        return draft.posted.apply(Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String assertion(Draft draft) {
        String xml = draft.assertionXml();
        if (draft.assertionKey != null) {
            xml = Saml.sign(xml, Assertion.class, draft.assertionKey);
        }
        String spoilt = draft.assertionSigned.apply(xml);
        if (!draft.encrypt) {
            return draft.encrypted.apply(spoilt);
        }
        String sealed = spoilt.equals(xml)
                ? Sealing.seal(xml, draft.recipientKey, draft.keyTransport, draft.content)
                : Sealing.sealRaw(spoilt, draft.recipientKey, draft.keyTransport, draft.content);
        return draft.encrypted.apply(sealed);
    }

    private Draft draft(AskedLogin asked, MockLogin login) {
        ServiceProvider provider = asked.serviceProvider();
        Draft draft = new Draft(provider.encryption().get(0));
        Instant now = clock.instant();
        draft.issuer = entityId;
        draft.assertionIssuer = entityId;
        draft.destination = provider.acs();
        draft.recipient = provider.acs();
        draft.inResponseTo = asked.requestId();
        draft.subjectInResponseTo = asked.requestId();
        draft.audiences = Draft.audience(provider.entityId());
        draft.responseId = "_" + tokens.uuid();
        draft.assertionId = "_" + tokens.uuid();
        draft.issueInstant = now.toString();
        draft.authnInstant = now.toString();
        draft.notBefore = now.toString();
        draft.notOnOrAfter = now.plus(VALIDITY).toString();
        draft.conditionsEnd = now.plus(VALIDITY).toString();
        draft.levelRef = String.valueOf(profile.levels().get(login.level()));
        draft.assertionKey = SigningKey.usual(key, login.pss());
        draft.responseKey = login.responseSigned() ? SigningKey.usual(key, login.pss()) : null;
        status(asked, login, draft);
        attributes(asked, login, draft);
        return draft;
    }

    private void status(AskedLogin asked, MockLogin login, Draft draft) {
        boolean answerable = satisfies(asked, login.person());
        draft.withAssertion = login.kind() == MockLogin.Kind.SUCCESS && answerable;
        draft.status = switch (login.kind()) {
            case SUCCESS -> answerable
                    ? "<saml2p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>"
                    : error("RequestDenied", "security-msg", REQUIRED_MISSING);
            case CANCELLED -> error("AuthnFailed", "Authentication was canceled by the user.", "");
            case DENIED -> error("RequestDenied", "security-msg", "");
            case FAILED -> error("NoAuthnContext", "An error has occurred.", "");
        };
    }

    private void attributes(AskedLogin asked, MockLogin login, Draft draft) {
        Map<PersonAttribute, String> values = new TreeMap<>(login.person().values());
        values.put(PersonAttribute.LEVEL, draft.levelRef);
        values.put(PersonAttribute.PROVED_BY, login.method().wireName());
        values.forEach((attribute, value) -> {
            String name = profile.attributeNames().get(attribute);
            if (name != null && asked.attributes().containsKey(name)) {
                draft.attributes.add(new Draft.SentAttribute(
                        name,
                        attribute.name(),
                        TECHNICAL.contains(attribute) ? "NORMAL" : word(login.level()),
                        List.of(Saml.escape(value))));
            }
        });
    }

    private static String word(TrustLevel level) {
        return switch (level) {
            case BASIC -> "UNTERGEORDNET";
            case LOW -> "NORMAL";
            case SUBSTANTIAL -> "SUBSTANTIELL";
            case HIGH -> "HOCH";
        };
    }

    private static String error(String reason, String message, String detail) {
        return "<saml2p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Requester\"><saml2p:StatusCode Value=\""
                + "urn:oasis:names:tc:SAML:2.0:status:" + reason + "\"/></saml2p:StatusCode><saml2p:StatusMessage>"
                + message + "</saml2p:StatusMessage>" + detail;
    }

    private String certificate() {
        try {
            return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made cannot be written", e);
        }
    }

    private static final String REQUIRED_MISSING =
            "<saml2p:StatusDetail><akdb:StatusDetail xmlns:akdb=\"https://www.akdb.de/request/2018/09\">"
                    + "{\"version\":\"1.0\",\"errors\":[{\"code\":\"IDP_REQUIRED_ATTRIBUTES_MISSING\",\"message\":"
                    + "\"A required attribute is not available.\"}]}"
                    + "</akdb:StatusDetail></saml2p:StatusDetail>";
}
