// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.SamlKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.w3c.dom.Element;

/** Signs a message of ours and packs it for the browser. Source: SAML 2.0 bindings 3.4.4 and 3.5.4. */
public final class Outbound {

    private static final int MAX_URL = 8000;

    private final SamlKey key;
    private final String algorithm;

    public Outbound(Registration registration) {
        this.key = registration.keys().get(0);
        this.algorithm = registration.signatureAlgorithm();
    }

    /** What makes a message of its parts. */
    @FunctionalInterface
    public interface Parts<T> {
        T of(URI destination, Map<String, String> fields, Binding binding);
    }

    /**
     * The message, signed as its binding asks.
     *
     * @param parameter {@code SAMLRequest} or {@code SAMLResponse}
     * @param relayState not sent if empty
     * @throws ConfigurationException with code {@code saml.redirect_too_long}
     */
    public <T> T carry(
            Binding binding, URI destination, String parameter, String xml, String relayState, Parts<T> parts) {
        return binding == Binding.POST
                ? parts.of(destination, post(parameter, xml, relayState), binding)
                : parts.of(redirect(destination, parameter, xml, relayState), Map.of(), binding);
    }

    private Map<String, String> post(String parameter, String xml, String relayState) {
        Element root = SafeDom.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
        byte[] signed = EnvelopedSignature.sign(root, key, algorithm);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(parameter, Base64.getEncoder().encodeToString(signed));
        if (!relayState.isEmpty()) {
            fields.put("RelayState", relayState);
        }
        return fields;
    }

    /** The signature covers the very characters that are sent, hence they are put together once and for all. */
    private URI redirect(URI destination, String parameter, String xml, String relayState) {
        StringBuilder query = new StringBuilder(parameter)
                .append('=')
                .append(encode(Base64.getEncoder().encodeToString(deflate(xml))));
        if (!relayState.isEmpty()) {
            query.append("&RelayState=").append(encode(relayState));
        }
        query.append("&SigAlg=").append(encode(algorithm));
        byte[] signature = RawSignature.sign(key, algorithm, query.toString().getBytes(StandardCharsets.US_ASCII));
        query.append("&Signature=").append(encode(Base64.getEncoder().encodeToString(signature)));
        String url = destination + (destination.getRawQuery() == null ? "?" : "&") + query;
        if (url.length() > MAX_URL) {
            throw new ConfigurationException(
                    "saml.redirect_too_long",
                    "The address with the request has " + url.length() + " characters, more than the " + MAX_URL
                            + " that every browser and server takes; ask for fewer attributes or send requests by POST");
        }
        return URI.create(url);
    }

    private static byte[] deflate(String xml) {
        var out = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, raw)) {
            deflating.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            raw.end();
        }
        return out.toByteArray();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
