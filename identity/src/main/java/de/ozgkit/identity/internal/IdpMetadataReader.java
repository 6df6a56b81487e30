// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.IdpMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads an {@code EntityDescriptor} with one {@code IDPSSODescriptor}. Source: SAML 2.0 metadata, chapter 2. */
public final class IdpMetadataReader {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_CERTIFICATES = 20;

    private IdpMetadataReader() {}

    public static IdpMetadata read(InputStream in) {
        Element root = root(in);
        if (!SafeDom.is(root, Names.MD, "EntityDescriptor")) {
            throw unusable("The root element is not an EntityDescriptor; give the metadata of one account only", null);
        }
        List<Element> roles = SafeDom.children(root, Names.MD, "IDPSSODescriptor");
        if (roles.size() != 1) {
            throw unusable("There must be one IDPSSODescriptor, but there are " + roles.size(), null);
        }
        return new IdpMetadata(
                root.getAttribute("entityID").strip(), location(roles.get(0)), certificates(roles.get(0)), until(root));
    }

    /** Refuses what no request may be sent to and what no response may be checked with. */
    public static void requireUsable(String entityId, URI ssoLocation, List<X509Certificate> certificates) {
        if (entityId.isBlank() || entityId.length() > 1024) {
            throw unusable("The account has no entityID, or one of more than 1024 characters", null);
        }
        if (!Addresses.secure(ssoLocation)) {
            throw unusable("The address of the log-in must begin with https (http only on this machine itself)", null);
        }
        if (certificates.isEmpty() || certificates.size() > MAX_CERTIFICATES) {
            throw unusable("There must be between one and 20 certificates for signing", null);
        }
        for (X509Certificate certificate : certificates) {
            if (!strong(certificate.getPublicKey())) {
                throw unusable("A certificate for signing is neither RSA of at least 2048 bits nor elliptic", null);
            }
        }
    }

    private static boolean strong(PublicKey key) {
        return key instanceof ECPublicKey
                || (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS);
    }

    private static Element root(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw unusable("The file is larger than 1 MiB; give the metadata of one account only", null);
            }
            return SafeDom.parse(bytes).getDocumentElement();
        } catch (IOException | RejectedException e) {
            throw unusable("The file is not readable as XML without DOCTYPE", e);
        }
    }

    private static URI location(Element role) {
        return SafeDom.children(role, Names.MD, "SingleSignOnService").stream()
                .filter(service -> Names.POST.equals(service.getAttribute("Binding")))
                .map(service -> uri(service.getAttribute("Location").strip()))
                .findFirst()
                .orElseThrow(() -> unusable("There is no SingleSignOnService with the binding HTTP-POST", null));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw unusable("The Location of the SingleSignOnService is not an address", e);
        }
    }

    private static List<X509Certificate> certificates(Element role) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Element key : SafeDom.children(role, Names.MD, "KeyDescriptor")) {
            if (!"encryption".equals(key.getAttribute("use"))) {
                SafeDom.child(key, Names.DS, "KeyInfo").stream()
                        .flatMap(info -> SafeDom.children(info, Names.DS, "X509Data").stream())
                        .flatMap(data -> SafeDom.children(data, Names.DS, "X509Certificate").stream())
                        .forEach(element -> certificates.add(certificate(element.getTextContent())));
            }
        }
        return certificates;
    }

    private static X509Certificate certificate(String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw unusable("A certificate is not readable", e);
        }
    }

    private static Optional<Instant> until(Element root) {
        String text = root.getAttribute("validUntil");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            throw unusable("validUntil is not a date", e);
        }
    }

    private static ConfigurationException unusable(String what, @Nullable Throwable cause) {
        return new ConfigurationException("saml.metadata", what + " (metadata of the account)", cause);
    }
}
