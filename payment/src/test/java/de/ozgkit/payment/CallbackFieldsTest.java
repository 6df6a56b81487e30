// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import de.ozgkit.core.RejectedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackFieldsTest {

    private static Map<String, String> read(@Nullable String type, String body, @Nullable String query) {
        return CallbackFields.read(
                type, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), query);
    }

    @Test
    void reads_a_form() {
        assertThat(read("application/x-www-form-urlencoded; charset=UTF-8", "a=1&name=M%C3%BCller+%26+S&leer=&a=2", null))
                .containsOnly(entry("a", "1"), entry("name", "Müller & S"), entry("leer", ""));
    }

    @Test
    void reads_a_query_behind_the_body() {
        assertThat(read(null, "", "gcReference=7&gcAmount=100")).containsOnly(entry("gcReference", "7"), entry("gcAmount", "100"));
        assertThat(read("application/x-www-form-urlencoded", "a=1", "a=2&b=3")).containsOnly(entry("a", "1"), entry("b", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"success\",\"betrag\":30.70,\"n\":4711,\"ok\":true,\"x\":null,\"y\":[1],\"z\":{\"a\":1}}",
                "\n {\"data\":{\"status\":\"success\",\"betrag\":30.70,\"n\":4711,\"ok\":true},\"status\":\"other\"}"
            })
    void reads_json_flat_or_wrapped(String body) {
        for (String type : new String[] {"application/json", "application/problem+json; charset=utf-8", null}) {
            assertThat(read(type, body, null))
                    .containsOnly(
                            entry("status", "success"),
                            entry("betrag", "30.70"),
                            entry("n", "4711"),
                            entry("ok", "true"));
        }
    }

    @Test
    void reads_nothing_from_nothing() {
        assertThat(read(null, "", null)).isEmpty();
        assertThat(read("application/json", "", "a=1")).containsOnly(entry("a", "1"));
        assertThat(read("application/x-www-form-urlencoded", "&&=x&y", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"x\"", "{\"a\":1}}}x"})
    void refuses_what_is_no_json_object(String body) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> read("application/json", body, null))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.callback.unreadable"));
    }

    @Test
    void refuses_a_form_that_is_not_encoded() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> read("application/x-www-form-urlencoded", "a=%zz", null))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.callback.unreadable"));
    }

    @Test
    void reads_no_more_than_64_kib() {
        assertThat(read(null, "a=" + "x".repeat(65_534), null)).hasSize(1);
        AtomicLong taken = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                taken.incrementAndGet();
                return 'x';
            }
        };
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> CallbackFields.read(null, endless, null))
                .satisfies(e -> assertThat(e.code()).isEqualTo("payment.callback.too_large"));
        assertThat(taken).hasValue(CallbackFields.MOST_BYTES + 1L);
        assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> read(null, "", "x".repeat(70_000)));
    }
}
