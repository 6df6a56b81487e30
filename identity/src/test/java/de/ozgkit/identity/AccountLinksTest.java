// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ozgkit.core.TrustLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountLinksTest {

    private static final String FORMER = "https://servicekonto.example.test";
    private static final String PRESENT = "https://bundid.example.test";
    private static final Instant NOW = Instant.now();

    private final AccountLinks links = AccountLinks.jdbc(Fixture.h2());

    @Test
    void finds_the_former_key_of_who_proved_both() {
        assertThat(links.link(in(FORMER, "old"), in(PRESENT, "new"), NOW)).isTrue();

        assertThat(links.formerKey(FORMER, PRESENT, "new")).contains("old");
        assertThat(links.formerKey(FORMER, PRESENT, "other")).isEmpty();
        assertThat(links.formerKey("https://bayernid.example.test", PRESENT, "new")).isEmpty();
    }

    @Test
    void a_former_key_belongs_to_one_person_for_good() {
        links.link(FORMER, "old", PRESENT, "new", NOW);

        assertThat(links.link(FORMER, "old", PRESENT, "new", NOW)).as("again").isTrue();
        assertThat(links.link(FORMER, "old", PRESENT, "stranger", NOW)).isFalse();
        assertThat(links.formerKey(FORMER, PRESENT, "stranger")).isEmpty();
    }

    @Test
    void forgets_from_either_side() {
        links.link(FORMER, "a", PRESENT, "1", NOW);
        links.link(FORMER, "b", PRESENT, "2", NOW);

        links.forget(FORMER, "a");
        links.forget(PRESENT, "2");

        assertThat(links.formerKey(FORMER, PRESENT, "1")).isEmpty();
        assertThat(links.formerKey(FORMER, PRESENT, "2")).isEmpty();
    }

    @Test
    void guests_and_one_account_alone_prove_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> links.link(in(FORMER, "old"), in(FORMER, "new"), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> links.link(in(FORMER, ""), in(PRESENT, "new"), NOW));
    }

    private static LoginOutcome.Authenticated in(String account, String key) {
        Map<PersonAttribute, String> values = key.isEmpty() ? Map.of() : Map.of(PersonAttribute.KEY, key);
        return new LoginOutcome.Authenticated(
                new Person(values, Map.of(), Map.<String, List<String>>of()),
                TrustLevel.HIGH,
                "/",
                NOW,
                SessionLimit.of(TrustLevel.HIGH, NOW),
                new LogoutHandle(
                        account, "name", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                "_a");
    }
}
