// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.internal.LogoutParameters;
import java.util.List;
import java.util.Map;

/**
 * What came to the portal's address for log-outs, not believed yet: the account's answer to our request, for
 * {@link Nutzerkonto#completeLogout}, or a request of its own, for {@link Nutzerkonto#answerLogout}. Immutable. Source: SAML 2.0 bindings
 * 3.4 and 3.5.
 *
 * @since 0.1
 */
public final class UnverifiedLogout {

    private final LogoutParameters parameters;

    private UnverifiedLogout(LogoutParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What came by POST.
     *
     * @param form all fields of the form with all their values
     * @throws RejectedException with code {@code saml.malformed_xml} if it is no message, or a field stands twice
     */
    public static UnverifiedLogout posted(Map<String, List<String>> form) {
        return new UnverifiedLogout(LogoutParameters.posted(form));
    }

    /**
     * What came by GET.
     *
     * @param rawQuery the query as it was sent, nothing decoded: the signature covers its very characters
     * @throws RejectedException with code {@code saml.malformed_xml} if it is no message, or a parameter stands twice
     */
    public static UnverifiedLogout redirected(String rawQuery) {
        return new UnverifiedLogout(LogoutParameters.redirected(rawQuery));
    }

    /** Whether the account asks, and {@link Nutzerkonto#answerLogout} answers. */
    public boolean isRequest() {
        return parameters.request();
    }

    LogoutParameters parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return "UnverifiedLogout[" + (isRequest() ? "request" : "answer") + "]";
    }
}
