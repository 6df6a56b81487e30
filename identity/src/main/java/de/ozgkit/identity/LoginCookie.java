// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.Tokens;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries the {@link BrowserKey} from the begin of a log-in to its end. It is the only one that a POST from the account's
 * site brings along ({@code SameSite=None}), so it holds nothing else, and the session's cookie can stay {@code Lax}. Immutable.
 *
 * @param name {@code __Host-ozg-login} where the portal is reached by https, {@code ozg-login} on this machine
 * @since 0.1
 */
public record LoginCookie(String name) {

    private static final Duration AGE = Duration.ofMinutes(15);

    /** The cookie of a portal whose responses are posted to that address. */
    public static LoginCookie of(URI assertionConsumerService) {
        return new LoginCookie("https".equals(assertionConsumerService.getScheme()) ? "__Host-ozg-login" : "ozg-login");
    }

    /** The key that the browser brought, or a fresh one: for the begin of a log-in, of which a browser may have several at once. */
    public BrowserKey keyOrFresh(@Nullable String value, Tokens tokens) {
        return BrowserKey.isKey(value) ? BrowserKey.of(value) : BrowserKey.fresh(tokens);
    }

    /**
     * The value of the header {@code Set-Cookie} for the page that leads to the account. Always {@code Secure}; browsers take that from
     * {@code http://localhost} too.
     */
    public String set(BrowserKey key) {
        return text(key.value(), AGE);
    }

    /** The value of the header {@code Set-Cookie} that deletes the cookie, when somebody is logged in. */
    public String delete() {
        return text("", Duration.ZERO);
    }

    private String text(String value, Duration age) {
        return name + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + "; Secure; HttpOnly; SameSite=None";
    }
}
