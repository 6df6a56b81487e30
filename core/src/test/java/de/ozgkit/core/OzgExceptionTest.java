// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OzgExceptionTest {

    private static final List<OzgException> ALL = List.of(
            new ConfigurationException("a.b", "text"),
            new PeerException("a.b", "text", true),
            new PeerException("a.b", "text", false),
            new TransportException("a.b", "text", true, null),
            new RejectedException("a.b", "text"));

    @Test
    void carries_its_code_in_front_of_its_message() {
        assertThat(ALL).allSatisfy(e -> {
            assertThat(e.code()).isEqualTo("a.b");
            assertThat(e).hasMessage("a.b: text").hasNoCause();
        });
    }

    @Test
    void says_whether_trying_again_may_help() {
        assertThat(ALL.stream().map(OzgException::retryable)).containsExactly(false, true, false, true, false);
        assertThat(new TransportException("a", "b", true, null).mayHaveArrived())
                .isTrue();
        assertThat(new TransportException("a", "b", false, null).mayHaveArrived())
                .isFalse();
    }

    @Test
    void has_a_german_sentence_for_citizens_without_technical_words() {
        assertThat(ALL).allSatisfy(e -> assertThat(e.publicText())
                .isNotEqualTo(e.getMessage())
                .doesNotContain(e.code())
                .endsWith("."));
        assertThat(ALL.get(1).publicText()).doesNotContain("text");
    }

    @Test
    void keeps_the_cause() {
        Exception cause = new IllegalStateException();

        assertThat(new ConfigurationException("a", "b", cause)).hasCause(cause);
        assertThat(new RejectedException("a", "b", cause)).hasCause(cause);
        assertThat(new PeerException("a", "b", true, cause)).hasCause(cause);
        assertThat(new TransportException("a", "b", true, cause)).hasCause(cause);
    }

    private enum Reader {
        ARS(Ars::of),
        LEISTUNG(Leistungsschluessel::of),
        MONEY(Money::parse),
        CASE(CaseId::of);

        private final Function<String, Object> read;

        Reader(Function<String, Object> read) {
            this.read = read;
        }
    }

    @ParameterizedTest
    @EnumSource
    void complains_about_input_without_repeating_it(Reader reader) {
        for (String secret :
                List.of("Mustermann", "Erika4711", "0155123456", "Дмитрий", "\n42,123\n", "x".repeat(100_000))) {
            assertThatThrownBy(() -> reader.read.apply(secret))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(secret.strip())
                    .satisfies(e -> {
                        assertThat(e.getMessage()).hasSizeLessThan(300).doesNotContain("\n");
                        assertThat(String.valueOf(e.getCause())).doesNotContain(secret.strip());
                    });
        }
    }
}
