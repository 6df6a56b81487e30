// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

/** The account shows an error page instead of a log-in. */
public final class RequestRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    RequestRefused(String code) {
        super(code);
        this.code = code;
    }

    /** The code on the page, see the interface description of BundID 10.2, chapter 9.6. */
    public String code() {
        return code;
    }
}
