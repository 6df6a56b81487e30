// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginMethod;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.testkit.MockNutzerkonto.KeyKind;
import de.ozgkit.testkit.ResponseStyle.Content;
import de.ozgkit.testkit.ResponseStyle.Digest;
import de.ozgkit.testkit.ResponseStyle.KeyTransport;
import de.ozgkit.testkit.ResponseStyle.NameId;
import de.ozgkit.testkit.ResponseStyle.Prefixes;
import de.ozgkit.testkit.ResponseStyle.Signature;
import de.ozgkit.testkit.ResponseStyle.Signed;
import de.ozgkit.testkit.ResponseStyle.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every style of response that BundID, or what it announces, or another account of its kind may use. */
@Tag("slow")
class ResponseStyleTest {

    private static final KeyMaterial P256 = MockNutzerkonto.newKey(KeyKind.EC_P256, Clock.systemUTC());
    private static final KeyMaterial P384 = MockNutzerkonto.newKey(KeyKind.EC_P384, Clock.systemUTC());

    private static LoginState state;
    private static MockNutzerkonto account;
    private static Nutzerkonto konto;

    @BeforeAll
    static void start() {
        account = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC())
                .alsoSignsWith(P256)
                .alsoSignsWith(P384);
        state = LoginState.jdbc(Portal.h2());
        konto = Portal.with(account, state).build();
        account.serviceProvider(konto.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @ParameterizedTest
    @MethodSource("styles")
    void is_read_to_the_last_letter(ResponseStyle style) {
        assertThat(person(in(konto, account, login(ERIKA_MUSTERMANN).in(style))).values())
                .containsEntry(PersonAttribute.STREET, "HEIDESTRAẞE 17")
                .containsEntry(PersonAttribute.CITY, "KÖLN")
                .containsEntry(PersonAttribute.KEY, "k2jBT0cykDVqiKWia1VMzqmntTu-EwGskIYlcCIGt_8");
    }

    static Stream<ResponseStyle> styles() {
        ResponseStyle usual = ResponseStyle.usual();
        return Stream.of(
                        Stream.of(usual),
                        Arrays.stream(Signature.values())
                                .map(signature -> signature.name().startsWith("EC")
                                        ? usual.with(signature)
                                                .signedBy(signature == Signature.ECDSA_SHA384 ? P384 : P256)
                                        : usual.with(signature)),
                        Arrays.stream(Digest.values()).map(usual::with),
                        Arrays.stream(KeyTransport.values()).map(usual::with),
                        Arrays.stream(Content.values()).map(usual::with),
                        Arrays.stream(Words.values()).map(usual::with),
                        Arrays.stream(NameId.values()).map(usual::with),
                        Arrays.stream(Prefixes.values()).map(usual::with),
                        Stream.of(
                                usual.clockAheadBy(Duration.ofSeconds(55)),
                                usual.clockAheadBy(Duration.ofSeconds(-55)),
                                usual.signedBy(P384),
                                usual.with(Signature.PSS_SHA512)
                                        .with(Digest.SHA512)
                                        .with(KeyTransport.OAEP_MGF1_SHA512)
                                        .with(Content.AES128_GCM)
                                        .with(Words.OF_DOCUMENT)
                                        .with(Prefixes.KEYCLOAK)))
                .flatMap(styles -> styles);
    }

    @ParameterizedTest
    @EnumSource
    void either_signature_is_enough_where_the_registration_says_so(Signed signed) {
        Nutzerkonto lenient = (signed == Signed.RESPONSE
                        ? Portal.with(account, state, Nutzerkonto.of(AccountProfile.BUNDID.withUnsignedAssertion()))
                        : Portal.with(account, state).acceptUnsignedResponse())
                .build();

        assertThat(in(
                                lenient,
                                account,
                                login(ERIKA_MUSTERMANN).in(ResponseStyle.usual().with(signed)))
                        .identity()
                        .displayName())
                .isEqualTo("ERIKA MUSTERMANN");
    }

    @ParameterizedTest
    @EnumSource(names = "RSA_.*", mode = EnumSource.Mode.MATCH_ANY)
    void keys_of_every_size_sign_and_open(KeyKind kind) {
        KeyMaterial key = MockNutzerkonto.newKey(kind, Clock.systemUTC());
        try (MockNutzerkonto other = new MockNutzerkonto(0, AccountProfile.BUNDID, key, Clock.systemUTC())) {
            Nutzerkonto portal = Portal.with(other, state).keys(key).build();
            other.serviceProvider(portal.metadata());

            assertThat(in(portal, other, login(ERIKA_MUSTERMANN)).level()).isEqualTo(TrustLevel.HIGH);
        }
    }

    @Test
    void the_words_for_the_trust_in_an_attribute_are_read_in_both_vocabularies() {
        assertThat(List.of(Words.values()))
                .extracting(words -> person(in(
                                konto,
                                account,
                                login(ERIKA_MUSTERMANN).in(ResponseStyle.usual().with(words))))
                        .trustIn(PersonAttribute.FAMILY_NAME)
                        .map(Enum::name)
                        .orElse("none"))
                .containsExactly("HIGH", "HIGH", "none");
    }

    @Test
    void a_new_key_counts_from_when_it_stands_in_the_metadata() {
        KeyMaterial next = MockNutzerkonto.newKey(KeyKind.RSA_2048, Clock.systemUTC());
        MockLogin byNext = login(ERIKA_MUSTERMANN).in(ResponseStyle.usual().signedBy(next));
        try (MockNutzerkonto changing =
                new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC())) {
            Nutzerkonto before = Portal.with(changing, state).build();
            changing.serviceProvider(before.metadata());
            changing.alsoSignsWith(next);
            Nutzerkonto during = Portal.with(changing, state).build();

            assertThatThrownBy(() -> Portal.walk(before, changing, Portal.login(), byNext))
                    .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(LoginFailure.of(e))
                            .contains(LoginFailure.SIGNATURE_INVALID));
            assertThat(in(during, changing, byNext).level()).isEqualTo(TrustLevel.HIGH);
            assertThat(in(during, changing, login(ERIKA_MUSTERMANN)).level()).isEqualTo(TrustLevel.HIGH);
        }
    }

    @Test
    void another_account_passes_on_a_prefixed_key_and_no_mailbox() {
        Login asking = Login.atLeast(TrustLevel.BASIC)
                .asking(PersonAttribute.KEY, PersonAttribute.PROVED_BY, PersonAttribute.POSTBOX_HANDLE);

        var passedOn = (LoginOutcome.Authenticated)
                Portal.walk(konto, account, asking, login(ERIKA_MUSTERMANN).by(LoginMethod.FINK));
        var own = (LoginOutcome.Authenticated) Portal.walk(konto, account, asking, login(ERIKA_MUSTERMANN));

        assertThat(person(passedOn).values())
                .containsEntry(PersonAttribute.PROVED_BY, "FINK")
                .containsEntry(PersonAttribute.KEY, "fink-k2jBT0cykDVqiKWia1VMzqmntTu-EwGskIYlcCIGt_8")
                .doesNotContainKey(PersonAttribute.POSTBOX_HANDLE);
        assertThat(person(own).get(PersonAttribute.POSTBOX_HANDLE))
                .hasValueSatisfying(handle -> assertThat(handle).hasSize(36));
    }

    @Test
    void other_countries_reach_every_level() {
        for (TrustLevel level : List.of(TrustLevel.LOW, TrustLevel.SUBSTANTIAL, TrustLevel.HIGH)) {
            var in = (LoginOutcome.Authenticated) Portal.walk(
                    konto,
                    account,
                    Login.atLeast(level),
                    login(TestPersons.ABROAD).at(level).by(LoginMethod.EIDAS));
            assertThat(in.level()).isEqualTo(level);
            assertThat(person(in).get(PersonAttribute.PROVED_BY)).contains("eIDAS");
        }
    }

    private static Person person(LoginOutcome.Authenticated in) {
        return (Person) in.identity();
    }

    private static LoginOutcome.Authenticated in(Nutzerkonto portal, MockNutzerkonto at, MockLogin script) {
        return (LoginOutcome.Authenticated) Portal.walk(portal, at, Portal.login(), script);
    }
}
