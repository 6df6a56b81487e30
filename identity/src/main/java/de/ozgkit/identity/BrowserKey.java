// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ties a log-in to one browser: a secret that the portal keeps in a cookie from {@link Nutzerkonto#begin} to
 * {@link Nutzerkonto#complete}. Without it an attacker could make a citizen's browser log in to the attacker's account.
 *
 * <p>The response comes as a POST from the account's site, so the cookie must be {@code SameSite=None; Secure; HttpOnly} (best with the name
 * prefix {@code __Host-}) and of its own, not the session's, as {@link LoginCookie} is. Take a fresh key for a browser without one. Only a
 * hash is stored. Immutable.
 *
 * @since 0.1
 */
public final class BrowserKey {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    private final String value;

    private BrowserKey(String value) {
        this.value = value;
    }

    /** A new key of 144 bits. */
    public static BrowserKey fresh(Tokens tokens) {
        return new BrowserKey(tokens.token());
    }

    /** Whether a cookie's value, or the lack of one, can be a key. */
    public static boolean isKey(@Nullable String value) {
        return value != null && FORM.matcher(value).matches();
    }

    /**
     * The key from the cookie.
     *
     * @throws RejectedException with code {@code saml.unsolicited} if there is none or it has another form
     */
    public static BrowserKey of(@Nullable String value) {
        if (value == null || !isKey(value)) {
            throw new RejectedException(
                    LoginFailure.UNSOLICITED.code(),
                    "the browser brought no usable key; it must be the cookie value that was set when the log-in began");
        }
        return new BrowserKey(value);
    }

    /** The secret, for the cookie only. */
    public String value() {
        return value;
    }

    /** SHA-256 of the secret in hexadecimal: what {@link LoginState} stores. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "BrowserKey[…]";
    }
}
