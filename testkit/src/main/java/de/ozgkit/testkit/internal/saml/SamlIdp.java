// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginMethod;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.ResponseStyle;
import de.ozgkit.testkit.TestOrganisation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An identity provider of BundID's kind with keys of its own: reads requests, writes responses. Thread-safe. */
public final class SamlIdp {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int PSEUDONYM_BYTES = 20;
    private final String entityId;
    private final String ssoLocation;
    private final AccountProfile profile;
    private final KeyMaterial key;
    private final List<KeyMaterial> furtherKeys = new CopyOnWriteArrayList<>();
    private volatile String logoutLocation = "";
    private volatile boolean eidCertificate = true;
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

    /** Names one more key in the metadata, for a change of keys. */
    public void alsoSignsWith(KeyMaterial further) {
        furtherKeys.add(further);
    }

    /** The metadata that service providers configure. */
    public String metadata() {
        return """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
            <md:IDPSSODescriptor WantAuthnRequestsSigned="true" \
            protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            %s
            %s<md:SingleSignOnService Binding="%s" Location="%s"/>
            <md:SingleSignOnService Binding="%s" Location="%s"/>
            </md:IDPSSODescriptor>
            </md:EntityDescriptor>
            """
                .formatted(
                        Saml.escape(entityId),
                        keyDescriptors(),
                        logoutServices(),
                        Saml.POST,
                        Saml.escape(ssoLocation),
                        Saml.REDIRECT,
                        Saml.escape(ssoLocation));
    }

    /** What a request asks for, if it is allowed to. */
    public AskedLogin read(String samlRequest, String relayState, List<ServiceProvider> known) throws RequestRefused {
        return allowed(new RequestReader(ssoLocation, profile).read(samlRequest, relayState, known));
    }

    /** What a request by redirect asks for, if it is allowed to. */
    public AskedLogin readQuery(String rawQuery, List<ServiceProvider> known) throws RequestRefused {
        return allowed(new RequestReader(ssoLocation, profile).readQuery(rawQuery, known));
    }

    private AskedLogin allowed(AskedLogin asked) throws RequestRefused {
        if (!eidCertificate && asked.methods().equals(Set.of(LoginMethod.EID))) {
            throw new RequestRefused("missing-berca");
        }
        return asked;
    }

    /** Offers single log-out. */
    public void logoutAt(String location) {
        logoutLocation = location;
    }

    /** Has no authorisation certificate for the identity card any more. */
    public void loseEidCertificate() {
        eidCertificate = false;
    }

    /** The level asked for; empty where the request does not say. */
    public Optional<TrustLevel> level(AskedLogin asked) {
        return asked.levelRef().isEmpty()
                ? Optional.empty()
                : Optional.of(profile.level(asked.levelRef()).orElse(TrustLevel.HIGH));
    }

    /** Whether what the account knows answers this request: some persons have no key, which a service may insist on. */
    public boolean satisfies(AskedLogin asked, MockLogin login) {
        return AkdbStatements.satisfy(asked, login, profile);
    }

    /** The field SAMLResponse. */
    public String respond(AskedLogin asked, MockLogin login) {
        return respond(asked, login, draft -> {});
    }

    /** The same with a last change of the draft. */
    String respond(AskedLogin asked, MockLogin login, Consumer<Draft> change) {
        Draft draft = draft(asked, login);
        login.defect().ifPresent(defect -> Defects.apply(defect, draft));
        change.accept(draft);
        boolean shibboleth = login.style().prefixes() == ResponseStyle.Prefixes.SHIBBOLETH;
        return write(draft, shibboleth ? UnaryOperator.identity() : SamlIdp::asKeycloak);
    }

    private static String write(Draft draft, UnaryOperator<String> prefixes) {
        String assertion = draft.withAssertion ? assertion(draft, prefixes) : "";
        String xml = draft.response.apply(prefixes.apply(draft.responseXml(assertion)));
        if (draft.responseKey != null) {
            xml = Signing.sign(xml, draft.responseKey);
        }
        xml = draft.responseSigned.apply(xml);
        return draft.posted.apply(Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String assertion(Draft draft, UnaryOperator<String> prefixes) {
        String xml = draft.assertion.apply(prefixes.apply(draft.assertionXml()));
        if (draft.assertionKey != null) {
            xml = Signing.sign(xml, draft.assertionKey);
        }
        xml = draft.assertionSigned.apply(xml);
        draft.plain.accept(xml);
        return draft.encrypted.apply(draft.encrypt ? draft.sealing.seal(xml) : xml);
    }

    private static String asKeycloak(String xml) {
        return xml.replaceAll("(</?|xmlns:)saml2p\\b", "$1samlp").replaceAll("(</?|xmlns:)saml2\\b", "$1saml");
    }

    private Draft draft(AskedLogin asked, MockLogin login) {
        if (login.organisation().isPresent() && !profile.business()) {
            throw new IllegalArgumentException("an organisation logs in at Mein Unternehmenskonto only");
        }
        ServiceProvider provider = asked.serviceProvider();
        ResponseStyle style = login.style();
        SigningKey signing = SigningKey.of(key, style);
        Draft draft = new Draft(signing, Sealing.of(provider.encryption().get(0), style));
        Instant now = clock.instant().plus(style.clockAhead());
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
        draft.sessionIndex = "_" + tokens.uuid();
        ResponseStyle.Signed signed = style.signed().orElse(usuallySigned(login));
        draft.assertionKey = signed == ResponseStyle.Signed.RESPONSE ? null : signing;
        draft.responseKey = signed == ResponseStyle.Signed.ASSERTION ? null : signing;
        status(asked, login, draft);
        name(asked, login, draft);
        if (profile.business()) {
            draft.levelRef = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";
            draft.attributeNameFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";
            draft.attributes.addAll(ElsterStatements.of(login, pseudonym(asked, login), profile));
        } else {
            draft.attributes.addAll(AkdbStatements.of(asked, login, profile));
        }
        return draft;
    }

    /** Mein Unternehmenskonto signs the response only; a broken one has both, since there must be something to break. */
    private ResponseStyle.Signed usuallySigned(MockLogin login) {
        return profile.assertionSigned() || login.defect().isPresent()
                ? ResponseStyle.Signed.BOTH
                : ResponseStyle.Signed.RESPONSE;
    }

    private void name(AskedLogin asked, MockLogin login, Draft draft) {
        var usual = profile.persistentName() ? ResponseStyle.NameId.PERSISTENT : ResponseStyle.NameId.TRANSIENT;
        ResponseStyle.NameId format = login.style().nameId().orElse(usual);
        draft.nameIdFormat = format.uri();
        draft.nameEncrypted = login.style().nameEncrypted();
        if (format == ResponseStyle.NameId.PERSISTENT) {
            draft.nameId = pseudonym(asked, login);
        }
    }

    /** Of whoever logs in, the same each time and another one at each service; in the form of Mein Unternehmenskonto. */
    private static String pseudonym(AskedLogin asked, MockLogin login) {
        String who = login.organisation().map(TestOrganisation::id).orElseGet(() -> login.person()
                .id());
        byte[] text = (who + " " + asked.serviceProvider().entityId()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return "du-" + HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void status(AskedLogin asked, MockLogin login, Draft draft) {
        boolean answerable = satisfies(asked, login);
        draft.withAssertion = login.kind() == MockLogin.Kind.SUCCESS && answerable;
        draft.status = switch (login.kind()) {
            case SUCCESS -> answerable
                    ? "<saml2p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>"
                    : error("RequestDenied", "security-msg", REQUIRED_MISSING);
            case CANCELLED -> error("AuthnFailed", cancelled(), "");
            case DENIED -> error("RequestDenied", "security-msg", "");
            case FAILED -> error("NoAuthnContext", "An error has occurred.", "");
        };
    }

    private String cancelled() {
        return profile.business()
                ? "Die ELSTER-seitige Authentifizierung wurde durch den Benutzer abgebrochen."
                : "Authentication was canceled by the user.";
    }

    private static String error(String reason, String message, String detail) {
        return "<saml2p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Requester\"><saml2p:StatusCode Value=\""
                + "urn:oasis:names:tc:SAML:2.0:status:" + reason + "\"/></saml2p:StatusCode><saml2p:StatusMessage>"
                + message + "</saml2p:StatusMessage>" + detail;
    }

    private String logoutServices() {
        return logoutLocation.isEmpty()
                ? ""
                : Stream.of(Saml.POST, Saml.REDIRECT)
                        .map(binding -> "<md:SingleLogoutService Binding=\"" + binding + "\" Location=\""
                                + Saml.escape(logoutLocation) + "\"/>\n")
                        .collect(Collectors.joining());
    }

    private String keyDescriptors() {
        return Stream.concat(Stream.of(key), furtherKeys.stream())
                .map(SamlIdp::keyDescriptor)
                .collect(Collectors.joining());
    }

    private static String keyDescriptor(KeyMaterial key) {
        try {
            return "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"" + Saml.DS
                    + "\"><ds:X509Data><ds:X509Certificate>"
                    + Base64.getEncoder().encodeToString(key.certificate().getEncoded())
                    + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
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
