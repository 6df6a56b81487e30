// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.identity.internal.Html;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The request that the citizen's browser carries to the account. Show {@link #page} with {@link #headers}: it goes on by itself with either
 * binding. Or send the browser to {@link #redirect()} with status 303 where there is one, or build a page of the portal's own from
 * {@link #destination()} and {@link #fields()}. Immutable. Source: SAML 2.0 bindings 3.4 and 3.5.
 *
 * @param destination where the form is posted to; with {@link Binding#REDIRECT} the whole address with the signed request
 * @param fields the hidden fields of the form, {@code SAMLRequest} and {@code RelayState}, in this order; empty with
 *     {@link Binding#REDIRECT}
 * @param binding how it travels
 * @since 0.1
 */
public record LoginRequest(URI destination, Map<String, String> fields, Binding binding) {

    /**
     * The script that {@link #page} loads: goes on by itself, but not when the citizen comes back to the page with the "back" button. Serve
     * it from a path of the portal with the type {@code text/javascript}.
     */
    public static final String SCRIPT =
            """
            (function () {
              "use strict";
              var visit = performance.getEntriesByType("navigation")[0];
              var next = document.getElementById("ozg-login");
              if (!visit || visit.type !== "back_forward") {
                if (next.href) {
                  location.replace(next.href);
                } else {
                  next.submit();
                }
              }
            })();
            """;

    public LoginRequest {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A request that is posted. */
    public LoginRequest(URI destination, Map<String, String> fields) {
        this(destination, fields, Binding.POST);
    }

    /** Where the browser is sent to; empty if the request must be posted. */
    public Optional<URI> redirect() {
        return binding == Binding.REDIRECT ? Optional.of(destination) : Optional.empty();
    }

    /**
     * A page that goes on by itself, and has a button or link for browsers without JavaScript. There is no script or style in the page.
     *
     * @param scriptPath where the portal serves {@link #SCRIPT}, such as {@code /assets/login.js}
     */
    public String page(String scriptPath) {
        return binding == Binding.POST
                ? Html.postingPage(destination, fields, scriptPath)
                : Html.leadingPage(destination, scriptPath);
    }

    /**
     * The headers that {@link #page} must be sent with: not kept by anybody, tells the account no address of the portal, and a
     * Content-Security-Policy that allows the script of this origin and the account as the target of the form.
     */
    public Map<String, String> headers() {
        return Html.headers(destination);
    }

    @Override
    public String toString() {
        return "LoginRequest[" + Html.origin(destination) + "]";
    }
}
