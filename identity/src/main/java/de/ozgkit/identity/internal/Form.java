// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Which element may stand where with which attributes. What real identity providers send passes; what none sends and where something could
 * be hidden (advice, extensions, objects in signatures) does not. Source: the schemas of SAML 2.0, XML Signature and XML Encryption.
 */
final class Form {

    private static final Map<String, String> PREFIXES = Map.of(
            Names.SAMLP, "p:",
            Names.SAML, "a:",
            Names.DS, "ds:",
            Names.DS11, "ds11:",
            Names.XENC, "xe:",
            Names.XENC11, "xe11:",
            Names.EC, "ec:",
            Names.AKDB, "akdb:",
            Names.EKONA, "ekona:");
    /** Namespaces whose names mean something to a reader of SAML and therefore stand nowhere else. */
    private static final Set<String> RESERVED =
            Set.of(Names.SAMLP, Names.SAML, Names.DS, Names.DS11, Names.XENC, Names.XENC11, Names.EC);

    /** A {@code ds:KeyInfo} may hold more where it tells how to decrypt. */
    private static final String ENCRYPTED_KEY_INFO = "xe:EncryptedData/ds:KeyInfo";

    private static final Map<String, Rule> RULES = rules();
    /** What SAML leaves open; only under {@link #HOSTS}. */
    private static final Rule FOREIGN = new Rule(Set.of(), Set.of(), Pattern.compile("(foreign:\\S+ )*"), true, true);

    private static final Rule BUSINESS =
            new Rule(Set.of(), Set.of("xsi:type", "xsi:nil"), Pattern.compile("(ekona:\\S+ )*"), true, false);
    private static final Set<String> HOSTS = Set.of("p:StatusDetail", "a:AuthnContextDecl");

    private Form() {}

    /**
     * What may be in one element.
     *
     * @param children a pattern over their names, each followed by a blank
     * @param foreign whether the element is none of SAML's
     */
    record Rule(Set<String> required, Set<String> attributes, Pattern children, boolean text, boolean foreign) {

        boolean takes(Attr attribute, String name) {
            return attributes.contains(name)
                    || attributes.contains("other") && isOther(attribute)
                    || foreign && (attribute.getNamespaceURI() == null || isOther(attribute));
        }
    }

    /** The rule for an element whose parent was found right; both by their {@link #name}. */
    static Optional<Rule> rule(String name, String parent, Admitted admitted) {
        if (name.startsWith("foreign:")) {
            return HOSTS.contains(parent) || parent.startsWith("foreign:") ? Optional.of(FOREIGN) : Optional.empty();
        }
        if (name.startsWith("ekona:")) {
            boolean placed = "a:AttributeValue".equals(parent) || parent.startsWith("ekona:");
            return admitted.business() && placed ? Optional.of(BUSINESS) : Optional.empty();
        }
        boolean special = "ds:KeyInfo".equals(name) && "xe:EncryptedData".equals(parent);
        return Optional.ofNullable(RULES.get(special ? ENCRYPTED_KEY_INFO : name));
    }

    static String name(Element element) {
        @Nullable String namespace = element.getNamespaceURI();
        return (namespace == null ? "foreign:" : PREFIXES.getOrDefault(namespace, "foreign:")) + element.getLocalName();
    }

    static String attributeName(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        if (namespace == null) {
            return attribute.getName();
        }
        return switch (namespace) {
            case Names.XSI -> "xsi:" + attribute.getLocalName();
            case XMLConstants.XML_NS_URI -> "xml:" + attribute.getLocalName();
            default -> "in another namespace";
        };
    }

    private static boolean isOther(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        return namespace != null
                && !RESERVED.contains(namespace)
                && (!XMLConstants.XML_NS_URI.equals(namespace) || "lang".equals(attribute.getLocalName()));
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        protocol(rules);
        assertion(rules);
        signature(rules);
        keyInfo(rules);
        encryption(rules);
        return Map.copyOf(rules);
    }

    private static void protocol(Map<String, Rule> rules) {
        nodes(
                rules,
                "p:Response",
                "ID! Version! IssueInstant! InResponseTo Destination Consent xsi:schemaLocation",
                "a:Issuer (ds:Signature )?p:Status ((a:EncryptedAssertion |a:Assertion ))*");
        nodes(rules, "p:Status", "", "p:StatusCode (p:StatusMessage )?(p:StatusDetail )?");
        nodes(rules, "p:StatusCode", "Value!", "(p:StatusCode )?");
        text(rules, "p:StatusMessage", "xml:lang");
        nodes(rules, "p:StatusDetail", "", "(akdb:StatusDetail |foreign:\\S+ )*");
        text(rules, "akdb:StatusDetail", "");
    }

    private static void assertion(Map<String, Rule> rules) {
        nodes(
                rules,
                "a:Assertion",
                "ID! Version! IssueInstant! xsi:schemaLocation",
                "a:Issuer (ds:Signature )?a:Subject a:Conditions "
                        + "(a:AttributeStatement )*a:AuthnStatement (a:AttributeStatement )*");
        text(rules, "a:Issuer", "Format NameQualifier SPNameQualifier SPProvidedID");
        nodes(rules, "a:Subject", "", "(a:NameID |a:EncryptedID )a:SubjectConfirmation ");
        text(rules, "a:NameID", "Format NameQualifier SPNameQualifier SPProvidedID");
        nodes(rules, "a:SubjectConfirmation", "Method!", "(a:NameID )?a:SubjectConfirmationData ");
        nodes(rules, "a:SubjectConfirmationData", "InResponseTo NotOnOrAfter Recipient Address xsi:type other", "");
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
        nodes(
                rules,
                "a:AuthnContext",
                "",
                "a:AuthnContextClassRef (a:AuthnContextDecl |a:AuthnContextDeclRef )?(a:AuthenticatingAuthority )*");
        text(rules, "a:AuthnContextClassRef", "");
        nodes(rules, "a:AuthnContextDecl", "", "(foreign:\\S+ )*");
        text(rules, "a:AuthnContextDeclRef", "");
        text(rules, "a:AuthenticatingAuthority", "");
        nodes(rules, "a:AttributeStatement", "", "(a:Attribute )+");
        nodes(rules, "a:Attribute", "Name! NameFormat FriendlyName other", "(a:AttributeValue )*");
        rules.put("a:AttributeValue", rule("xsi:type xsi:nil other", "(a:NameID )?|(ekona:\\S+ )*", true));
    }

    private static void signature(Map<String, Rule> rules) {
        nodes(rules, "ds:Signature", "Id", "ds:SignedInfo ds:SignatureValue (ds:KeyInfo )?");
        nodes(rules, "ds:SignedInfo", "Id", "ds:CanonicalizationMethod ds:SignatureMethod ds:Reference ");
        nodes(rules, "ds:CanonicalizationMethod", "Algorithm!", "(ec:InclusiveNamespaces )?");
        nodes(rules, "ec:InclusiveNamespaces", "PrefixList!", "");
        nodes(rules, "ds:SignatureMethod", "Algorithm!", "");
        nodes(rules, "ds:Reference", "URI! Id", "ds:Transforms ds:DigestMethod ds:DigestValue ");
        nodes(rules, "ds:Transforms", "", "(ds:Transform ){1,2}");
        nodes(rules, "ds:Transform", "Algorithm!", "(ec:InclusiveNamespaces )?");
        nodes(rules, "ds:DigestMethod", "Algorithm!", "");
        text(rules, "ds:DigestValue", "");
        text(rules, "ds:SignatureValue", "Id");
    }

    private static void keyInfo(Map<String, Rule> rules) {
        nodes(rules, "ds:KeyInfo", "Id", "((ds:KeyName |ds:KeyValue |ds:X509Data ))*");
        nodes(
                rules,
                ENCRYPTED_KEY_INFO,
                "Id",
                "((ds:KeyName |ds:KeyValue |ds:X509Data |ds:RetrievalMethod |xe:EncryptedKey ))*");
        text(rules, "ds:KeyName", "");
        nodes(rules, "ds:RetrievalMethod", "URI! Type", "");
        nodes(rules, "ds:KeyValue", "", "(ds:RSAKeyValue |ds11:ECKeyValue )");
        nodes(rules, "ds:RSAKeyValue", "", "ds:Modulus ds:Exponent ");
        text(rules, "ds:Modulus", "");
        text(rules, "ds:Exponent", "");
        nodes(rules, "ds11:ECKeyValue", "Id", "ds11:NamedCurve ds11:PublicKey ");
        nodes(rules, "ds11:NamedCurve", "URI!", "");
        text(rules, "ds11:PublicKey", "");
        nodes(
                rules,
                "ds:X509Data",
                "",
                "((ds:X509Certificate |ds:X509SubjectName |ds:X509IssuerSerial |ds:X509SKI |ds:X509CRL"
                        + " |ds11:X509Digest ))+");
        nodes(rules, "ds:X509IssuerSerial", "", "ds:X509IssuerName ds:X509SerialNumber ");
        for (String leaf : new String[] {"Certificate", "SubjectName", "SKI", "CRL", "IssuerName", "SerialNumber"}) {
            text(rules, "ds:X509" + leaf, "");
        }
        text(rules, "ds11:X509Digest", "Algorithm!");
    }

    private static void encryption(Map<String, Rule> rules) {
        nodes(rules, "a:EncryptedAssertion", "", "xe:EncryptedData (xe:EncryptedKey )*");
        nodes(rules, "a:EncryptedID", "", "xe:EncryptedData (xe:EncryptedKey )*");
        nodes(rules, "xe:EncryptedData", "Id Type MimeType", "xe:EncryptionMethod (ds:KeyInfo )?xe:CipherData ");
        nodes(
                rules,
                "xe:EncryptedKey",
                "Id Type MimeType Recipient",
                "xe:EncryptionMethod (ds:KeyInfo )?xe:CipherData (xe:ReferenceList )?(xe:CarriedKeyName )?");
        nodes(
                rules,
                "xe:EncryptionMethod",
                "Algorithm!",
                "(xe:KeySize )?((ds:DigestMethod )?(xe11:MGF )?|xe11:MGF ds:DigestMethod )");
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
        return new Rule(Set.copyOf(required), Set.copyOf(all), Pattern.compile(children), text, false);
    }
}
