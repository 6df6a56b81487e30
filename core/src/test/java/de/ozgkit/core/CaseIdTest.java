// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdTest {

    @Test
    void reads_what_it_writes() {
        CaseId id = new CaseId(Tokens.secure().uuid());

        assertThat(CaseId.of(id.toString())).isEqualTo(id);
        assertThat(CaseId.of("6F7A676B-6974-4000-8000-000000000001"))
                .hasToString("6f7a676b-6974-4000-8000-000000000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "6f7a676b69744000800000000000000a",
                "6f7a676b-6974-4000-8000-00000000000g",
                "null"
            })
    void refuses_what_is_no_uuid(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CaseId.of(text));
        assertThatNullPointerException().isThrownBy(() -> new CaseId(null));
    }
}
