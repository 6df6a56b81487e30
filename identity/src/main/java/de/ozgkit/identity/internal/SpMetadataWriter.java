// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.KeyMaterial;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.X509Certificate;
import org.opensaml.xmlsec.signature.X509Data;

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
        SPSSODescriptor role = OpenSaml.build(SPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setAuthnRequestsSigned(true);
        role.setWantAssertionsSigned(registration.profile().assertionSigned());
        for (UsageType use : new UsageType[] {UsageType.SIGNING, UsageType.ENCRYPTION}) {
            registration.keys().forEach(key -> role.getKeyDescriptors().add(descriptor(key, use)));
        }
        NameIDFormat format = OpenSaml.build(NameIDFormat.DEFAULT_ELEMENT_NAME);
        format.setURI(Names.TRANSIENT);
        role.getNameIDFormats().add(format);
        AssertionConsumerService service = OpenSaml.build(AssertionConsumerService.DEFAULT_ELEMENT_NAME);
        service.setBinding(Names.POST);
        service.setLocation(registration.acs().toString());
        service.setIndex(0);
        service.setIsDefault(true);
        role.getAssertionConsumerServices().add(service);
        EntityDescriptor entity = OpenSaml.build(EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(registration.entityId());
        entity.getRoleDescriptors().add(role);
        return OpenSaml.text(entity);
    }

    private static KeyDescriptor descriptor(KeyMaterial key, UsageType use) {
        X509Certificate certificate = OpenSaml.build(X509Certificate.DEFAULT_ELEMENT_NAME);
        certificate.setValue(base64(key));
        X509Data data = OpenSaml.build(X509Data.DEFAULT_ELEMENT_NAME);
        data.getX509Certificates().add(certificate);
        KeyInfo info = OpenSaml.build(KeyInfo.DEFAULT_ELEMENT_NAME);
        info.getX509Datas().add(data);
        KeyDescriptor descriptor = OpenSaml.build(KeyDescriptor.DEFAULT_ELEMENT_NAME);
        descriptor.setUse(use);
        descriptor.setKeyInfo(info);
        return descriptor;
    }

    private static String base64(KeyMaterial key) {
        try {
            return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }
}
