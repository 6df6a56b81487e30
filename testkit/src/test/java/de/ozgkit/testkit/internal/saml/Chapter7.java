// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;

import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.ResponseDefect;
import java.util.function.Consumer;

/**
 * Judges the messages of the tests that are named after chapter 7 of the spec note: each line of that checklist is one nested class, whose
 * display name begins with its number.
 */
final class Chapter7 {

    static final String ACCEPTED = "accepted";

    private static final Nutzerkonto KONTO =
            Handmade.portal(Handmade.keycloak()).build();
    private static final SamlBench BUNDID = SamlBench.of(AccountProfile.BUNDID, builder -> builder);

    private Chapter7() {}

    /** The failure of a response that somebody wrote by hand and changed, or the key of who logged in: "key-1" without a change. */
    static String verdict(Consumer<Handmade> change) {
        Handmade made = new Handmade();
        change.accept(made);
        return made.verdict(KONTO);
    }

    /** The failure of a response of BundID with a defect, or that it was accepted. */
    static String verdict(ResponseDefect defect) {
        return field(BUNDID.idp.respond(BUNDID.asked, login(ERIKA_MUSTERMANN).broken(defect)));
    }

    /** The failure of what a browser posts as the field SAMLResponse. */
    static String field(String samlResponse) {
        SamlBench.Verdict verdict = BUNDID.judgeField(samlResponse);
        return verdict.kind() == SamlBench.Kind.IN ? ACCEPTED : verdict.what();
    }
}
