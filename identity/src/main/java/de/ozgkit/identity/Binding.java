// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

/**
 * How a message travels through the browser. Responses to log-ins always come by {@link #POST}. Source: SAML 2.0 bindings 3.4 and 3.5.
 *
 * @since 0.1
 */
public enum Binding {
    /** In a form that posts itself: for messages of any length. */
    POST("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"),
    /** In the address that the browser is sent to: no page between, but not more than 8,000 characters. */
    REDIRECT("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect");

    private final String uri;

    Binding(String uri) {
        this.uri = uri;
    }

    /** Its name in metadata. */
    public String uri() {
        return uri;
    }
}
