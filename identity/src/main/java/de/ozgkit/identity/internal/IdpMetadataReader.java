// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.core.xml.XmlLimits;
import de.ozgkit.identity.Binding;
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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads an {@code EntityDescriptor} with one {@code IDPSSODescriptor}, alone or among many. Source: SAML 2.0 metadata, chapter 2. */
public final class IdpMetadataReader {

    private static final int MAX_BYTES = 1 << 20;
    private static final XmlLimits MANY = new XmlLimits(16L << 20, 40, 50);
    private static final int MAX_LEVELS = 5;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_CERTIFICATES = 20;

    private IdpMetadataReader() {}

    /**
     * What was read.
     *
     * @param cacheDuration how long the account lets it be kept before it is fetched anew
     */
    record Found(IdpMetadata metadata, Optional<Duration> cacheDuration) {}

    public static IdpMetadata read(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw unusable("The file is larger than 1 MiB; give the metadata of one account only", null);
            }
            Element root = SafeDom.parse(bytes).getDocumentElement();
            if (!SafeDom.is(root, Names.MD, "EntityDescriptor")) {
                throw unusable(
                        "The root element is not an EntityDescriptor; give the metadata of one account only", null);
            }
            return entity(List.of(root)).metadata();
        } catch (IOException | RejectedException e) {
            throw unusable("The file is not readable as XML without DOCTYPE", e);
        }
    }

    /** A file of one or of many accounts, up to 16 MiB; what is in it is not believed yet. */
    static Element parse(byte[] bytes) {
        try {
            return SafeXml.parse(bytes, MANY).getDocumentElement();
        } catch (RejectedException e) {
            throw unusable("The file is not readable as XML without DOCTYPE, or larger than 16 MiB", e);
        }
    }

    /**
     * One account.
     *
     * @param entityId its name; may be missing if there is one only
     */
    static Found find(Element root, Optional<String> entityId) {
        List<List<Element>> entities = new ArrayList<>();
        collect(root, List.of(), entities);
        List<List<Element>> fitting = entities.stream()
                .filter(path -> entityId.isEmpty()
                        || entityId.get()
                                .equals(path.get(path.size() - 1)
                                        .getAttribute("entityID")
                                        .strip()))
                .toList();
        if (fitting.size() != 1) {
            throw unusable(
                    "The file has " + fitting.size() + " accounts "
                            + entityId.map(name -> "with the entityID " + name).orElse("but no entityID was given"),
                    null);
        }
        return entity(fitting.get(0));
    }

    private static void collect(Element element, List<Element> above, List<List<Element>> found) {
        List<Element> path = Stream.concat(above.stream(), Stream.of(element)).toList();
        if (SafeDom.is(element, Names.MD, "EntityDescriptor")) {
            found.add(path);
        } else if (SafeDom.is(element, Names.MD, "EntitiesDescriptor") && path.size() < MAX_LEVELS) {
            SafeDom.children(element).forEach(child -> collect(child, path, found));
        }
    }

    /** What holds for those around an account, holds for the account. */
    private static Found entity(List<Element> path) {
        Element entity = path.get(path.size() - 1);
        List<Element> roles = SafeDom.children(entity, Names.MD, "IDPSSODescriptor");
        if (roles.size() != 1) {
            throw unusable("There must be one IDPSSODescriptor, but there are " + roles.size(), null);
        }
        Element role = roles.get(0);
        List<Element> all = Stream.concat(path.stream(), Stream.of(role)).toList();
        Map<Binding, URI> sso = new EnumMap<>(Binding.class);
        services(role, "SingleSignOnService").forEach((binding, service) -> sso.put(binding, uri(service, "Location")));
        if (sso.isEmpty()) {
            throw unusable("There is no SingleSignOnService with the binding HTTP-POST or HTTP-Redirect", null);
        }
        Map<Binding, IdpMetadata.LogoutService> logout = new EnumMap<>(Binding.class);
        services(role, "SingleLogoutService")
                .forEach((binding, service) -> logout.put(
                        binding,
                        new IdpMetadata.LogoutService(
                                uri(service, "Location"),
                                uri(
                                        service,
                                        service.hasAttribute("ResponseLocation") ? "ResponseLocation" : "Location"))));
        Optional<Instant> until = all.stream().flatMap(e -> until(e).stream()).min(Instant::compareTo);
        Optional<Duration> cache = all.stream().flatMap(e -> cache(e).stream()).min(Duration::compareTo);
        return new Found(
                new IdpMetadata(entity.getAttribute("entityID").strip(), sso, logout, certificates(role), until),
                cache);
    }

    private static Map<Binding, Element> services(Element role, String name) {
        Map<Binding, Element> services = new EnumMap<>(Binding.class);
        for (Element service : SafeDom.children(role, Names.MD, name)) {
            for (Binding binding : Binding.values()) {
                if (binding.uri().equals(service.getAttribute("Binding"))) {
                    services.putIfAbsent(binding, service);
                }
            }
        }
        return services;
    }

    /** Refuses what no request may be sent to and what no response may be checked with. */
    public static void requireUsable(
            String entityId,
            Map<Binding, URI> sso,
            Map<Binding, IdpMetadata.LogoutService> logout,
            List<X509Certificate> certificates) {
        if (entityId.isBlank() || entityId.length() > 1024) {
            throw unusable("The account has no entityID, or one of more than 1024 characters", null);
        }
        Stream<URI> logouts = logout.values().stream().flatMap(one -> Stream.of(one.requests(), one.answers()));
        if (sso.isEmpty() || !Stream.concat(sso.values().stream(), logouts).allMatch(Addresses::secure)) {
            throw unusable(
                    "The addresses of log-in and log-out must begin with https (http only on this machine itself)",
                    null);
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

    private static URI uri(Element service, String attribute) {
        try {
            return URI.create(service.getAttribute(attribute).strip());
        } catch (IllegalArgumentException e) {
            throw unusable("The " + attribute + " of the " + service.getLocalName() + " is not an address", e);
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

    private static Optional<Instant> until(Element element) {
        String text = element.getAttribute("validUntil").strip();
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw unusable("validUntil is not a date with a time zone", e);
        }
    }

    /** Years and months of a duration are left out of account: as long as that nobody keeps metadata. */
    private static Optional<Duration> cache(Element element) {
        String text = element.getAttribute("cacheDuration").strip();
        try {
            return text.isEmpty() || text.matches("P\\d+[YM].*") ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            throw unusable("cacheDuration is not a duration", e);
        }
    }

    static ConfigurationException unusable(String what, @Nullable Throwable cause) {
        return new ConfigurationException("saml.metadata", what + " (metadata of the account)", cause);
    }
}
