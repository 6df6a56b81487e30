// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A response in the making: every value that a defect may spoil, and a hook after every step. The steps are: assertion, its
 * signature, encryption, response, its signature, base64.
 */
final class Draft {

    private static final String SAML_PREFIX = " xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"";

    String issuer = "";
    String assertionIssuer = "";

    @Nullable
    String destination;

    @Nullable
    String inResponseTo;

    String subjectInResponseTo = "";
    String recipient = "";
    String audiences = "";
    String extraConditions = "";
    String method = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    String version = "2.0";
    String responseId = "";
    String assertionId = "";
    String issueInstant = "";
    String authnInstant = "";
    String sessionEnd = "";
    String notBefore = "";

    @Nullable
    String notOnOrAfter;

    String conditionsEnd = "";
    String status = "";
    String levelRef = "";
    final List<SentAttribute> attributes = new ArrayList<>();

    String nameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    /** Made from the assertion's id if empty. */
    String nameId = "";

    boolean nameEncrypted;
    String sessionIndex = "";
    String attributeNameFormat = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
    final SigningKey key;

    @Nullable
    SigningKey assertionKey;

    @Nullable
    SigningKey responseKey;

    boolean encrypt = true;
    boolean withAssertion = true;
    Sealing sealing;

    Consumer<String> plain = xml -> {};
    UnaryOperator<String> assertion = UnaryOperator.identity();
    UnaryOperator<String> assertionSigned = UnaryOperator.identity();
    UnaryOperator<String> encrypted = UnaryOperator.identity();
    UnaryOperator<String> response = UnaryOperator.identity();
    UnaryOperator<String> responseSigned = UnaryOperator.identity();
    UnaryOperator<String> posted = UnaryOperator.identity();

    Draft(SigningKey key, Sealing sealing) {
        this.key = key;
        this.sealing = sealing;
    }

    /**
     * One attribute statement.
     *
     * @param trustLevel in BundID's words
     * @param type of the values; elements of a type of ELSTER's have the prefix ekona
     */
    record SentAttribute(String name, String friendlyName, String trustLevel, String type, List<String> xmlValues) {

        static SentAttribute text(String name, String friendlyName, String trustLevel, String xmlValue) {
            return new SentAttribute(name, friendlyName, trustLevel, "xsd:string", List.of(xmlValue));
        }

        SentAttribute named(String other) {
            return new SentAttribute(other, friendlyName, trustLevel, type, xmlValues);
        }

        SentAttribute of(List<String> otherValues) {
            return new SentAttribute(name, friendlyName, trustLevel, type, otherValues);
        }
    }

    /** Adds a change after each step that has a hook for text. */
    void changeEverywhere(UnaryOperator<String> change) {
        assertion = change.compose(assertion)::apply;
        assertionSigned = change.compose(assertionSigned)::apply;
        encrypted = change.compose(encrypted)::apply;
        response = change.compose(response)::apply;
    }

    String assertionXml() {
        StringBuilder xml = new StringBuilder();
        xml.append("<saml2:Assertion xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"")
                .append(" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"")
                .append(attribute("ID", assertionId))
                .append(attribute("IssueInstant", issueInstant))
                .append(attribute("Version", version))
                .append("><saml2:Issuer>")
                .append(Saml.escape(assertionIssuer))
                .append("</saml2:Issuer><saml2:Subject>")
                .append(nameEncrypted ? sealing.sealName(nameXml(SAML_PREFIX)) : nameXml(""))
                .append("<saml2:SubjectConfirmation")
                .append(attribute("Method", method))
                .append("><saml2:SubjectConfirmationData")
                .append(attribute("InResponseTo", subjectInResponseTo))
                .append(attribute("NotOnOrAfter", notOnOrAfter))
                .append(attribute("Recipient", recipient))
                .append("/></saml2:SubjectConfirmation></saml2:Subject><saml2:Conditions")
                .append(attribute("NotBefore", notBefore))
                .append(attribute("NotOnOrAfter", conditionsEnd))
                .append(">")
                .append(audiences)
                .append(extraConditions)
                .append("</saml2:Conditions><saml2:AuthnStatement")
                .append(attribute("AuthnInstant", authnInstant))
                .append(attribute("SessionIndex", sessionIndex))
                .append(attribute("SessionNotOnOrAfter", sessionEnd))
                .append("><saml2:AuthnContext><saml2:AuthnContextClassRef>")
                .append(levelRef)
                .append("</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>");
        if (!attributes.isEmpty()) {
            xml.append("<saml2:AttributeStatement>");
            attributes.forEach(one -> append(xml, one));
            xml.append("</saml2:AttributeStatement>");
        }
        return xml.append("</saml2:Assertion>").toString();
    }

    private String nameXml(String declaration) {
        return "<saml2:NameID" + declaration + attribute("Format", nameIdFormat) + ">"
                + (nameId.isEmpty() ? "_" + assertionId + "n" : nameId) + "</saml2:NameID>";
    }

    String responseXml(String assertion) {
        return "<saml2p:Response xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\""
                + attribute("Destination", destination)
                + attribute("ID", responseId)
                + attribute("InResponseTo", inResponseTo)
                + attribute("IssueInstant", issueInstant)
                + attribute("Version", "2.0")
                + "><saml2:Issuer xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
                + Saml.escape(issuer)
                + "</saml2:Issuer><saml2p:Status>"
                + status
                + "</saml2p:Status>"
                + assertion
                + "</saml2p:Response>";
    }

    static String audience(String entityId) {
        return "<saml2:AudienceRestriction><saml2:Audience>" + Saml.escape(entityId)
                + "</saml2:Audience></saml2:AudienceRestriction>";
    }

    private void append(StringBuilder xml, SentAttribute one) {
        xml.append("<saml2:Attribute xmlns:akdb=\"https://www.akdb.de/request/2018/09\"")
                .append(attribute("FriendlyName", one.friendlyName()))
                .append(attribute("Name", one.name()))
                .append(attribute("NameFormat", attributeNameFormat))
                .append(attribute("akdb:TrustLevel", one.trustLevel()))
                .append(">");
        one.xmlValues().forEach(value -> xml.append("<saml2:AttributeValue")
                .append(attribute("xmlns:ekona", one.type().startsWith("ekona:") ? ElsterStatements.NAMESPACE : ""))
                .append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
                .append(attribute("xsi:type", one.type()))
                .append(">")
                .append(value)
                .append("</saml2:AttributeValue>"));
        xml.append("</saml2:Attribute>");
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : " " + name + "=\"" + Saml.escape(value) + "\"";
    }
}
