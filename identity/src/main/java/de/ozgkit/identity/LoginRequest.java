// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.identity.internal.Html;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The request that the citizen's browser posts to the account: as a whole page ({@link #page}), or as its parts for a portal with a page
 * of its own. Send the page with {@code Cache-Control: no-store}, and let the portal's Content-Security-Policy allow
 * {@link #destination()} and the account's further pages in {@code form-action}.
 *
 * @param destination where the form is posted to
 * @param fields the hidden fields, {@code SAMLRequest} and {@code RelayState}, in this order
 * @since 0.1
 */
public record LoginRequest(URI destination, Map<String, String> fields) {

    /**
     * The script that {@link #page} loads: sends the form by itself, but not when the citizen comes back to it with the "back" button.
     * Serve it from a path of the portal with the type {@code text/javascript}.
     */
    public static final String SCRIPT =
            """
            (function () {
              "use strict";
              var visit = performance.getEntriesByType("navigation")[0];
              if (!visit || visit.type !== "back_forward") {
                document.getElementById("ozg-login").submit();
              }
            })();
            """;

    public LoginRequest {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A page that posts itself, and has a button for browsers without JavaScript. There is no script or style in the page itself.
     *
     * @param scriptPath where the portal serves {@link #SCRIPT}, such as {@code /assets/login.js}
     */
    public String page(String scriptPath) {
        return Html.postingPage(destination, fields, scriptPath);
    }

    @Override
    public String toString() {
        return "LoginRequest[" + destination + "]";
    }
}
