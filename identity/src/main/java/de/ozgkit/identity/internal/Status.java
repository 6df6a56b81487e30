// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.ATTRIBUTE_MISSING;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;
import static de.ozgkit.identity.LoginFailure.STATUS_DENIED;
import static de.ozgkit.identity.LoginFailure.STATUS_OTHER;

import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.PendingLogin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.w3c.dom.Element;

/** What the account says about the end of the log-in. Source: SAML 2.0 core 3.2.2; interface description of BundID 10.2, chapter 9.7. */
final class Status {

    private static final int MAX_DETAIL = 10_000;
    private static final int MAX_DEPTH = 20;
    private static final String AUTHN_FAILED = "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";
    private static final String REQUEST_DENIED = "urn:oasis:names:tc:SAML:2.0:status:RequestDenied";
    private static final String REQUIRED_MISSING = "\"IDP_REQUIRED_ATTRIBUTES_MISSING\"";

    private Status() {}

    /** The outcome of a log-in that did not succeed; empty if it did. */
    static Optional<LoginOutcome> of(Element response, PendingLogin login) {
        Element status = Read.part(response, Names.SAMLP, "Status");
        Element code = Read.part(status, Names.SAMLP, "StatusCode");
        if (Names.SUCCESS.equals(code.getAttribute("Value"))) {
            return Optional.empty();
        }
        Reject.unless(
                SafeDom.child(response, Names.SAML, "Assertion").isEmpty()
                        && SafeDom.child(response, Names.SAML, "EncryptedAssertion")
                                .isEmpty(),
                MALFORMED_XML,
                "an error that carries an assertion");
        String reason = SafeDom.child(code, Names.SAMLP, "StatusCode")
                .map(second -> second.getAttribute("Value"))
                .orElse("");
        if (AUTHN_FAILED.equals(reason)) {
            return Optional.of(new LoginOutcome.Cancelled(login.returnTo()));
        }
        return Optional.of(new LoginOutcome.Refused(failure(status, reason), login.returnTo()));
    }

    private static LoginFailure failure(Element status, String reason) {
        if (!REQUEST_DENIED.equals(reason)) {
            return STATUS_OTHER;
        }
        return detail(status).contains(REQUIRED_MISSING) ? ATTRIBUTE_MISSING : STATUS_DENIED;
    }

    private static String detail(Element status) {
        String text = SafeDom.child(status, Names.SAMLP, "StatusDetail")
                .flatMap(detail -> SafeDom.child(detail, Names.AKDB, "StatusDetail"))
                .map(Element::getTextContent)
                .orElse("");
        return text.length() > MAX_DETAIL || !closed(text) ? "" : text;
    }

    /** Whether all brackets of the JSON text are closed, and none stands too deep in others; what is cut off says nothing. */
    private static boolean closed(String json) {
        Deque<Integer> open = new ArrayDeque<>();
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"' || (inText && c == '\\')) {
                i += c == '"' ? 0 : 1;
                inText ^= c == '"';
            } else if (!inText && (c == '{' || c == '[')) {
                open.push(c + 2);
            } else if (!inText && (c == '}' || c == ']') && (open.isEmpty() || open.pop() != c)) {
                return false;
            }
            if (open.size() > MAX_DEPTH) {
                return false;
            }
        }
        return open.isEmpty() && !inText;
    }
}
