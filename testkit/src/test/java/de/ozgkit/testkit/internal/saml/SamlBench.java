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
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto.KeyKind;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One log-in that has begun and is judged again and again: the clock stands still, and nothing counts as used. For suites that post many
 * responses.
 */
final class SamlBench {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final KeyMaterial SP_KEY = TestKeys.make(KeyKind.RSA_2048, Duration.ofDays(3650), CLOCK);
    static final KeyMaterial IDP_KEY = TestKeys.make(KeyKind.RSA_2048, Duration.ofDays(3650), CLOCK);
    static final String SP = "https://serviceportal.example.test";
    static final String ACS = SP + "/saml/acs";
    static final String IDP = "https://konto.example.test/idp";
    private static final BrowserKey BROWSER = BrowserKey.fresh(Tokens.secure());

    final AskedLogin asked;
    final String requestXml;
    final ServiceProvider provider;
    final SamlIdp idp;
    private final Nutzerkonto konto;

    private SamlBench(AccountProfile profile, Login login, UnaryOperator<Nutzerkonto.Builder> change) {
        idp = new SamlIdp(IDP, "https://konto.example.test/sso", profile, IDP_KEY, CLOCK, Tokens.secure());
        konto = change.apply(Nutzerkonto.of(profile)
                        .serviceProvider(SP, URI.create(ACS))
                        .identityProvider(IdpMetadata.read(
                                new ByteArrayInputStream(idp.metadata().getBytes(StandardCharsets.UTF_8))))
                        .keys(SP_KEY)
                        .onlineService("BMI-B0000001", "Stadt Recklinghausen")
                        .state(new Forgetful())
                        .clock(CLOCK))
                .build();
        LoginRequest request = konto.begin(login, BROWSER);
        requestXml = new String(Base64.getDecoder().decode(field(request, "SAMLRequest")), StandardCharsets.UTF_8);
        provider = ServiceProvider.read(konto.metadata());
        try {
            asked = idp.read(field(request, "SAMLRequest"), field(request, "RelayState"), List.of(provider));
        } catch (RequestRefused e) {
            throw new IllegalStateException(e);
        }
    }

    static SamlBench of(AccountProfile profile, UnaryOperator<Nutzerkonto.Builder> change) {
        return new SamlBench(profile, Login.atLeast(TrustLevel.SUBSTANTIAL).returningTo("/hund"), change);
    }

    static SamlBench of(AccountProfile profile, Login login) {
        return new SamlBench(profile, login, builder -> builder);
    }

    /** A response as the account would write it, as XML. */
    String respond(MockLogin login) {
        return new String(Base64.getDecoder().decode(idp.respond(asked, login)), StandardCharsets.UTF_8);
    }

    /** The same with a change of the assertion and of the whole before they are signed, and after the defect was put in. */
    String respond(MockLogin login, UnaryOperator<String> change) {
        return new String(
                Base64.getDecoder().decode(idp.respond(asked, login, draft -> draft.changeEverywhere(change))),
                StandardCharsets.UTF_8);
    }

    /** The same with a change of the draft. */
    String drafted(MockLogin login, Consumer<Draft> change) {
        return new String(Base64.getDecoder().decode(idp.respond(asked, login, change)), StandardCharsets.UTF_8);
    }

    /** Who is logged in by a response. */
    LoginOutcome.Authenticated authenticated(String xml) {
        return (LoginOutcome.Authenticated) complete(encoded(xml));
    }

    /** What becomes of a response: the failure, however it is told, or all that the portal believes to know. */
    Verdict judge(String xml) {
        return judgeField(encoded(xml));
    }

    Verdict judgeField(String samlResponse) {
        try {
            return complete(samlResponse)
                    .fold(
                            in -> new Verdict(Kind.IN, told(in)),
                            cancelled -> new Verdict(Kind.TOLD, LoginFailure.STATUS_CANCELLED.name()),
                            refused -> new Verdict(Kind.TOLD, refused.reason().name()));
        } catch (RejectedException e) {
            return new Verdict(
                    Kind.REJECTED, LoginFailure.of(e).orElseThrow(() -> e).name());
        }
    }

    private LoginOutcome complete(String samlResponse) {
        return konto.complete(samlResponse, asked.relayState(), BROWSER);
    }

    private static String encoded(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String told(LoginOutcome.Authenticated in) {
        String known = in.identity()
                .fold(
                        person -> new TreeMap<>(person.values()) + " " + new TreeMap<>(person.trust()),
                        organisation -> new TreeMap<>(organisation.values()) + "");
        return known + " " + new TreeMap<>(in.identity().raw()) + " "
                + in.logout().asText() + " " + in.level() + " " + in.authenticatedAt() + " " + in.assertionId() + " "
                + in.returnTo();
    }

    private static String field(LoginRequest request, String name) {
        return String.valueOf(request.fields().get(name));
    }

    enum Kind {
        /** Somebody is logged in. */
        IN,
        /** The account said no, and was believed. */
        TOLD,
        /** The message is not believed. */
        REJECTED
    }

    record Verdict(Kind kind, String what) {}
}
