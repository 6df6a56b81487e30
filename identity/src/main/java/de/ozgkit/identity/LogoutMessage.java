// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.identity.internal.Html;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the browser carries to the account for a log-out: our request, or our answer to the account's. Used like a {@link LoginRequest}.
 *
 * @param destination where the form is posted to; with {@link Binding#REDIRECT} the whole address with the signed message
 * @param fields the hidden fields of the form; empty with {@link Binding#REDIRECT}
 * @param binding how it travels
 * @since 0.1
 */
public record LogoutMessage(URI destination, Map<String, String> fields, Binding binding) {

    public LogoutMessage {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Where the browser is sent to; empty if the message must be posted. */
    public Optional<URI> redirect() {
        return binding == Binding.REDIRECT ? Optional.of(destination) : Optional.empty();
    }

    /** A page that goes on by itself, see {@link LoginRequest#page}. */
    public String page(String scriptPath) {
        return new LoginRequest(destination, fields, binding).page(scriptPath);
    }

    /** The headers that the page must be sent with, see {@link LoginRequest#headers}. */
    public Map<String, String> headers() {
        return Html.headers(destination);
    }

    @Override
    public String toString() {
        return "LogoutMessage[" + Html.origin(destination) + "]";
    }
}
