// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.MockLogin.cancelled;
import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestOrganisations.BEISPIEL_AG;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static de.ozgkit.testkit.internal.saml.Defects.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.testkit.ResponseStyle;
import de.ozgkit.testkit.ResponseStyle.Signed;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mock of Mein Unternehmenskonto does not write by itself: other levels and words, and structure in the wrong place. */
class BusinessAccountTest {

    private static final String IDENTIFIED = "ElsterVertrauensniveauIdentifizierung";
    private static final String AUTHENTICATED = "ElsterVertrauensniveauAuthentifizierung";

    private static SamlBench bench;

    @BeforeAll
    static void start() {
        bench = SamlBench.of(AccountProfile.UNTERNEHMENSKONTO, builder -> builder);
    }

    @ParameterizedTest
    @CsvSource({
        "substanziell,substanziell,SUBSTANTIAL",
        "hoch,substanziell,SUBSTANTIAL",
        "substanziell,hoch,SUBSTANTIAL",
        "hoch,hoch,HIGH"
    })
    void the_lower_of_both_levels_counts(String identified, String authenticated, TrustLevel level) {
        String response = drafted(stating(IDENTIFIED, identified).andThen(stating(AUTHENTICATED, authenticated)));

        assertThat(bench.authenticated(response).level()).isEqualTo(level);
    }

    @Test
    void a_low_level_is_too_low_and_so_is_none() {
        assertThat(verdict(stating(IDENTIFIED, "niedrig"))).isEqualTo("LEVEL_TOO_LOW");
        assertThat(verdict(stating(AUTHENTICATED, "sehr hoch"))).isEqualTo("LEVEL_TOO_LOW");
        assertThat(verdict(draft -> draft.attributes.removeIf(one -> one.name().equals(AUTHENTICATED))))
                .isEqualTo("LEVEL_TOO_LOW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "1", "ja"})
    void any_word_but_no_means_a_test_account(String word) {
        assertThat(verdict(stating("IstTestkonto", word))).isEqualTo("TEST_ACCOUNT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "0"})
    void a_clear_no_is_an_account_in_production(String word) {
        assertThat(verdict(stating("IstTestkonto", word))).contains("Firma Beispiel AG");
        assertThat(verdict(draft -> draft.attributes.removeIf(one -> one.name().equals("IstTestkonto"))))
                .contains("Firma Beispiel AG");
    }

    @Test
    void the_response_around_the_encrypted_assertion_must_be_signed() {
        var inside = login(BEISPIEL_AG).in(ResponseStyle.usual().with(Signed.ASSERTION));

        assertThat(verdict(draft -> draft.responseKey = null)).isEqualTo("SIGNATURE_MISSING");
        assertThat(bench.judge(bench.respond(inside)).what()).isEqualTo("SIGNATURE_MISSING");
    }

    @Test
    void a_signature_inside_must_be_right_if_there_is_one() {
        assertThat(verdict(draft -> draft.assertionKey = draft.key)).contains("Firma Beispiel AG");
        assertThat(verdict(draft -> {
                    draft.assertionKey = draft.key;
                    draft.assertionSigned = replacing("Firma Beispiel", "Firma Fremd");
                }))
                .isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void structure_stands_only_where_it_belongs() {
        String ekona = "xmlns:ekona=\"" + ElsterStatements.NAMESPACE + "\"";

        assertThat(written(replacing(
                        "</saml2:AuthnContext>",
                        "<e:Ort " + ekona.replace(":ekona", ":e") + "/></saml2:AuthnContext>")))
                .isEqualTo("MALFORMED_XML");
        assertThat(written(xml -> xml.replace("ekona:Ort>", "f:Ort>").replace(ekona, ekona + " xmlns:f=\"urn:f\"")))
                .isEqualTo("MALFORMED_XML");
        assertThat(written(replacing("<ekona:Land>", "text<ekona:Land>"))).isEqualTo("MALFORMED_XML");
        assertThat(written(replacing("<ekona:Land>", "<ekona:Land>AT</ekona:Land><ekona:Land>")))
                .isEqualTo("DUPLICATE_ATTRIBUTE");
    }

    @Test
    void an_account_for_citizens_has_no_structure() {
        SamlBench citizens = SamlBench.of(AccountProfile.BUNDID, builder -> builder);
        String response = citizens.drafted(
                login(ERIKA_MUSTERMANN),
                draft -> draft.attributes.add(new Draft.SentAttribute(
                        "Anschrift", "", "", "ekona:AdresseType", List.of("<ekona:Ort>Berlin</ekona:Ort>"))));

        assertThat(citizens.judge(response).what()).isEqualTo("MALFORMED_XML");
    }

    @Test
    void cancel_at_elster_is_a_cancel() {
        assertThat(bench.respond(cancelled())).contains("Die ELSTER-seitige Authentifizierung wurde");
        assertThat(bench.judge(bench.respond(cancelled())).what()).isEqualTo("STATUS_CANCELLED");
    }

    private static Consumer<Draft> stating(String name, String value) {
        return draft -> draft.attributes.replaceAll(one -> one.name().equals(name) ? one.of(List.of(value)) : one);
    }

    private static String drafted(Consumer<Draft> change) {
        return bench.drafted(login(BEISPIEL_AG), change);
    }

    private static String verdict(Consumer<Draft> change) {
        return bench.judge(drafted(change)).what();
    }

    private static String written(UnaryOperator<String> change) {
        return verdict(draft -> draft.assertion = change);
    }
}
