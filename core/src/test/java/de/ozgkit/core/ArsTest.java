// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArsTest {

    private static final Ars DORSTEN = Ars.of("055620012012");

    @ParameterizedTest
    @CsvSource({
        "05, LAND, 05, 050000000000",
        "055, REGIERUNGSBEZIRK, 055, 055000000000",
        "05562, KREIS, 05562, 055620000000",
        "055620012, GEMEINDEVERBAND, , 055620012000",
        "055620012012, GEMEINDE, 05562012, 055620012012"
    })
    void knows_its_level_its_older_key_and_its_long_form(String key, Ars.Level level, String ags, String padded) {
        Ars ars = Ars.of(key);

        assertThat(ars.level()).isEqualTo(level);
        assertThat(ars.level().digits()).isEqualTo(key.length());
        assertThat(ars.ags().orElse(null)).isEqualTo(ags);
        assertThat(ars.padded()).isEqualTo(padded);
        assertThat(ars).hasToString(key);
    }

    @Test
    void reads_keys_with_blanks_between_the_digits() {
        assertThat(Ars.of(" 05 5 62 0012\u00a0012 ")).isEqualTo(DORSTEN);
        assertThat(Ars.of("05 5 62 0012\u202f012\n")).isEqualTo(DORSTEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "0556",
                "055620",
                "05562001",
                "0556200120120",
                "0556200120x2",
                "٠٥",
                "+5",
                "-05",
                "05\0"
            })
    void refuses_what_has_no_level(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ars.of(text));
    }

    @Test
    void refuses_null_and_blanks_in_its_constructor() {
        assertThatNullPointerException().isThrownBy(() -> new Ars(null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ars("05 562"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"05", "055", "05562", "055620012", "055620012012", "050000000000", "055620000000", "055620012000"
            })
    void is_covered_by_every_area_above_it_long_or_short(String area) {
        assertThat(Ars.of(area).covers(DORSTEN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09", "051", "05512", "055620008", "055620012011", "055120000000", "056000000000"})
    void is_not_covered_by_other_areas(String area) {
        assertThat(Ars.of(area).covers(DORSTEN)).isFalse();
    }

    @Test
    void does_not_cover_what_is_above_it() {
        assertThat(DORSTEN.covers(Ars.of("05562"))).isFalse();
        assertThat(DORSTEN.covers(Ars.of("055620000000"))).isFalse();
        assertThat(DORSTEN.covers(DORSTEN)).isTrue();
        assertThat(Ars.of("055620000000").covers(Ars.of("05562"))).isTrue();
        assertThat(Ars.of("05562").covers(Ars.of("055620000000"))).isTrue();
    }

    @Test
    void treats_an_independent_city_as_its_own_kreis() {
        Ars bottrop = Ars.of("055120000000");

        assertThat(Ars.of("05512").covers(bottrop)).isTrue();
        assertThat(bottrop.covers(Ars.of("05512"))).isTrue();
        assertThat(bottrop.ags()).contains("05512000");
    }

    @Test
    void sorts_by_its_digits() {
        assertThat(Stream.of("09", "055620012012", "05562", "05").map(Ars::of).sorted())
                .isEqualTo(List.of(Ars.of("05"), Ars.of("05562"), DORSTEN, Ars.of("09")));
    }
}
