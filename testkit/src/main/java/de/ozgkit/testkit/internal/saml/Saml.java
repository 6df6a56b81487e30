// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import org.opensaml.core.config.ConfigurationService;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.Initializer;
import org.opensaml.core.xml.config.GlobalParserPoolInitializer;
import org.opensaml.core.xml.config.XMLObjectProviderRegistry;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.xmlsec.config.GlobalAlgorithmRegistryInitializer;
import org.opensaml.xmlsec.config.impl.ApacheXMLSecurityInitializer;
import org.opensaml.xmlsec.config.impl.JavaCryptoValidationInitializer;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reading, signing and verifying for the mock. */
final class Saml {

    static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    static final String AKDB = "https://www.akdb.de/request/2018/09";
    static final String CLASSIC_UI = "https://www.akdb.de/request/2018/09/classic-ui/v1";
    static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    static {
        initialise();
    }

    private Saml() {}

    /** @throws IllegalArgumentException if the text is not well-formed or has a DOCTYPE */
    static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setIgnoringComments(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler prints to the standard error stream.
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            return document.getDocumentElement();
        } catch (ParserConfigurationException | IOException | SAXException e) {
            throw new IllegalArgumentException("not readable as XML", e);
        }
    }

    static String text(Node node) {
        return SerializeSupport.nodeToString(node)
                .replaceFirst("^<\\?xml[^>]*\\?>", "")
                .strip();
    }

    static <T> T unmarshal(Element element, Class<T> type) {
        try {
            return type.cast(Objects.requireNonNull(XMLObjectSupport.getUnmarshaller(element))
                    .unmarshall(element));
        } catch (UnmarshallingException e) {
            throw new IllegalArgumentException("not readable as SAML", e);
        }
    }

    /**
     * Whether a message is signed by that certificate's key. Reads the signature alone: OpenSAML 4.0.1 cannot read a whole request on a
     * Turkish machine, where "minimum" in capitals is another word.
     */
    static boolean signedBy(Element message, X509Certificate certificate) {
        message.setIdAttribute("ID", true);
        Optional<Element> element = child(message, DS, "Signature");
        if (element.isEmpty() || !("#" + message.getAttribute("ID")).equals(reference(element.get()))) {
            return false;
        }
        try {
            Signature signature = unmarshal(element.get(), Signature.class);
            SignatureValidator.validate(signature, new BasicCredential(certificate.getPublicKey()));
            return true;
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String reference(Element signature) {
        return child(signature, DS, "SignedInfo")
                .flatMap(info -> child(info, DS, "Reference"))
                .map(reference -> reference.getAttribute("URI"))
                .orElse("");
    }

    static List<Element> children(Node parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName())) {
                found.add((Element) node);
            }
        }
        return found;
    }

    static Optional<Element> child(Node parent, String namespace, String name) {
        return children(parent, namespace, name).stream().findFirst();
    }

    /** Text that is safe in XML and HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

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
        try {
            for (Initializer part : needed) {
                part.init();
            }
        } catch (InitializationException e) {
            throw new IllegalStateException("OpenSAML cannot start", e);
        }
    }
}
