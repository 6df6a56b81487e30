// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHostsTest {

    private final PageHosts hosts = PageHosts.of("Pay.example.de", "127.0.0.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pay.example.de/page?x=1",
                "https://PAY.example.de:8443/",
                "http://127.0.0.1:8081/page",
                "https://127.0.0.1/page"
            })
    void sends_payers_to_known_pages(String page) {
        assertThat(hosts.check(page)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/page",
                "pay.example.de",
                "http://pay.example.de/page",
                "https://evil.example/page",
                "https://pay.example.de.evil.example/",
                "https://evil.example/https://pay.example.de/",
                "https://pay.example.de@evil.example/",
                "https://user@pay.example.de/",
                "https://evil.example\\@pay.example.de/",
                "https://pay.example.de\u0000.evil.example/",
                "javascript:alert(1)//pay.example.de",
                "data:text/html,hello",
                "ftp://pay.example.de/",
                "http://localhost/",
                "https:pay.example.de",
                "//pay.example.de/",
                "https://pay.example.de/a\r\nSet-Cookie: b"
            })
    void sends_payers_nowhere_else(String page) {
        assertThat(hosts.check(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2083, 100_000})
    void refuses_endless_addresses(int length) {
        assertThat(hosts.check("https://pay.example.de/" + "a".repeat(length - 23)))
                .isEmpty();
    }
}
