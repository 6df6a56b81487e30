// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hund", "/hund?stadt=05562&schritt=2#oben", "/m%C3%BCll", "/a//b", "/@x", "/[1]"})
    void goes_on_at_a_path_of_this_portal(String path) {
        assertThat(Login.atLeast(TrustLevel.LOW).returningTo(path).returnTo()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hund",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\\b",
                "/a b",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x",
                "/müll",
                " /hund",
                "/hund\u0000"
            })
    @DisplayName("chapter 7, line 19: never leads elsewhere")
    void never_leads_elsewhere(String path) {
        assertThat(Login.isLocalPath(path)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Login.atLeast(TrustLevel.LOW).returningTo(path));
    }

    @Test
    void paths_have_an_end() {
        assertThat(Login.isLocalPath("/" + "a".repeat(999))).isTrue();
        assertThat(Login.isLocalPath("/" + "a".repeat(1000))).isFalse();
    }

    @Test
    void asks_for_something_and_for_the_key_unless_guests_may_come() {
        Login login = Login.atLeast(TrustLevel.LOW);

        assertThat(login.asking(PersonAttribute.MAIL).attributes())
                .containsExactlyInAnyOrder(PersonAttribute.MAIL, PersonAttribute.KEY);
        assertThat(login.allowingGuests().asking(PersonAttribute.MAIL).attributes())
                .containsExactly(PersonAttribute.MAIL);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Login(TrustLevel.LOW, "/", Set.of(), Set.of(), Set.of(), true, "de", Optional.empty()));
    }

    @Test
    void a_browser_key_is_long_random_and_silent() {
        BrowserKey key = BrowserKey.fresh(Tokens.secure());

        assertThat(key.value()).hasSize(24);
        assertThat(BrowserKey.of(key.value()).hash())
                .isEqualTo(key.hash())
                .hasSize(64)
                .doesNotContain(key.value());
        assertThat(BrowserKey.fresh(Tokens.secure()).hash()).isNotEqualTo(key.hash());
        assertThat(key.toString()).doesNotContain(key.value());
        for (String bad : new String[] {null, "", "short", "x".repeat(129), "ä".repeat(24), "a b".repeat(10)}) {
            assertThat(BrowserKey.isKey(bad)).isFalse();
            assertThatThrownBy(() -> BrowserKey.of(bad))
                    .isInstanceOfSatisfying(
                            RejectedException.class, e -> assertThat(e.code()).isEqualTo("saml.unsolicited"));
        }
    }

    @Test
    void failures_have_codes_that_can_be_found_again() {
        assertThat(LoginFailure.SIGNATURE_INVALID.code()).isEqualTo("saml.signature_invalid");
        assertThat(LoginFailure.of(new RejectedException("saml.in_response_to", "x")))
                .contains(LoginFailure.IN_RESPONSE_TO);
        assertThat(LoginFailure.of(new RejectedException("payment.callback", "x")))
                .isEmpty();
    }

    @Test
    void a_profile_is_data_that_can_be_changed() {
        AccountProfile changed = AccountProfile.SERVICEKONTO_NRW
                .withAttribute(PersonAttribute.KEY, "servicekonto-id")
                .withLevel(TrustLevel.HIGH, "urn:hoch")
                .withoutAkdbExtension();

        assertThat(changed.attribute("servicekonto-id")).contains(PersonAttribute.KEY);
        assertThat(changed.attribute("urn:oid:1.3.6.1.4.1.25484.494450.3")).isEmpty();
        assertThat(changed.level("urn:hoch")).contains(TrustLevel.HIGH);
        assertThat(changed.level("STORK-QAA-Level-3")).contains(TrustLevel.SUBSTANTIAL);
        assertThat(AccountProfile.BUNDID.level("STORK-QAA-Level-5")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed.withAttribute(PersonAttribute.MAIL, "servicekonto-id"));
    }

    @Test
    void a_person_may_lack_anything() {
        Person nobody = new Person(Map.of(), Map.of(), Map.of());

        assertThat(nobody.displayName()).isEmpty();
        assertThat(nobody.key()).isEmpty();
        assertThat(nobody.address()).isEmpty();
        assertThat(nobody.birthDate()).isEmpty();
        Person person = new Person(
                Map.of(PersonAttribute.BIRTH_DATE, "1964-00-00", PersonAttribute.CITY, "Köln"), Map.of(), Map.of());
        assertThat(person.birthDate()).isEmpty();
        assertThat(person.birthDateText()).contains("1964-00-00");
        assertThat(person.address().flatMap(Person.Address::city)).contains("Köln");
        assertThat(person.toString() + person.address()).doesNotContain("1964").doesNotContain("Köln");
    }

    @Test
    void a_registration_that_is_incomplete_or_insecure_cannot_be_made() {
        refused(b -> Nutzerkonto.bundId(), "serviceProvider");
        refused(b -> b.serviceProvider(Fixture.ENTITY_ID, URI.create("http://portal.example.test/acs")), "https");
        refused(b -> b.serviceProvider(" ", Fixture.ACS), "entity id");
        refused(b -> b.onlineService("", ""), "onlineService");
        refused(b -> b.clockSkew(Duration.ofMinutes(4)), "clockSkew");
        refused(b -> b.maxAge(Duration.ZERO), "maxAge");
        assertThatThrownBy(() -> Fixture.portal(AccountProfile.BUNDID.withUnsignedAssertion())
                        .acceptUnsignedResponse()
                        .build())
                .hasMessageContaining("one of them must be signed");
        assertThat(Fixture.portal()
                        .serviceProvider(Fixture.ENTITY_ID, URI.create("http://localhost:8080/saml/acs"))
                        .build()
                        .toString())
                .contains("BundID");
    }

    private static void refused(UnaryOperator<Nutzerkonto.Builder> change, String word) {
        assertThatThrownBy(() -> change.apply(Fixture.portal()).build())
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.code()).isEqualTo("saml.setup");
                    assertThat(e.getMessage()).contains(word);
                });
    }

    @Test
    void a_session_ends_the_sooner_the_surer_the_log_in_is() {
        Instant begin = Instant.parse("2026-01-01T12:00:00Z");

        assertThat(SessionLimit.of(TrustLevel.BASIC, begin))
                .isEqualTo(new SessionLimit(begin.plus(Duration.ofHours(12)), Duration.ofMinutes(60)))
                .isEqualTo(SessionLimit.of(TrustLevel.LOW, begin));
        assertThat(SessionLimit.of(TrustLevel.SUBSTANTIAL, begin))
                .isEqualTo(new SessionLimit(begin.plus(Duration.ofHours(2)), Duration.ofMinutes(30)));
        SessionLimit high = SessionLimit.of(TrustLevel.HIGH, begin);
        assertThat(high).isEqualTo(new SessionLimit(begin.plus(Duration.ofMinutes(30)), Duration.ofMinutes(5)));
        assertThat(high.until(begin.plusSeconds(60)).endsAt()).isEqualTo(begin.plusSeconds(60));
        assertThat(high.until(begin.plus(Duration.ofHours(1)))).isEqualTo(high);
        assertThat(high.isOver(begin, begin.plusSeconds(299))).isFalse();
        assertThat(high.isOver(begin, begin.plusSeconds(300))).isTrue();
        assertThat(high.isOver(high.endsAt().minusSeconds(1), high.endsAt())).isTrue();
    }

    @Test
    void what_a_log_out_needs_is_stored_as_one_word() {
        LogoutHandle full = new LogoutHandle(
                "https://idp.example.test",
                "Zoë. & <x>",
                Optional.of("urn:format"),
                Optional.of("q"),
                Optional.of("s"),
                Optional.of("_1"));
        LogoutHandle bare =
                new LogoutHandle("i", "n", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(full.asText()).matches("[A-Za-z0-9_.-]+");
        assertThat(LogoutHandle.parse(full.asText())).isEqualTo(full);
        assertThat(LogoutHandle.parse(bare.asText())).isEqualTo(bare);
        assertThat(full.toString()).doesNotContain("Zo");
        assertThatIllegalArgumentException().isThrownBy(() -> LogoutHandle.parse("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> LogoutHandle.parse("*.*.*.*.*.*"));
    }

    @Test
    void an_organisation_may_lack_anything() {
        Organisation nobody = new Organisation(Map.of(), Optional.empty(), Optional.empty(), Map.of());

        assertThat(nobody.displayName()).isEmpty();
        assertThat(nobody.key()).isEmpty();
        assertThat(nobody.register()).isEmpty();
        assertThat(nobody.legalForm()).isEmpty();
        assertThat(nobody.naturalPerson()).isEmpty();
        assertThat(nobody.<String>fold(person -> "person", organisation -> "organisation"))
                .isEqualTo("organisation");
        assertThat(Organisation.date("12.08.1964")).contains(LocalDate.of(1964, 8, 12));
        assertThat(Organisation.date("1964-08-12")).contains(LocalDate.of(1964, 8, 12));
        assertThat(Organisation.date("00.00.1964")).isEmpty();
        assertThat(Organisation.date("31.02.1964")).isEmpty();
    }
}
