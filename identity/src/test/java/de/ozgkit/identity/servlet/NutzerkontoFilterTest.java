// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.Fixture;
import de.ozgkit.identity.Identity;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.Organisation;
import de.ozgkit.identity.OrganisationAttribute;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.identity.SessionLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said without a container; the walk through one is in the example for Spring Boot. */
class NutzerkontoFilterTest {

    private static final Nutzerkonto CITIZENS = Fixture.portal().build();
    private static final Nutzerkonto BUSINESS = at("/saml/business/acs");

    @ParameterizedTest
    @CsvSource({
        "/antrag, SUBSTANTIAL", "/antrag/, SUBSTANTIAL", "/antrag/hund, SUBSTANTIAL", "/antrag/steuer, HIGH",
        "/antrag/steuer/x, HIGH", "/antragen, ", "/, ", "/ANTRAG, "
    })
    void guards_a_path_and_all_below_it_by_the_highest_level(String path, TrustLevel level) {
        Protection protection =
                new Protection(Map.of("/antrag/steuer", TrustLevel.HIGH, "/antrag", TrustLevel.SUBSTANTIAL));

        assertThat(protection.of(path)).isEqualTo(Optional.ofNullable(level));
    }

    @Test
    void guards_everything_by_a_slash() {
        assertThat(new Protection(Map.of("/", TrustLevel.LOW)).of("/x")).hasValue(TrustLevel.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"antrag", "/antrag/", "/antrag/*", "//antrag", "/a;b", "/a%20b", "/a/../b", "https://x"})
    void takes_plain_paths_only(String path) {
        assertThatThrownBy(() -> NutzerkontoFilter.with(CITIZENS)
                        .protect(path, TrustLevel.LOW)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("protect");
    }

    @Test
    void wants_a_page_of_the_application_to_choose_among_several_accounts() {
        assertThatThrownBy(
                        () -> NutzerkontoFilter.with(CITIZENS).account(BUSINESS).build())
                .hasMessageContaining("loginPage");
        assertThatThrownBy(() -> NutzerkontoFilter.with(CITIZENS)
                        .account(BUSINESS)
                        .protect("/", TrustLevel.LOW)
                        .loginPage("/anmelden")
                        .build())
                .hasMessageContaining("open to everybody");
        assertThatThrownBy(() -> NutzerkontoFilter.with(CITIZENS)
                        .account(CITIZENS)
                        .loginPage("/anmelden")
                        .build())
                .hasMessageContaining("folder");
        assertThatCode(() -> NutzerkontoFilter.with(CITIZENS)
                        .account(BUSINESS)
                        .loginPage("/anmelden")
                        .build())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/acs", "/saml/", "/saml//acs"})
    void needs_a_folder_for_its_addresses(String acs) {
        Nutzerkonto konto = at(acs);

        assertThatThrownBy(() -> NutzerkontoFilter.with(konto)).hasMessageContaining("/saml/acs");
    }

    @ParameterizedTest
    @MethodSource("identities")
    void travels_between_nodes_with_everything_it_knows(Identity identity) throws Exception {
        LogoutHandle handle = new LogoutHandle(
                "https://account.example.test/idp",
                "name",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("1"));
        Instant now = Instant.now();
        SignedIn before = new SignedIn(
                identity, TrustLevel.HIGH, now, SessionLimit.of(TrustLevel.HIGH, now), handle.asText(), "/saml");
        SignedIn after = (SignedIn) thaw(freeze(before));

        assertThat(after.identity()).isEqualTo(identity);
        assertThat(after.level()).isEqualTo(TrustLevel.HIGH);
        assertThat(after.authenticatedAt()).isEqualTo(now);
        assertThat(after.limit()).isEqualTo(before.limit());
        assertThat(after.logout()).isEqualTo(handle);
        assertThat(after.cameFrom(Account.of(CITIZENS))).isTrue();
        assertThat(after.cameFrom(Account.of(BUSINESS))).isFalse();
        assertThat(after.getName()).isEqualTo(identity.key().orElse("guest"));
        assertThat(after.isSameAs(before)).isEqualTo(identity.key().isPresent());
        assertThat(after).hasToString("SignedIn[HIGH]");
    }

    static Stream<Identity> identities() {
        Optional<String> none = Optional.empty();
        return Stream.of(
                new Person(
                        Map.of(PersonAttribute.KEY, "k", PersonAttribute.GIVEN_NAME, "Erika"),
                        Map.of(PersonAttribute.GIVEN_NAME, TrustLevel.HIGH),
                        Map.of("urn:oid:2.5.4.42", List.of("Erika"))),
                new Person(Map.of(), Map.of(), Map.of()),
                new Organisation(
                        Map.of(OrganisationAttribute.KEY, "du-1", OrganisationAttribute.NAME, "Muster GmbH"),
                        Optional.of(new Organisation.Address(
                                Optional.of("Weg"), Optional.of("1"), Optional.of("45657"), none, none, none, none)),
                        Optional.of(new Organisation.ActingPerson(
                                none, Optional.of("Max"), none, Optional.of("Muster"), none, none)),
                        Map.of("Adresse", List.of("Weg 1"))),
                new Organisation(Map.of(), Optional.empty(), Optional.empty(), Map.of()));
    }

    @Test
    void writes_a_notice_that_no_text_can_break() {
        Notice notice = Notice.of(403, "a<b>\"c\"").numbered("12345678").again("/saml/login?a=1&b=2");

        assertThat(notice.plainPage())
                .contains("a&lt;b&gt;&quot;c&quot;", "Vorgang 12345678", "/saml/login?a=1&amp;b=2")
                .doesNotContain("{");
        assertThat(Notice.of(400, "x").plainPage()).doesNotContain("Vorgang", "Noch einmal");
    }

    private static Nutzerkonto at(String path) {
        return Fixture.portal()
                .serviceProvider(Fixture.ENTITY_ID, URI.create("https://portal.example.test" + path))
                .build();
    }

    private static byte[] freeze(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object thaw(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
