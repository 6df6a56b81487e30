// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import javax.xml.namespace.QName;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.config.ConfigurationService;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.Initializer;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.GlobalParserPoolInitializer;
import org.opensaml.core.xml.config.XMLObjectProviderRegistry;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.xmlsec.config.GlobalAlgorithmRegistryInitializer;
import org.opensaml.xmlsec.config.impl.ApacheXMLSecurityInitializer;
import org.opensaml.xmlsec.config.impl.JavaCryptoValidationInitializer;
import org.w3c.dom.Element;

/** The few calls of OpenSAML that everything here goes through, and its initialisation. */
final class OpenSaml {

    static {
        initialise();
    }

    private OpenSaml() {}

    /** A new empty object; the type is that of the field that takes it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T extends XMLObject> T build(QName name) {
        return (T) XMLObjectSupport.buildXMLObject(name);
    }

    static Element marshal(XMLObject object) {
        try {
            return XMLObjectSupport.marshall(object);
        } catch (MarshallingException e) {
            throw new IllegalStateException("a message of our own cannot be written", e);
        }
    }

    static String text(XMLObject object) {
        return SerializeSupport.nodeToString(marshal(object));
    }

    /**
     * OpenSAML's configuration is one per process. If somebody else set it up, theirs stays as it is. Only the parts are started that SAML
     * messages need, by name: its own search would start metrics and HTTP clients too, and depend on the context class loader.
     */
    private static void initialise() {
        XMLObjectProviderRegistry present = ConfigurationService.get(XMLObjectProviderRegistry.class);
        if (present != null && present.getBuilderFactory().getBuilder(Response.DEFAULT_ELEMENT_NAME) != null) {
            return;
        }
        Initializer[] needed = {
            new org.opensaml.core.xml.config.XMLObjectProviderInitializer(),
            new GlobalParserPoolInitializer(),
            new JavaCryptoValidationInitializer(),
            new ApacheXMLSecurityInitializer(),
            new GlobalAlgorithmRegistryInitializer(),
            new org.opensaml.xmlsec.config.impl.XMLObjectProviderInitializer(),
            new org.opensaml.saml.config.impl.XMLObjectProviderInitializer()
        };
        Thread thread = Thread.currentThread();
        @Nullable ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(OpenSaml.class.getClassLoader());
            for (Initializer part : needed) {
                part.init();
            }
        } catch (InitializationException e) {
            throw new IllegalStateException("OpenSAML cannot start; check that its jars are complete", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
