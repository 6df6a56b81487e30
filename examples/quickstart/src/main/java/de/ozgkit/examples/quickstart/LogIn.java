// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.identity.AccountLinks;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Identity;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginCookie;
import de.ozgkit.identity.LoginOutcome.Authenticated;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.LogoutOrder;
import de.ozgkit.identity.LogoutOutcome;
import de.ozgkit.identity.MetadataSource;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.identity.SessionLimit;
import de.ozgkit.identity.UnverifiedLogout;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Guide, "Log in with BundID / Servicekonto.NRW". */
final class LogIn {

    private LogIn() {}

    // tag::setup
    /** Once, at the start of the portal. */
    static Nutzerkonto account(Path metadata, Path key, char[] password, DataSource database) {
        return Nutzerkonto.bundId()
                .serviceProvider("https://portal.example.de", URI.create("https://portal.example.de/saml/acs"))
                .identityProvider(IdpMetadata.read(metadata))
                .keys(KeyMaterial.pkcs12(key, password))
                .onlineService("BMI-B0000001", "Stadt Recklinghausen")
                .state(LoginState.jdbc(database))
                .build();
    }
    // end::setup

    // tag::begin
    private static final LoginCookie COOKIE = LoginCookie.of(URI.create("https://portal.example.de/saml/acs"));

    /** GET /anmelden: the answer is a page that posts itself to the account. */
    static Reply begin(Nutzerkonto konto, @Nullable String cookie) {
        BrowserKey browser = COOKIE.keyOrFresh(cookie, Tokens.secure());
        LoginRequest go = konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL).returningTo("/hund"), browser);
        return Reply.page(200, go.page("/assets/login.js")) // serves LoginRequest.SCRIPT
                .with(go.headers())
                .cookie(COOKIE.set(browser));
    }
    // end::begin

    // tag::complete
    /** POST /saml/acs. The function begins a session under a new id and gives its Set-Cookie. */
    static Reply complete(
            Nutzerkonto konto,
            @Nullable String samlResponse,
            @Nullable String relayState,
            @Nullable String cookie,
            Function<Authenticated, String> newSession) {
        try {
            return konto.complete(samlResponse, relayState, BrowserKey.of(cookie))
                    .fold(
                            in -> Reply.seeOther(in.returnTo())
                                    .cookie(newSession.apply(in))
                                    .cookie(COOKIE.delete()),
                            cancelled -> Reply.page(200, "Sie haben die Anmeldung abgebrochen."),
                            refused -> Reply.page(403, refused.publicText()));
        } catch (RejectedException e) { // not to be believed: forged, too late, another browser, a second time
            return Reply.page(400, e.publicText());
        } catch (TransportException e) { // database, hardware module, too much at once: begin anew later
            return Reply.page(503, e.publicText());
        }
    }
    // end::complete

    // tag::session
    /** What the portal's session keeps of a log-in. A guest has no key. */
    record Session(String account, Optional<String> key, TrustLevel level, SessionLimit limit, String logout) {

        static Session of(Nutzerkonto konto, Authenticated in) {
            return new Session(
                    konto.account(),
                    in.identity().key(),
                    in.level(),
                    in.session(),
                    in.logout().asText());
        }

        /** Asked for every page: whether the session goes on, and is good enough. */
        boolean isEnough(TrustLevel needed, Instant lastClick, Instant now) {
            return level.atLeast(needed) && !limit.isOver(lastClick, now);
        }
    }
    // end::session

    // tag::step-up
    /** The next page needs more than the session has: the same person proves it more surely. */
    static LoginRequest stepUp(Nutzerkonto konto, Identity current, BrowserKey browser) {
        return konto.begin(Login.stepUp(TrustLevel.HIGH, current).returningTo("/ausweis"), browser);
    }
    // end::step-up

    // tag::guest
    /** A service that people without an account may use too. */
    static LoginRequest guest(Nutzerkonto konto, BrowserKey browser) {
        Login open = Login.atLeast(TrustLevel.BASIC)
                .allowingGuests()
                .asking(PersonAttribute.GIVEN_NAME, PersonAttribute.FAMILY_NAME, PersonAttribute.MAIL)
                .returningTo("/schlagloch");
        return konto.begin(open, browser);
    }
    // end::guest

    // tag::log-out
    /** POST /abmelden: here first, then at the account if it has a single log-out. BundID has none. */
    static Reply logOut(Nutzerkonto konto, String keptInTheSession, Runnable endSession) {
        endSession.run();
        return konto.beginLogout(LogoutHandle.parse(keptInTheSession), "/abgemeldet")
                .map(LogIn::away)
                .orElseGet(() -> Reply.seeOther("/abgemeldet"));
    }

    /** GET and POST /saml/slo: the account's answer, or a log-out that began there or at another service. */
    static Reply loggedOut(Nutzerkonto konto, UnverifiedLogout message, Predicate<LogoutOrder> endSessions) {
        if (message.isRequest()) {
            return away(konto.answerLogout(message, endSessions));
        }
        LogoutOutcome outcome = konto.completeLogout(message);
        return outcome.everywhere()
                ? Reply.seeOther(outcome.returnTo())
                : Reply.page(200, "Sie sind hier abgemeldet. Bitte schließen Sie alle Fenster des Browsers.");
    }

    private static Reply away(LogoutMessage go) {
        return Reply.page(200, go.page("/assets/login.js")).with(go.headers());
    }
    // end::log-out

    // tag::links
    /** The citizen has just logged in at Servicekonto.NRW and then at BundID, both in this session. */
    static boolean link(AccountLinks links, Authenticated former, Authenticated present, Instant now) {
        return links.link(former, present, now);
    }

    /** All keys under which cases of this person may be stored. */
    static List<String> keys(AccountLinks links, String formerAccount, Nutzerkonto bundId, String key) {
        List<String> keys = new ArrayList<>(List.of(key));
        links.formerKey(formerAccount, bundId.account(), key).ifPresent(keys::add);
        return keys;
    }
    // end::links

    // tag::business
    /** Mein Unternehmenskonto, beside BundID and with an address of its own. */
    static Nutzerkonto business(IdpMetadata elster, KeyMaterial key, LoginState state) {
        return Nutzerkonto.unternehmenskonto()
                .serviceProvider("https://portal.example.de", URI.create("https://portal.example.de/saml/business/acs"))
                .identityProvider(elster)
                .keys(key)
                .singleLogout(URI.create("https://portal.example.de/saml/business/slo"))
                .state(state)
                .build();
    }

    static String greeting(Identity identity) {
        return identity.fold(
                person -> "Guten Tag " + person.displayName(),
                organisation -> "Guten Tag " + organisation.displayName() + ", "
                        + organisation.legalForm().orElse("Rechtsform unbekannt"));
    }
    // end::business

    // tag::metadata
    /** Fetched every hour. Only certificates with these fingerprints count, which the operator told by another way. */
    static MetadataSource metadata(URI address, Path copy, String... fingerprints) {
        return MetadataSource.url(HttpGateway.to("bundid").build(), address)
                .signingCertificates(fingerprints)
                .keptIn(copy)
                .build();
    }
    // end::metadata

    // tag::other
    /** A Keycloak realm with names of its own, whose log-in deserves LOW. Its persistent name for somebody is the key. */
    static AccountProfile keycloak() {
        return AccountProfile.BUNDID
                .withoutAkdbExtension()
                .withPersistentName()
                .withAttribute(PersonAttribute.GIVEN_NAME, "firstName")
                .withAttribute(PersonAttribute.FAMILY_NAME, "lastName")
                .withAttribute(PersonAttribute.MAIL, "email")
                .withLevel(TrustLevel.LOW, "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified");
    }
    // end::other

    // tag::change
    /** While keys change: the present one signs, both are published, and both open what comes. */
    static Nutzerkonto.Builder changing(Nutzerkonto.Builder portal, KeyMaterial present, KeyMaterial next) {
        return portal.keys(present).alsoOpensWith(next);
    }
    // end::change
}
