// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import java.net.URI;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Guide, "Log in". */
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
    /** The citizen presses "Anmelden": the answer is a page that posts itself to the account. */
    static String begin(Nutzerkonto konto, BrowserKey browser) {
        LoginRequest go = konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL).returningTo("/hund"), browser);
        return go.page("/assets/login.js"); // serves LoginRequest.SCRIPT
    }

    /** The browser's key, kept from begin to complete in a cookie that holds nothing else. */
    static BrowserKey browser(@Nullable String cookie) {
        return BrowserKey.isKey(cookie) ? BrowserKey.of(cookie) : BrowserKey.fresh(Tokens.secure());
    }

    static String setCookie(BrowserKey browser) {
        return "__Host-ozg-login=" + browser.value() + "; Path=/; Max-Age=900; Secure; HttpOnly; SameSite=None";
    }
    // end::begin

    // tag::complete
    /** POST /saml/acs: what the account says, as a text for the citizen. */
    static String complete(Nutzerkonto konto, String samlResponse, String relayState, @Nullable String cookie) {
        try {
            LoginOutcome outcome = konto.complete(samlResponse, relayState, BrowserKey.of(cookie));
            return outcome.fold(
                    in -> "Guten Tag " + in.identity().displayName() + " (" + in.level() + ")",
                    cancelled -> "Anmeldung abgebrochen",
                    refused -> refused.publicText());
        } catch (RejectedException e) { // not to be believed: forged, too late, another browser, a second time
            return e.publicText();
        }
    }
    // end::complete
}
