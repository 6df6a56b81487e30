// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Tokens;
import java.net.URI;
import org.junit.jupiter.api.Test;

class LoginCookieTest {

    private static final LoginCookie COOKIE = LoginCookie.of(Fixture.ACS);

    @Test
    void comes_back_from_another_site_and_can_be_read_by_no_script() {
        BrowserKey key = BrowserKey.fresh(Tokens.secure());

        assertThat(COOKIE.set(key))
                .isEqualTo(
                        "__Host-ozg-login=" + key.value() + "; Path=/; Max-Age=900; Secure; HttpOnly; SameSite=None");
        assertThat(COOKIE.delete()).isEqualTo("__Host-ozg-login=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None");
    }

    @Test
    void has_no_host_prefix_where_the_portal_runs_without_https() {
        assertThat(LoginCookie.of(URI.create("http://localhost:8080/saml/acs")).name())
                .isEqualTo("ozg-login");
    }

    @Test
    void keeps_the_key_of_a_browser_that_has_one() {
        BrowserKey known = BrowserKey.fresh(Tokens.secure());

        assertThat(COOKIE.keyOrFresh(known.value(), Tokens.secure()).value()).isEqualTo(known.value());
        assertThat(COOKIE.keyOrFresh(null, Tokens.secure()).value()).hasSize(24);
        assertThat(COOKIE.keyOrFresh("a b", Tokens.secure()).value()).hasSize(24);
    }
}
