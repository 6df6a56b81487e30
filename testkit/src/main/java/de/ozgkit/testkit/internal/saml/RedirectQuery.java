// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A request in the query of an address, as it was sent. Source: SAML 2.0 bindings 3.4.4. */
final class RedirectQuery {

    private static final Set<String> NAMES = Set.of("SAMLRequest", "RelayState", "SigAlg", "Signature");
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String PSS_SHA256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    private static final int MAX_CHARS = 16 * 1024;
    private static final int MAX_XML = 64 * 1024;

    private final Map<String, String> raw;

    private RedirectQuery(Map<String, String> raw) {
        this.raw = raw;
    }

    static RedirectQuery parse(String query) throws RequestRefused {
        require(query.length() <= MAX_CHARS, "saml-request-too-large");
        Map<String, String> raw = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            require(parts.length == 2 && NAMES.contains(parts[0]), "saml-unknown-parameter");
            require(raw.put(parts[0], parts[1]) == null, "saml-duplicate-parameter");
        }
        require(raw.containsKey("SAMLRequest"), "saml-request-unreadable");
        require(raw.containsKey("SigAlg") && raw.containsKey("Signature"), "saml-request-not-signed");
        return new RedirectQuery(raw);
    }

    String relayState() throws RequestRefused {
        return decode(raw.getOrDefault("RelayState", ""));
    }

    String xml() throws RequestRefused {
        Inflater unpacked = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes("SAMLRequest")), unpacked)) {
            byte[] xml = in.readNBytes(MAX_XML + 1);
            require(xml.length <= MAX_XML, "saml-request-too-large");
            return new String(xml, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RequestRefused("saml-request-unreadable");
        } finally {
            unpacked.end();
        }
    }

    boolean signedBy(X509Certificate certificate) throws RequestRefused {
        String signed = "SAMLRequest=" + raw.get("SAMLRequest")
                + (raw.containsKey("RelayState") ? "&RelayState=" + raw.get("RelayState") : "") + "&SigAlg="
                + raw.get("SigAlg");
        try {
            Signature engine = engine(decode(raw.getOrDefault("SigAlg", "")));
            engine.initVerify(certificate);
            engine.update(signed.getBytes(StandardCharsets.UTF_8));
            return engine.verify(bytes("Signature"));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature engine(String algorithm) throws GeneralSecurityException, RequestRefused {
        if (algorithm.equals(RSA_SHA256)) {
            return Signature.getInstance("SHA256withRSA");
        }
        require(algorithm.equals(PSS_SHA256), "saml-algorithm");
        Signature engine = Signature.getInstance("RSASSA-PSS");
        engine.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return engine;
    }

    private byte[] bytes(String name) throws RequestRefused {
        try {
            return Base64.getDecoder().decode(decode(raw.getOrDefault(name, "")));
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("saml-request-unreadable");
        }
    }

    private static String decode(String text) throws RequestRefused {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("saml-request-unreadable");
        }
    }

    private static void require(boolean holds, String code) throws RequestRefused {
        if (!holds) {
            throw new RequestRefused(code);
        }
    }
}
