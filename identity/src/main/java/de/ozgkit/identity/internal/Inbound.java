// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.DTD_FORBIDDEN;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;
import static de.ozgkit.identity.LoginFailure.MULTIPLE_ASSERTIONS;
import static de.ozgkit.identity.LoginFailure.NOT_A_RESPONSE;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.LoginFailure;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** From the form field to an element whose structure is right; nothing in it is believed yet. */
final class Inbound {

    private static final int MAX_CHARS = 256 * 1024;

    private Inbound() {}

    static Element response(@Nullable String field, Admitted admitted) {
        if (field == null || field.isBlank()) {
            throw Reject.as(NOT_A_RESPONSE, "the field SAMLResponse is missing or empty");
        }
        Reject.unless(field.length() <= MAX_CHARS, NOT_A_RESPONSE, "the field SAMLResponse is larger than 256 KiB");
        Element root = parse(decode(field)).getDocumentElement();
        Reject.unless(SafeDom.is(root, Names.SAMLP, "Response"), NOT_A_RESPONSE, "the message is no SAML response");
        requireOneAssertion(root);
        boolean signed = SafeDom.child(root, Names.DS, "Signature").isPresent();
        // AES-CBC can be changed unseen, and how we fail would tell what is inside.
        Structure.check(root, signed ? admitted : admitted.withoutCbc());
        return root;
    }

    /** What was encrypted: one assertion that stands on its own. */
    static Element assertion(byte[] plain, Admitted admitted) {
        return inner(plain, "Assertion", admitted);
    }

    /** What was encrypted: the account's name for somebody. */
    static Element name(byte[] plain, Admitted admitted) {
        return inner(plain, "NameID", admitted);
    }

    private static Element inner(byte[] plain, String name, Admitted admitted) {
        Element root = parse(plain).getDocumentElement();
        Arrays.fill(plain, (byte) 0);
        Reject.unless(SafeDom.is(root, Names.SAML, name), MALFORMED_XML, "what was encrypted is no SAML " + name);
        Structure.check(root, admitted);
        return root;
    }

    private static void requireOneAssertion(Element root) {
        long assertions = SafeDom.children(root).stream()
                .filter(child -> SafeDom.is(child, Names.SAML, "Assertion")
                        || SafeDom.is(child, Names.SAML, "EncryptedAssertion"))
                .count();
        Reject.unless(
                assertions <= 1, MULTIPLE_ASSERTIONS, "the response holds " + assertions + " assertions, not one");
    }

    private static byte[] decode(String field) {
        try {
            // Some accounts break the lines of the field; nothing else but base64 may be in it.
            return Base64.getDecoder().decode(field.replace("\r", "").replace("\n", ""));
        } catch (IllegalArgumentException e) {
            throw Reject.as(MALFORMED_XML, "the field SAMLResponse is not base64");
        }
    }

    private static Document parse(byte[] xml) {
        try {
            return SafeDom.parse(xml);
        } catch (RejectedException e) {
            LoginFailure failure = "xml.doctype".equals(e.code()) ? DTD_FORBIDDEN : MALFORMED_XML;
            throw Reject.as(
                    failure, "the message is not well-formed XML in UTF-8 without a DOCTYPE (" + e.code() + ")");
        }
    }
}
