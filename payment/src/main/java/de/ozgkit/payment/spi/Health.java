// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

/**
 * What a look at a platform showed.
 *
 * @param well whether payments can be expected to work
 * @param code {@code ok}, or what is wrong, such as {@code http.connect}
 * @param text one English sentence for the administrator, without secrets
 * @since 0.1
 */
public record Health(boolean well, String code, String text) {

    /** All is well, as far as could be seen. */
    public static Health ok(String text) {
        return new Health(true, "ok", text);
    }

    /** Something is wrong. */
    public static Health bad(String code, String text) {
        return new Health(false, code, text);
    }
}
