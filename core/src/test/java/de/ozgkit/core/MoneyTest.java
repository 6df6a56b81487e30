// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30,70 | 3070",
                "30.70 | 3070",
                "30,7 | 3070",
                "30.7 | 3070",
                "30 | 3000",
                "0 | 0",
                "0,01 | 1",
                "-5,00 | -500",
                "1.234,00 | 123400",
                "1.234.567,89 | 123456789",
                "1234,5 | 123450",
                "1234.50 | 123450",
                "30,70 € | 3070",
                "€ 30,70 | 3070",
                "30,70 EUR | 3070",
                "1 234,50 | 123450",
                "92233720368547758,07 | 9223372036854775807"
            })
    void reads_german_and_plain_amounts(String text, long cents) {
        assertThat(Money.parse(text)).isEqualTo(Money.cents(cents));
        assertThat(Money.parse(text.replace(' ', '\u00a0'))).isEqualTo(Money.cents(cents));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30.705",
                "30,705",
                "1.234",
                "1,234",
                "1,234.50",
                "1.23,00",
                "12.34.567,00",
                "01.234,00",
                "0155.50",
                "",
                " ",
                "€",
                "€€1",
                "€1€",
                "3€0",
                "1EUR0",
                "-",
                "--1",
                "+1",
                ",50",
                ".50",
                "5,",
                "5.",
                "1e3",
                "0x10",
                "NaN",
                "٣",
                "１",
                "30,70 USD",
                "92233720368547758,08",
                "999999999999999999999999999999999999"
            })
    void refuses_what_is_ambiguous_not_whole_cents_or_no_amount(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text));
    }

    @Test
    void takes_decimals_only_if_they_are_whole_cents() {
        assertThat(Money.of(new BigDecimal("30.700"))).isEqualTo(Money.cents(3070));
        assertThat(Money.of(new BigDecimal("3E+2"))).isEqualTo(Money.cents(30000));
        assertThat(Money.cents(3070).euros()).isEqualTo(new BigDecimal("30.70"));
        for (String wrong : new String[] {"30.705", "1E+17", "1E+999999999", "1E-999999999"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Money.of(new BigDecimal(wrong)));
        }
    }

    @Test
    void adds_and_multiplies_without_running_over() {
        assertThat(Money.cents(3070).plus(Money.cents(30))).isEqualTo(Money.cents(3100));
        assertThat(Money.cents(3070).times(3)).isEqualTo(Money.cents(9210));
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.cents(1).isZero()).isFalse();
        assertThat(Money.cents(1)).isGreaterThan(Money.ZERO);
        Money most = Money.cents(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(Money.cents(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.times(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "en-US", "de-DE"})
    void reads_and_writes_german_in_every_locale(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Money.cents(123450)).hasToString("1.234,50\u00a0€");
            assertThat(Money.cents(-5)).hasToString("-0,05\u00a0€");
            assertThat(Money.cents(Long.MIN_VALUE)).hasToString("-92.233.720.368.547.758,08\u00a0€");
            assertThat(Money.parse(Money.cents(123450).toString())).isEqualTo(Money.cents(123450));
        } finally {
            Locale.setDefault(before);
        }
    }
}
