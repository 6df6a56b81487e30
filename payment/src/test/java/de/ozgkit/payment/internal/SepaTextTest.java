// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SepaTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Hundesteuer 2026;Hundesteuer 2026",
                "Größe & Übermaß;Groesse + Uebermass",
                "Zoë Ångström;Zoe Angstroem",
                "a|b_c*d;a b c d",
                "Gebühr (1/2): 3,50 €;Gebuehr (1/2): 3,50 EUR",
                "Кириллица;Gebuehr",
                "'   ';Gebuehr",
                "1234567890123456789012345678;123456789012345678901234567",
                "12345678901234567890123456 8;12345678901234567890123456"
            })
    void fits_bank_statements(String given, String expected) {
        assertThat(SepaText.of(given, 27, "Gebuehr"))
                .isEqualTo(expected)
                .hasSizeLessThanOrEqualTo(27)
                .matches("[A-Za-z0-9 /?:().,'+-]+");
    }
}
