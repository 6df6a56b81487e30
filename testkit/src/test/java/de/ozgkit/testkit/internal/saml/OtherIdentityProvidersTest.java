// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Handmade.person;
import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.Nutzerkonto;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What identity providers send that nobody here wrote: everything that SAML allows and that does no harm. */
class OtherIdentityProvidersTest {

    private static Nutzerkonto konto;

    @BeforeAll
    static void start() {
        konto = Handmade.portal(Handmade.keycloak()).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void takes_what_is_legal_and_harmless(String what, Consumer<Handmade> change) {
        Handmade made = new Handmade();
        change.accept(made);

        assertThat(made.verdict(konto)).isEqualTo("key-1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmful")
    void refuses_what_is_legal_but_hides_something(String what, String failure, Consumer<Handmade> change) {
        Handmade made = new Handmade();
        change.accept(made);

        assertThat(made.verdict(konto)).isEqualTo(failure);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(protocol(), statements(), attributes(), keyInfos(), encryption())
                .flatMap(all -> all);
    }

    private static Stream<Arguments> protocol() {
        return Stream.of(
                inResponse(
                        "a consent", " Version=", " Consent=\"urn:oasis:names:tc:SAML:2.0:consent:obtained\" Version="),
                inResponse(
                        "a schema location",
                        " Version=",
                        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:a b.xsd\""
                                + " Version="),
                inResponse("white space around an address", "Destination=\"", "Destination=\" "),
                inResponse("an id that begins with a digit", " ID=\"_r", " ID=\"0r"),
                inResponse("another prefix", "samlp:", "ns0:", "xmlns:samlp", "xmlns:ns0"),
                inResponse("no prefix", "samlp:", "", "xmlns:samlp", "xmlns"),
                inAssertion("an assertion without prefix", "saml:", "", "xmlns:saml", "xmlns"),
                inAssertion(
                        "an entity format of the issuer", "<saml:Issuer>", "<saml:Issuer Format=\"" + ENTITY + "\">"),
                inResponse(
                        "a message with the success",
                        "</samlp:Status>",
                        "<samlp:StatusMessage>OK</samlp:StatusMessage></samlp:Status>"),
                inResponse(
                        "details of other vendors",
                        "</samlp:Status>",
                        "<samlp:StatusDetail><v:Cause xmlns:v=\"urn:vendor\" v:a=\"b\""
                                + " c=\"d\">x<v:y/></v:Cause><Plain/></samlp:StatusDetail></samlp:Status>"));
    }

    private static Stream<Arguments> statements() {
        return Stream.of(
                inAssertion(
                        "a name with all its qualifiers",
                        "<saml:NameID>",
                        "<saml:NameID Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified\""
                                + " NameQualifier=\"q\" SPNameQualifier=\"" + Handmade.SP + "\" SPProvidedID=\"p\">"),
                inAssertion("one-time use", "</saml:Conditions>", "<saml:OneTimeUse/></saml:Conditions>"),
                inAssertion(
                        "a restriction of proxies",
                        "</saml:Conditions>",
                        "<saml:ProxyRestriction Count=\"1\"><saml:Audience>x</saml:Audience></saml:ProxyRestriction>"
                                + "</saml:Conditions>"),
                inAssertion(
                        "several audiences",
                        "<saml:Audience>",
                        "<saml:Audience>https://other.example.test</saml:Audience><saml:Audience>"),
                inAssertion(
                        "an authenticating authority",
                        "</saml:AuthnContext>",
                        "<saml:AuthenticatingAuthority>https://a.example.test</saml:AuthenticatingAuthority>"
                                + "</saml:AuthnContext>"),
                inAssertion(
                        "a reference to a declaration",
                        "</saml:AuthnContext>",
                        "<saml:AuthnContextDeclRef>urn:decl</saml:AuthnContextDeclRef></saml:AuthnContext>"),
                inAssertion(
                        "a declaration",
                        "</saml:AuthnContext>",
                        "<saml:AuthnContextDecl><d:AuthenticationContextDeclaration xmlns:d=\"urn:decl\"><d:x y=\"z\"/>"
                                + "</d:AuthenticationContextDeclaration></saml:AuthnContextDecl></saml:AuthnContext>"),
                inAssertion(
                        "a locality",
                        "<saml:AuthnContext>",
                        "<saml:SubjectLocality Address=\"192.0.2.1\" DNSName=\"a.example.test\"/><saml:AuthnContext>"),
                inAssertion(
                        "the name of the confirming party",
                        "<saml:SubjectConfirmationData ",
                        "<saml:NameID>x</saml:NameID><saml:SubjectConfirmationData Address=\"192.0.2.1\" "),
                inAssertion(
                        "attributes in two statements",
                        "</saml:AttributeStatement>",
                        "</saml:AttributeStatement><saml:AttributeStatement>" + Handmade.attribute("more", "x")
                                + "</saml:AttributeStatement>"),
                inAssertion("text in CDATA", ">key-1<", "><![CDATA[key]]>-1<"));
    }

    private static Stream<Arguments> attributes() {
        String typed = "xsi:type=\"xs:string\">one<";
        return Stream.of(
                inAssertion(
                        "an encoding",
                        "Name=\"uid\"",
                        "xmlns:x500=\"urn:oasis:names:tc:SAML:2.0:profiles:attribute:X500\" x500:Encoding=\"LDAP\""
                                + " Name=\"uid\""),
                inAssertion(
                        "the original issuer",
                        "Name=\"uid\"",
                        "xmlns:a=\"http://schemas.xmlsoap.org/ws/2009/09/identity/claims\" a:OriginalIssuer=\"x\""
                                + " Name=\"uid\""),
                inAssertion("nil", typed, "xsi:nil=\"true\"><"),
                inAssertion("no type", typed, ">one<"),
                inAssertion("any type", "xsi:type=\"xs:string\">key-1<", "xsi:type=\"xs:anyType\">key-1<"),
                inAssertion("a number", typed, "xsi:type=\"xs:integer\">1<"),
                inAssertion("a boolean", typed, "xsi:type=\"xs:boolean\">true<"),
                inAssertion("a date", typed, "xsi:type=\"xs:dateTime\">2026-01-01T00:00:00Z<"),
                inAssertion("bytes over several lines", typed, "xsi:type=\"xs:base64Binary\">YWJj\nYWJj<"),
                inAssertion("a type of somebody else", typed, "xmlns:v=\"urn:v\" xsi:type=\"v:mine\">one<"),
                inAssertion("a type with an undeclared prefix", typed, "xsi:type=\"nowhere:string\">one<"),
                inAssertion(
                        "several values that nobody reads",
                        typed,
                        typed
                                + "/saml:AttributeValue><saml:AttributeValue>two</saml:AttributeValue><saml:AttributeValue><"),
                inAssertion(
                        "a name as a value", typed, "><saml:NameID Format=\"x\" NameQualifier=\"y\">n</saml:NameID><"),
                inAssertion("an attribute without a value", VALUE_ONE, ""),
                inAssertion("an empty value", typed, "><"));
    }

    private static Stream<Arguments> keyInfos() {
        return Stream.of(
                        "<ds:KeyName>k</ds:KeyName>",
                        "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent>"
                                + "</ds:RSAKeyValue></ds:KeyValue>",
                        "<ds:X509Data><ds:X509SubjectName>CN=a</ds:X509SubjectName></ds:X509Data>",
                        "<ds:X509Data><ds:X509SKI>AQAB</ds:X509SKI></ds:X509Data>",
                        "<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>CN=a</ds:X509IssuerName>"
                                + "<ds:X509SerialNumber>1</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>")
                .flatMap(info -> Stream.of(
                        arguments("in the key info of the signature " + info, (Consumer<Handmade>)
                                made -> made.responseAfterSigning =
                                        xml -> xml.replaceFirst("</ds:KeyInfo>", info + "</ds:KeyInfo>")),
                        arguments("in the key info of the encrypted key " + info, (Consumer<Handmade>)
                                made -> made.encrypted = xml -> xml.replaceFirst(
                                        "(?s)(<xenc:EncryptedKey.*?</xenc:EncryptionMethod>|<xenc:EncryptedKey[^>]*>"
                                                + "<xenc:EncryptionMethod[^>]*/>)",
                                        "$1<ds:KeyInfo>" + info + "</ds:KeyInfo>"))));
    }

    private static Stream<Arguments> encryption() {
        return Stream.of(
                arguments("the key beside the data", (Consumer<Handmade>) made -> made.encrypted = xml -> beside(
                        xml,
                        "<ds:RetrievalMethod Type=\"http://www.w3.org/2001/04/xmlenc#EncryptedKey\" URI=\"#_k\"/>")),
                arguments("the key beside the data without a type", (Consumer<Handmade>)
                        made -> made.encrypted = xml -> beside(xml, "<ds:RetrievalMethod URI=\"#_k\"/>")),
                arguments("the key beside the data without a reference", (Consumer<Handmade>)
                        made -> made.encrypted = xml -> beside(xml, "")),
                arguments("an XML declaration inside", (Consumer<Handmade>) made ->
                        made.assertionAfterSigning = xml -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml));
    }

    static Stream<Arguments> harmful() {
        return Stream.of(
                harm(
                        "extensions",
                        "MALFORMED_XML",
                        made -> made.response = replacing(
                                "<samlp:Status>",
                                "<samlp:Extensions><x xmlns=\"urn:x\"/></samlp:Extensions><samlp:Status>")),
                harm(
                        "advice",
                        "MALFORMED_XML",
                        made -> made.assertion = replacing("</saml:Conditions>", "</saml:Conditions><saml:Advice/>")),
                harm(
                        "SAML inside foreign details",
                        "MALFORMED_XML",
                        made -> made.response = replacing(
                                "</samlp:Status>",
                                "<samlp:StatusDetail><v:x xmlns:v=\"urn:v\"><saml:Issuer"
                                        + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">x</saml:Issuer></v:x>"
                                        + "</samlp:StatusDetail></samlp:Status>")),
                harm(
                        "more foreign details than anybody needs",
                        "MALFORMED_XML",
                        made -> made.response = replacing(
                                "</samlp:Status>",
                                "<samlp:StatusDetail>" + "<x/>".repeat(201) + "</samlp:StatusDetail></samlp:Status>")),
                harm(
                        "structure in a value",
                        "MALFORMED_XML",
                        made -> made.assertion =
                                replacing("xsi:type=\"xs:string\">one<", "><v:x xmlns:v=\"urn:v\">one</v:x><")),
                harm(
                        "text beside a name in a value",
                        "MALFORMED_XML",
                        made -> made.assertion =
                                replacing("xsi:type=\"xs:string\">one<", ">one<saml:NameID>n</saml:NameID><")),
                harm(
                        "a name where a text is read",
                        "MALFORMED_XML",
                        made -> made.assertion =
                                replacing("xsi:type=\"xs:string\">key-1<", "><saml:NameID>key-1</saml:NameID><")),
                harm(
                        "an id in a namespace",
                        "MALFORMED_XML",
                        made -> made.assertion =
                                replacing("Name=\"uid\"", "xmlns:v=\"urn:v\" v:Id=\"_x\" Name=\"uid\"")),
                harm(
                        "an id of XML",
                        "MALFORMED_XML",
                        made -> made.assertion = replacing("Name=\"uid\"", "xml:id=\"_x\" Name=\"uid\"")),
                harm(
                        "a base of XML",
                        "MALFORMED_XML",
                        made -> made.assertion =
                                replacing("Name=\"uid\"", "xml:base=\"https://x.example.test\" Name=\"uid\"")),
                harm(
                        "two values of the key",
                        "DUPLICATE_ATTRIBUTE",
                        made -> made.assertion = replacing(
                                ">key-1</saml:AttributeValue>",
                                ">key-1</saml:AttributeValue><saml:AttributeValue>key-2</saml:AttributeValue>")),
                harm(
                        "an attribute twice in two statements",
                        "DUPLICATE_ATTRIBUTE",
                        made -> made.assertion = replacing(
                                "</saml:AttributeStatement>",
                                "</saml:AttributeStatement><saml:AttributeStatement>"
                                        + Handmade.attribute("uid", "key-2") + "</saml:AttributeStatement>")),
                harm(
                        "a key elsewhere",
                        "MALFORMED_XML",
                        made -> made.encrypted =
                                xml -> beside(xml, "<ds:RetrievalMethod URI=\"https://x.example.test/k\"/>")),
                harm(
                        "another key than the one that is there",
                        "DECRYPTION_FAILED",
                        made -> made.encrypted = xml -> beside(xml, "<ds:RetrievalMethod URI=\"#_other\"/>")),
                harm(
                        "a certificate behind a reference",
                        "MALFORMED_XML",
                        made -> made.encrypted = xml -> beside(
                                xml,
                                "<ds:RetrievalMethod Type=\"http://www.w3.org/2000/09/xmldsig#X509Data\""
                                        + " URI=\"#_k\"/>")),
                harm(
                        "two keys",
                        "DECRYPTION_FAILED",
                        made -> made.encrypted = xml -> {
                            String key = key(xml);
                            return xml.replace(key, key + key.replaceAll(" Id=\"[^\"]*\"", ""));
                        }),
                harm(
                        "properties of the encryption",
                        "MALFORMED_XML",
                        made -> made.encrypted = replacing(
                                "</xenc:EncryptedData>",
                                "<xenc:EncryptionProperties><xenc:EncryptionProperty/></xenc:EncryptionProperties></xenc:EncryptedData>")),
                harm(
                        "a reference in the key info of a signature",
                        "MALFORMED_XML",
                        made -> made.responseAfterSigning = xml ->
                                xml.replaceFirst("</ds:KeyInfo>", "<ds:RetrievalMethod URI=\"#_k\"/></ds:KeyInfo>")));
    }

    @Test
    void keeps_everything_that_came_among_the_raw_values_and_shows_none_of_it() {
        Handmade made = new Handmade();
        made.assertion = replacing(
                ">one</saml:AttributeValue>",
                ">one</saml:AttributeValue><saml:AttributeValue>two</saml:AttributeValue>");

        LoginOutcome outcome = made.at(konto);

        assertThat(person(outcome).raw()).containsOnlyKeys("uid", "givenName", "nobody-reads-this");
        assertThat(person(outcome).raw().get("nobody-reads-this")).containsExactly("one", "two");
        assertThat(person(outcome).givenName()).contains("Erika");
        assertThat(outcome.toString())
                .doesNotContain("Erika")
                .doesNotContain("two")
                .doesNotContain("erika@");
    }

    @Test
    void an_assertion_without_attributes_is_that_of_a_guest() {
        Handmade made = new Handmade();
        made.assertion =
                replacing("<saml:AttributeStatement>" + Handmade.ATTRIBUTES + "</saml:AttributeStatement>", "");

        assertThat(made.verdict(konto)).isEqualTo("guest");
        assertThat(made.at(konto))
                .isInstanceOfSatisfying(LoginOutcome.Authenticated.class, in -> assertThat(in.temporary())
                        .isTrue());
    }

    @Test
    void a_persistent_name_is_the_key_if_the_profile_says_so_and_no_attribute_gives_one() {
        Nutzerkonto named =
                Handmade.portal(Handmade.keycloak().withPersistentName()).build();
        Handmade made = new Handmade();
        made.assertion = replacing("Name=\"uid\"", "Name=\"other\"")
                .andThen(replacing(
                        "<saml:NameID>",
                        "<saml:NameID Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">"))::apply;

        assertThat(made.verdict(named)).isEqualTo("erika@example.test");
        assertThat(made.verdict(konto)).isEqualTo("guest");
    }

    private static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";
    private static final String VALUE_ONE = Handmade.attribute("nobody-reads-this", "one")
            .replaceFirst("<saml:Attribute [^>]*>", "")
            .replace("</saml:Attribute>", "");

    private static Arguments harm(String what, String failure, Consumer<Handmade> change) {
        return arguments(what, failure, change);
    }

    private static Arguments inAssertion(String what, String... pairs) {
        return arguments(what, (Consumer<Handmade>) made -> made.assertion = xml -> replaced(xml, pairs));
    }

    private static Arguments inResponse(String what, String... pairs) {
        return arguments(what, (Consumer<Handmade>) made -> made.response = xml -> replaced(xml, pairs));
    }

    private static String replaced(String xml, String... pairs) {
        String changed = xml;
        for (int i = 0; i < pairs.length; i += 2) {
            changed = replacing(pairs[i], pairs[i + 1]).apply(changed);
        }
        return changed;
    }

    private static String key(String xml) {
        return xml.substring(
                xml.indexOf("<xenc:EncryptedKey"),
                xml.indexOf("</xenc:EncryptedKey>") + "</xenc:EncryptedKey>".length());
    }

    /** The key of the content moved beside it. */
    private static String beside(String xml, String reference) {
        String key = key(xml);
        String named = key.replaceFirst("<xenc:EncryptedKey(?: Id=\"[^\"]*\")?", "<xenc:EncryptedKey Id=\"_k\"");
        if (!named.contains("xmlns:xenc")) {
            named = named.replaceFirst(" ", " xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\" ");
        }
        return xml.replace(key, reference)
                .replace("</xenc:EncryptedData>", "</xenc:EncryptedData>" + named)
                .replaceAll("<ds:KeyInfo[^>]*></ds:KeyInfo>", "");
    }
}
