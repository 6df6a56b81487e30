// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeistungsschluesselTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99102013104000",
                "99 102 013 104 000",
                " 99\u00a0102\u202f013 104 000\t",
                "urn:de:fim:leika:leistung:99102013104000"
            })
    void reads_every_form_in_which_it_is_written(String text) {
        Leistungsschluessel key = Leistungsschluessel.of(text);

        assertThat(key.value()).isEqualTo("99102013104000").hasToString(key.toString());
        assertThat(key.spaced()).isEqualTo("99 102 013 104 000");
        assertThat(key.urn()).isEqualTo("urn:de:fim:leika:leistung:99102013104000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "99",
                "9910201310400",
                "991020131040000",
                "98102013104000",
                "99 102 013 104 00x",
                "٩٩102013104000",
                "urn:de:fim:leika:leistung:",
                "urn:de:fim:leika:verrichtung:99102013104000"
            })
    void refuses_everything_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Leistungsschluessel.of(text));
    }

    @Test
    void refuses_null_and_sorts_by_its_digits() {
        assertThatNullPointerException().isThrownBy(() -> new Leistungsschluessel(null));
        assertThat(Leistungsschluessel.of("99102013104000")).isLessThan(Leistungsschluessel.of("99102013104001"));
    }
}
