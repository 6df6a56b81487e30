// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The form of a response and of an assertion: which element may stand where with which attributes. Narrower than the SAML schema, since
 * everything that no account sends (advice, extensions, objects in signatures) is a place to hide something.
 */
final class Structure {

    private static final Map<String, String> PREFIXES = Map.of(
            Names.SAMLP,
            "p:",
            Names.SAML,
            "a:",
            Names.DS,
            "ds:",
            Names.XENC,
            "xe:",
            Names.XENC11,
            "xe11:",
            Names.EC,
            "ec:",
            Names.AKDB,
            "akdb:");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,255}");
    private static final Map<String, Rule> RULES = rules();

    private final Set<String> ids = new HashSet<>();

    private Structure() {}

    /** Refuses a document whose form is not that of the expected root element, or that has an id twice. */
    static void check(Element root) {
        for (Node node = root.getOwnerDocument().getFirstChild(); node != null; node = node.getNextSibling()) {
            Reject.unless(node == root, MALFORMED_XML, "there is something beside the root element");
        }
        new Structure().walk(root);
    }

    private void walk(Element root) {
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Element element = open.pop();
            checkElement(element);
            Algorithms.check(element);
            SafeDom.children(element).forEach(open::push);
        }
    }

    private void checkElement(Element element) {
        Rule rule = RULES.get(name(element));
        if (rule == null) {
            throw Reject.as(MALFORMED_XML, "an element that does not belong into a response");
        }
        checkAttributes(element, rule);
        StringBuilder children = new StringBuilder();
        boolean text = false;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (node.getNodeType()) {
                case Node.ELEMENT_NODE -> children.append(name((Element) node)).append(' ');
                case Node.TEXT_NODE -> text |= !node.getTextContent().isBlank();
                default -> throw Reject.as(MALFORMED_XML, "a processing instruction or another node that nobody needs");
            }
        }
        Reject.unless(
                rule.children().matcher(children).matches(),
                MALFORMED_XML,
                "the elements in " + element.getLocalName() + " are not those that belong there, in their order");
        Reject.unless(!text || rule.text(), MALFORMED_XML, "text between elements in " + element.getLocalName());
    }

    private void checkAttributes(Element element, Rule rule) {
        NamedNodeMap attributes = element.getAttributes();
        Set<String> missing = new HashSet<>(rule.required());
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                // Canonicalisation fails, or yields nothing, on relative names of namespaces.
                Reject.unless(
                        attribute.getValue().contains(":"), MALFORMED_XML, "a namespace whose name is not absolute");
            } else {
                String name = attributeName(attribute);
                missing.remove(name);
                Reject.unless(
                        rule.attributes().contains(name),
                        MALFORMED_XML,
                        "an attribute that does not belong to " + element.getLocalName());
                checkId(name, attribute.getValue());
            }
        }
        Reject.unless(missing.isEmpty(), MALFORMED_XML, element.getLocalName() + " lacks one of its attributes");
    }

    private void checkId(String name, String value) {
        if ("ID".equals(name) || "Id".equals(name)) {
            Reject.unless(ID.matcher(value).matches(), MALFORMED_XML, "an id with forbidden characters");
            Reject.unless(ids.add(value), MALFORMED_XML, "an id that stands twice");
        }
    }

    private static String attributeName(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        if (namespace == null) {
            return attribute.getName();
        }
        return switch (namespace) {
            case Names.XSI -> "xsi:" + attribute.getLocalName();
            case Names.AKDB -> "akdb:" + attribute.getLocalName();
            default -> "other namespace";
        };
    }

    private static String name(Element element) {
        @Nullable String namespace = element.getNamespaceURI();
        return namespace == null ? "none" : PREFIXES.getOrDefault(namespace, "unknown:") + element.getLocalName();
    }

    /** What may be in one element. Children as a pattern over their names, each followed by a blank. */
    private record Rule(Set<String> required, Set<String> attributes, Pattern children, boolean text) {}

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        protocol(rules);
        assertion(rules);
        signature(rules);
        encryption(rules);
        return Map.copyOf(rules);
    }

    private static void protocol(Map<String, Rule> rules) {
        nodes(
                rules,
                "p:Response",
                "ID! Version! IssueInstant! InResponseTo Destination Consent",
                "a:Issuer (ds:Signature )?p:Status ((a:EncryptedAssertion |a:Assertion ))*");
        nodes(rules, "p:Status", "", "p:StatusCode (p:StatusMessage )?(p:StatusDetail )?");
        nodes(rules, "p:StatusCode", "Value!", "(p:StatusCode )?");
        text(rules, "p:StatusMessage", "");
        nodes(rules, "p:StatusDetail", "", "(akdb:StatusDetail )?");
        text(rules, "akdb:StatusDetail", "");
        nodes(rules, "a:EncryptedAssertion", "", "xe:EncryptedData (xe:EncryptedKey )*");
    }

    private static void assertion(Map<String, Rule> rules) {
        nodes(
                rules,
                "a:Assertion",
                "ID! Version! IssueInstant!",
                "a:Issuer (ds:Signature )?a:Subject a:Conditions "
                        + "(a:AuthnStatement (a:AttributeStatement )?|a:AttributeStatement a:AuthnStatement )");
        text(rules, "a:Issuer", "Format NameQualifier SPNameQualifier SPProvidedID");
        nodes(rules, "a:Subject", "", "a:NameID a:SubjectConfirmation ");
        text(rules, "a:NameID", "Format NameQualifier SPNameQualifier SPProvidedID");
        nodes(rules, "a:SubjectConfirmation", "Method!", "a:SubjectConfirmationData ");
        nodes(rules, "a:SubjectConfirmationData", "InResponseTo NotOnOrAfter Recipient Address", "");
        nodes(
                rules,
                "a:Conditions",
                "NotBefore! NotOnOrAfter!",
                "((a:AudienceRestriction |a:OneTimeUse |a:ProxyRestriction ))*");
        nodes(rules, "a:AudienceRestriction", "", "(a:Audience )+");
        text(rules, "a:Audience", "");
        nodes(rules, "a:OneTimeUse", "", "");
        nodes(rules, "a:ProxyRestriction", "Count", "(a:Audience )*");
        nodes(
                rules,
                "a:AuthnStatement",
                "AuthnInstant! SessionIndex SessionNotOnOrAfter",
                "(a:SubjectLocality )?a:AuthnContext ");
        nodes(rules, "a:SubjectLocality", "Address DNSName", "");
        nodes(rules, "a:AuthnContext", "", "a:AuthnContextClassRef (a:AuthenticatingAuthority )*");
        text(rules, "a:AuthnContextClassRef", "");
        text(rules, "a:AuthenticatingAuthority", "");
        nodes(rules, "a:AttributeStatement", "", "(a:Attribute )+");
        nodes(rules, "a:Attribute", "Name! NameFormat FriendlyName akdb:TrustLevel", "(a:AttributeValue )*");
        text(rules, "a:AttributeValue", "xsi:type xsi:nil");
    }

    private static void signature(Map<String, Rule> rules) {
        nodes(rules, "ds:Signature", "Id", "ds:SignedInfo ds:SignatureValue (ds:KeyInfo )?");
        nodes(rules, "ds:SignedInfo", "Id", "ds:CanonicalizationMethod ds:SignatureMethod ds:Reference ");
        nodes(rules, "ds:CanonicalizationMethod", "Algorithm!", "(ec:InclusiveNamespaces )?");
        nodes(rules, "ec:InclusiveNamespaces", "PrefixList!", "");
        nodes(rules, "ds:SignatureMethod", "Algorithm!", "");
        nodes(rules, "ds:Reference", "URI!", "ds:Transforms ds:DigestMethod ds:DigestValue ");
        nodes(rules, "ds:Transforms", "", "(ds:Transform ){1,2}");
        nodes(rules, "ds:Transform", "Algorithm!", "(ec:InclusiveNamespaces )?");
        nodes(rules, "ds:DigestMethod", "Algorithm!", "");
        text(rules, "ds:DigestValue", "");
        text(rules, "ds:SignatureValue", "Id");
        nodes(
                rules,
                "ds:KeyInfo",
                "Id",
                "((ds:KeyName |ds:KeyValue |ds:X509Data ))*(xe:EncryptedKey )*((ds:KeyName |ds:X509Data ))*");
        text(rules, "ds:KeyName", "");
        nodes(rules, "ds:KeyValue", "", "ds:RSAKeyValue ");
        nodes(rules, "ds:RSAKeyValue", "", "ds:Modulus ds:Exponent ");
        text(rules, "ds:Modulus", "");
        text(rules, "ds:Exponent", "");
        nodes(
                rules,
                "ds:X509Data",
                "",
                "((ds:X509Certificate |ds:X509SubjectName |ds:X509IssuerSerial |ds:X509SKI ))+");
        nodes(rules, "ds:X509IssuerSerial", "", "ds:X509IssuerName ds:X509SerialNumber ");
        for (String leaf : new String[] {"Certificate", "SubjectName", "SKI", "IssuerName", "SerialNumber"}) {
            text(rules, "ds:X509" + leaf, "");
        }
    }

    private static void encryption(Map<String, Rule> rules) {
        nodes(rules, "xe:EncryptedData", "Id Type MimeType", "xe:EncryptionMethod (ds:KeyInfo )?xe:CipherData ");
        nodes(
                rules,
                "xe:EncryptedKey",
                "Id Type Recipient",
                "xe:EncryptionMethod (ds:KeyInfo )?xe:CipherData (xe:ReferenceList )?(xe:CarriedKeyName )?");
        nodes(
                rules,
                "xe:EncryptionMethod",
                "Algorithm!",
                "(xe:KeySize )?(ds:DigestMethod )?(xe11:MGF )?(ds:DigestMethod )?");
        text(rules, "xe:KeySize", "");
        nodes(rules, "xe11:MGF", "Algorithm!", "");
        nodes(rules, "xe:CipherData", "", "xe:CipherValue ");
        text(rules, "xe:CipherValue", "");
        nodes(rules, "xe:ReferenceList", "", "xe:DataReference ");
        nodes(rules, "xe:DataReference", "URI!", "");
        text(rules, "xe:CarriedKeyName", "");
    }

    private static void nodes(Map<String, Rule> rules, String name, String attributes, String children) {
        rules.put(name, rule(attributes, children, false));
    }

    private static void text(Map<String, Rule> rules, String name, String attributes) {
        rules.put(name, rule(attributes, "", true));
    }

    private static Rule rule(String attributes, String children, boolean text) {
        Set<String> all = new HashSet<>();
        Set<String> required = new HashSet<>();
        for (String attribute : attributes.isEmpty() ? new String[0] : attributes.split(" ")) {
            String name = attribute.replace("!", "");
            all.add(name);
            if (attribute.endsWith("!")) {
                required.add(name);
            }
        }
        return new Rule(Set.copyOf(required), Set.copyOf(all), Pattern.compile(children), text);
    }
}
