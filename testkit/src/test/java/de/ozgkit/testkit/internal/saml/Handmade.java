// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.MockNutzerkonto.KeyKind;
import de.ozgkit.testkit.ResponseStyle;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One response written by hand, signed and sealed, with a hook before each step. */
final class Handmade {

    static final String IDP = "https://idp.example.test";
    static final String SP = "https://sp.example.test";
    static final URI ACS = URI.create("https://sp.example.test/acs");
    static final String BASIC = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";
    static final KeyMaterial IDP_KEY = MockNutzerkonto.newKey(KeyKind.RSA_2048, Clock.systemUTC());
    static final KeyMaterial SP_KEY = MockNutzerkonto.newKey(KeyKind.RSA_2048, Clock.systemUTC());
    static final SigningKey SIGNING = SigningKey.usual(IDP_KEY);

    static final BrowserKey BROWSER = BrowserKey.fresh(Tokens.secure());
    private static final Pattern ID = Pattern.compile(" ID=\"([^\"]*)\"");

    Sealing sealing = Sealing.of(SP_KEY.certificate(), ResponseStyle.usual());
    boolean responseSigned = true;
    boolean assertionSigned = true;
    boolean sealed = true;
    UnaryOperator<String> assertion = UnaryOperator.identity();
    UnaryOperator<String> assertionAfterSigning = UnaryOperator.identity();
    UnaryOperator<String> encrypted = UnaryOperator.identity();
    UnaryOperator<String> response = UnaryOperator.identity();
    UnaryOperator<String> responseAfterSigning = UnaryOperator.identity();

    /** A portal at an account with a profile of its own, which names the key "uid", the given name "givenName" and one level. */
    static AccountProfile keycloak() {
        AccountProfile profile = AccountProfile.BUNDID.withoutAkdbExtension();
        return profile.withAttribute(PersonAttribute.KEY, "uid")
                .withAttribute(PersonAttribute.GIVEN_NAME, "givenName")
                .withLevel(TrustLevel.LOW, "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport");
    }

    static Nutzerkonto.Builder portal(AccountProfile profile) {
        return Nutzerkonto.of(profile)
                .serviceProvider(SP, ACS)
                .identityProvider(new IdpMetadata(
                        IDP, URI.create(IDP + "/sso"), List.of(IDP_KEY.certificate()), Optional.empty()))
                .keys(SP_KEY)
                .state(new Forgetful());
    }

    /** The response to a request of that id, as XML. */
    String xml(String requestId) {
        String id = UUID.randomUUID().toString();
        String now = Instant.now().toString();
        String end = Instant.now().plusSeconds(300).toString();
        String inner = assertion.apply(ASSERTION.formatted(id, now, requestId, end, now, end, now));
        inner = assertionAfterSigning.apply(assertionSigned ? Signing.sign(inner, SIGNING) : inner);
        String outer = response.apply(
                RESPONSE.formatted(id, requestId, now, encrypted.apply(sealed ? sealing.seal(inner) : inner)));
        return responseAfterSigning.apply(responseSigned ? Signing.sign(outer, SIGNING) : outer);
    }

    static LoginRequest begin(Nutzerkonto konto) {
        return konto.begin(Login.atLeast(TrustLevel.BASIC).returningTo("/hund").allowingGuests(), BROWSER);
    }

    /** The response to the request as the field of the browser. */
    String answer(LoginRequest request) {
        String xml =
                new String(Base64.getDecoder().decode(request.fields().get("SAMLRequest")), StandardCharsets.UTF_8);
        Matcher id = ID.matcher(xml);
        if (!id.find()) {
            throw new IllegalStateException("a request without an id");
        }
        return Base64.getEncoder().encodeToString(xml(id.group(1)).getBytes(StandardCharsets.UTF_8));
    }

    /** One whole log-in. */
    LoginOutcome at(Nutzerkonto konto) {
        LoginRequest request = begin(konto);
        return konto.complete(answer(request), request.fields().get("RelayState"), BROWSER);
    }

    /** The failure, however it is told, or the key of who logged in. */
    String verdict(Nutzerkonto konto) {
        return verdict(() -> at(konto));
    }

    static String verdict(Supplier<LoginOutcome> attempt) {
        try {
            return attempt.get()
                    .fold(
                            in -> in.identity().key().orElse("guest"),
                            cancelled -> LoginFailure.STATUS_CANCELLED.name(),
                            refused -> refused.reason().name());
        } catch (RejectedException e) {
            return LoginFailure.of(e).map(Enum::name).orElse(e.code());
        }
    }

    static UnaryOperator<String> replacing(String what, String by) {
        return xml -> {
            if (!xml.contains(what)) {
                throw new IllegalStateException("nothing to replace: " + what);
            }
            return xml.replace(what, by);
        };
    }

    static Person person(LoginOutcome outcome) {
        return (Person) ((LoginOutcome.Authenticated) outcome).identity();
    }

    static String attribute(String name, String value) {
        return "<saml:Attribute Name=\"" + name + "\" NameFormat=\"" + BASIC
                + "\"><saml:AttributeValue xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xs:string\">" + value
                + "</saml:AttributeValue></saml:Attribute>";
    }

    static final String ATTRIBUTES =
            attribute("uid", "key-1") + attribute("givenName", "Erika") + attribute("nobody-reads-this", "one");

    private static final String ASSERTION =
            """
            <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a%s" IssueInstant="%s" Version="2.0">
            <saml:Issuer>https://idp.example.test</saml:Issuer>
            <saml:Subject><saml:NameID>erika@example.test</saml:NameID>
            <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
            <saml:SubjectConfirmationData InResponseTo="%s" NotOnOrAfter="%s" Recipient="https://sp.example.test/acs"/>
            </saml:SubjectConfirmation></saml:Subject>
            <saml:Conditions NotBefore="%s" NotOnOrAfter="%s"><saml:AudienceRestriction>\
            <saml:Audience>https://sp.example.test</saml:Audience></saml:AudienceRestriction></saml:Conditions>
            <saml:AuthnStatement AuthnInstant="%s" SessionIndex="session-1"><saml:AuthnContext><saml:AuthnContextClassRef>\
            urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport\
            </saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
            <saml:AttributeStatement>"""
                    + ATTRIBUTES
                    + """
            </saml:AttributeStatement></saml:Assertion>""";
    private static final String RESPONSE =
            """
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r%s" InResponseTo="%s" IssueInstant="%s" \
            Destination="https://sp.example.test/acs" Version="2.0">
            <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://idp.example.test</saml:Issuer>
            <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>%s
            </samlp:Response>""";
}
