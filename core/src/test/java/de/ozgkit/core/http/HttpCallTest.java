// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallTest {

    private static final URI DESK = URI.create("https://desk.example.org:8443/cases/1?token=secret#x");

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000b", "a\u0085b", "ä", "a\u2028b"})
    void refuses_values_that_would_break_the_header_without_repeating_them(String value) {
        assertThatThrownBy(() -> HttpCall.get(DESK).header("X-One", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value);
        assertThatThrownBy(() -> HttpCall.get(DESK).bearer(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpCall.post(DESK).body(value, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a:b", "a\r\nb", "ä", "Host", "content-length", "TRANSFER-ENCODING", "Connection"})
    void refuses_header_names_that_are_none_or_not_the_callers(String name) {
        assertThatThrownBy(() -> HttpCall.get(DESK).header(name, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://desk.example.org/",
                "/relative",
                "https:///nohost",
                "mailto:a@example.org",
                "https://user:secret@desk.example.org/"
            })
    void refuses_addresses_that_cannot_be_called(String address) {
        assertThatThrownBy(() -> HttpCall.get(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void never_shows_query_headers_or_body() {
        HttpCall call = HttpCall.post(DESK).bearer("secret").form(Map.of("pin", "secret"));

        assertThat(call).hasToString("POST https://desk.example.org:8443/cases/1");
    }

    @Test
    void refuses_a_user_that_basic_authentication_cannot_carry() {
        assertThatThrownBy(() -> HttpCall.get(DESK).basic("a:b", new char[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_call_is_not_changed_by_deriving_another_from_it() {
        HttpCall plain = HttpCall.post(DESK);
        HttpCall more = plain.header("X-One", "1").safeToRepeat();

        assertThat(plain.headers()).isEmpty();
        assertThat(plain.repeatable()).isFalse();
        assertThat(more.header("x-one", "2").headers()).isEqualTo(Map.of("x-one", "2"));
        assertThat(more.headers()).isEqualTo(Map.of("x-one", "1"));
    }

    @Test
    void reads_text_in_the_character_set_that_the_peer_names() {
        byte[] latin = "Grüße".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(answer("text/html; charset=\"ISO-8859-1\"", latin).text()).isEqualTo("Grüße");
        assertThat(answer("text/html; charset=no-such", "Grüße".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("Grüße");
    }

    @Test
    void an_answer_cannot_be_changed_from_outside() {
        byte[] body = {1, 2};
        HttpAnswer answer = answer("text/plain", body);
        body[0] = 9;
        answer.body()[1] = 9;

        assertThat(answer.body()).containsExactly(1, 2);
        assertThat(answer)
                .isEqualTo(answer("text/plain", new byte[] {1, 2}))
                .hasSameHashCodeAs(answer("text/plain", new byte[] {1, 2}));
    }

    private static HttpAnswer answer(String contentType, byte[] body) {
        return new HttpAnswer(200, Map.of("content-type", List.of(contentType)), body);
    }
}
