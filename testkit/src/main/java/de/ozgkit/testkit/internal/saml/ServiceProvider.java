// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.KeyMaterial;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** A service provider as it registered. */
public record ServiceProvider(
        String entityId,
        String acs,
        Optional<URI> logout,
        List<X509Certificate> signing,
        List<X509Certificate> encryption) {

    /**
     * What a service provider handed in.
     *
     * @throws IllegalArgumentException if the metadata break the rules of BundID's interface description, chapter 7.2
     */
    public static ServiceProvider read(String metadata) {
        Element root = Saml.parse(metadata);
        require("EntityDescriptor".equals(root.getLocalName()), "the root must be an EntityDescriptor");
        require(!root.hasAttribute("ID") && !root.hasAttribute("validUntil"), "neither ID nor validUntil is allowed");
        Element role = Saml.child(root, Saml.MD, "SPSSODescriptor")
                .orElseThrow(() -> new IllegalArgumentException("there is no SPSSODescriptor"));
        String acs = Saml.children(role, Saml.MD, "AssertionConsumerService").stream()
                .filter(service -> Saml.POST.equals(service.getAttribute("Binding")))
                .map(service -> service.getAttribute("Location"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no AssertionConsumerService for HTTP-POST"));
        var provider = new ServiceProvider(
                root.getAttribute("entityID"),
                acs,
                Saml.child(role, Saml.MD, "SingleLogoutService").map(one -> URI.create(one.getAttribute("Location"))),
                certificates(role, "signing"),
                certificates(role, "encryption"));
        require(!provider.signing.isEmpty(), "there is no certificate for signing");
        require(!provider.encryption.isEmpty(), "there is no certificate for encryption");
        return provider;
    }

    private static List<X509Certificate> certificates(Element role, String use) {
        return Saml.children(role, Saml.MD, "KeyDescriptor").stream()
                .filter(key -> !key.hasAttribute("use") || use.equals(key.getAttribute("use")))
                .flatMap(key -> Saml.children(key, Saml.DS, "KeyInfo").stream())
                .flatMap(info -> Saml.children(info, Saml.DS, "X509Data").stream())
                .flatMap(data -> Saml.children(data, Saml.DS, "X509Certificate").stream())
                .map(element -> certificate(element.getTextContent()))
                .toList();
    }

    private static X509Certificate certificate(String base64) {
        byte[] der = Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
        return KeyMaterial.readCertificates(der).get(0);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("metadata of the service provider: " + what);
        }
    }
}
