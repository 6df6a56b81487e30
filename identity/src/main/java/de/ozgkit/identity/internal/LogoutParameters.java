// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.ALGORITHM_FORBIDDEN;
import static de.ozgkit.identity.LoginFailure.DTD_FORBIDDEN;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;
import static de.ozgkit.identity.LoginFailure.SIGNATURE_INVALID;
import static de.ozgkit.identity.LoginFailure.SIGNATURE_MISSING;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.Binding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The parameters of one message about a log-out, each there once. With the redirect binding values stay as they were sent. Source: SAML 2.0
 * bindings 3.4.4.1 and 3.5.4.
 */
public final class LogoutParameters {

    private static final int MAX_CHARS = 64 * 1024;
    private static final int MAX_XML = 256 * 1024;
    private static final Set<String> OURS = Set.of("SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature");

    private final Binding binding;
    private final Map<String, String> values;

    private LogoutParameters(Binding binding, Map<String, String> values) {
        this.binding = binding;
        this.values = values;
        Reject.unless(
                values.containsKey("SAMLRequest") != values.containsKey("SAMLResponse"),
                MALFORMED_XML,
                "one of SAMLRequest and SAMLResponse must be there");
    }

    public static LogoutParameters posted(Map<String, List<String>> form) {
        Map<String, String> values = new HashMap<>();
        form.forEach((name, all) -> {
            if (OURS.contains(name)) {
                Reject.unless(all.size() == 1, MALFORMED_XML, "a field stands twice");
                values.put(name, limited(all.get(0)));
            }
        });
        return new LogoutParameters(Binding.POST, values);
    }

    public static LogoutParameters redirected(String rawQuery) {
        Map<String, String> values = new HashMap<>();
        for (String pair : limited(rawQuery).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (OURS.contains(decode(parts[0]))) {
                Reject.unless(
                        OURS.contains(parts[0]) && values.put(parts[0], parts.length > 1 ? parts[1] : "") == null,
                        MALFORMED_XML,
                        "a parameter stands twice or its name is disguised");
            }
        }
        return new LogoutParameters(Binding.REDIRECT, values);
    }

    public boolean request() {
        return values.containsKey("SAMLRequest");
    }

    /** Empty if there is none. */
    String relayState() {
        String value = values.getOrDefault("RelayState", "");
        return binding == Binding.POST ? value : decode(value);
    }

    /** The message, whose signature fits one of the certificates. */
    Element verified(List<X509Certificate> certificates) {
        String name = request() ? "SAMLRequest" : "SAMLResponse";
        if (binding == Binding.REDIRECT) {
            // Before anything is unpacked.
            verifyQuery(name, certificates);
        }
        String value = values.getOrDefault(name, "");
        Element root = parse(binding == Binding.POST ? base64(value) : inflate(base64(decode(value))));
        if (binding == Binding.POST) {
            EnvelopedSignature.verify(root, certificates);
        }
        return root;
    }

    private void verifyQuery(String name, List<X509Certificate> certificates) {
        @Nullable String rawAlgorithm = values.get("SigAlg");
        @Nullable String rawSignature = values.get("Signature");
        if (rawAlgorithm == null || rawSignature == null) {
            throw Reject.as(SIGNATURE_MISSING, "the account must sign this message");
        }
        String algorithm = decode(rawAlgorithm);
        Reject.unless(Algorithms.rsa(algorithm), ALGORITHM_FORBIDDEN, "the signature must be RSA with SHA-256 or more");
        @Nullable String relayState = values.get("RelayState");
        byte[] signed = (name + "=" + values.get(name)
                        + (relayState == null ? "" : "&RelayState=" + relayState)
                        + "&SigAlg=" + rawAlgorithm)
                .getBytes(StandardCharsets.UTF_8);
        byte[] signature = base64(decode(rawSignature));
        Reject.unless(
                certificates.stream()
                        .anyMatch(one -> RawSignature.verifies(one.getPublicKey(), algorithm, signed, signature)),
                SIGNATURE_INVALID,
                "the signature of the query fits none of the account's certificates");
    }

    private static Element parse(byte[] xml) {
        try {
            return SafeDom.parse(xml).getDocumentElement();
        } catch (RejectedException e) {
            throw Reject.as(
                    "xml.doctype".equals(e.code()) ? DTD_FORBIDDEN : MALFORMED_XML,
                    "the message is not well-formed XML in UTF-8 without a DOCTYPE (" + e.code() + ")");
        }
    }

    private static byte[] inflate(byte[] packed) {
        Inflater raw = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), raw)) {
            byte[] xml = in.readNBytes(MAX_XML + 1);
            Reject.unless(xml.length <= MAX_XML, MALFORMED_XML, "the message unpacks to more than 256 KiB");
            return xml;
        } catch (IOException e) {
            throw Reject.as(MALFORMED_XML, "the message cannot be unpacked");
        } finally {
            raw.end();
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("[\r\n]", ""));
        } catch (IllegalArgumentException e) {
            throw Reject.as(MALFORMED_XML, "a value is not base64");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Reject.as(MALFORMED_XML, "a parameter is not encoded as addresses are");
        }
    }

    private static String limited(String text) {
        Reject.unless(text.length() <= MAX_CHARS, MALFORMED_XML, "the message is larger than 64 KiB");
        return text;
    }
}
