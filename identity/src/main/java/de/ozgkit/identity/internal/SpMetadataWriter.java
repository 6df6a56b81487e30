// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.identity.Binding;
import de.ozgkit.identity.SamlKey;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * Writes the metadata that the portal hands in at the account. Without id, validUntil, signature and algorithms, which BundID does not
 * take. Source: interface description of BundID 10.2, chapter 7.2.
 */
public final class SpMetadataWriter {

    private final Registration registration;

    public SpMetadataWriter(Registration registration) {
        this.registration = registration;
    }

    public String write() {
        StringBuilder keys = new StringBuilder();
        for (String use : new String[] {"signing", "encryption"}) {
            registration.keys().forEach(key -> keys.append(KEY.formatted(use, base64(key))));
        }
        return ENTITY.formatted(
                Html.escape(registration.entityId()),
                registration.profile().assertionSigned(),
                keys,
                registration.wishes().logout().map(SpMetadataWriter::logout).orElse(""),
                registration.profile().persistentName() ? Names.PERSISTENT : Names.TRANSIENT,
                Names.POST,
                Html.escape(registration.acs().toString()));
    }

    private static String logout(URI address) {
        return Arrays.stream(Binding.values())
                .map(binding -> "<md:SingleLogoutService Binding=\"%s\" Location=\"%s\"/>\n"
                        .formatted(binding.uri(), Html.escape(address.toString())))
                .collect(Collectors.joining());
    }

    private static String base64(SamlKey key) {
        try {
            return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    private static final String ENTITY =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
            <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="%s" \
            protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            %s%s<md:NameIDFormat>%s</md:NameIDFormat>
            <md:AssertionConsumerService Binding="%s" Location="%s" index="0" isDefault="true"/>
            </md:SPSSODescriptor>
            </md:EntityDescriptor>
            """;

    private static final String KEY =
            """
            <md:KeyDescriptor use="%s"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>\
            <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            """;
}
