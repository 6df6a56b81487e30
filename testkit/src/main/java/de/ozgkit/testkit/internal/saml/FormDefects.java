// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Defects.replacing;
import static de.ozgkit.testkit.internal.saml.Defects.replacingMatch;

import de.ozgkit.testkit.ResponseDefect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Messages that are no XML, more XML than there should be, or XML that readers disagree about. */
final class FormDefects {

    private static final String VALUE_END = "</saml2:AttributeValue>";
    private static final String ENTITIES = "<!DOCTYPE r [<!ENTITY e \"x\">]>";

    private FormDefects() {}

    static void add(Map<ResponseDefect, Consumer<Draft>> recipes) {
        ids(recipes);
        elements(recipes);
        documentTypes(recipes);
        text(recipes);
        bytes(recipes);
        otherMessages(recipes);
    }

    private static void ids(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.DUPLICATE_ID,
                draft -> draft.responseSigned =
                        replacing("<ds:Signature ", "<ds:Signature Id=\"" + draft.responseId + "\" "));
        recipes.put(
                ResponseDefect.DUPLICATE_ID_INSIDE,
                draft -> draft.assertionSigned =
                        replacing("<ds:Signature ", "<ds:Signature Id=\"" + draft.assertionId + "\" "));
        recipes.put(ResponseDefect.NAMESPACED_ID, attribute("saml2p:ID=\"_second\""));
        recipes.put(ResponseDefect.SECOND_ID, attribute("Id=\"_second\""));
        recipes.put(ResponseDefect.XML_ID, attribute("xml:id=\"_second\""));
        recipes.put(ResponseDefect.XML_BASE, attribute("xml:base=\"https://elsewhere.example.test/\""));
        recipes.put(
                ResponseDefect.RELATIVE_NAMESPACE,
                draft -> draft.assertionSigned = replacing("<saml2:Subject", "<saml2:Subject xmlns:relative=\"1\""));
        recipes.put(
                ResponseDefect.RELATIVE_NAMESPACE_OUTSIDE,
                draft -> draft.responseSigned = replacing("<saml2p:Status", "<saml2p:Status xmlns:relative=\"1\""));
    }

    private static void elements(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.NESTED_RESPONSE, draft -> draft.responseSigned = signed -> draft.responseXml(signed));
        recipes.put(ResponseDefect.EXTENSIONS, beforeStatus("<saml2p:Extensions><x/></saml2p:Extensions>"));
        recipes.put(ResponseDefect.UNKNOWN_ELEMENT, beforeStatus("<x:y xmlns:x=\"urn:example:x\"/>"));
        recipes.put(ResponseDefect.TEXT_BETWEEN_ELEMENTS, beforeStatus("text"));
        recipes.put(
                ResponseDefect.TWO_ISSUERS,
                draft -> draft.response = replacingMatch("(<saml2:Issuer.*?</saml2:Issuer>)", "$1$1"));
        recipes.put(
                ResponseDefect.WITHOUT_STATUS,
                draft -> draft.response = replacingMatch("<saml2p:Status>.*</saml2p:Status>", ""));
        recipes.put(
                ResponseDefect.ADVICE,
                draft -> draft.assertion =
                        replacing("</saml2:Conditions>", "</saml2:Conditions><saml2:Advice></saml2:Advice>"));
        recipes.put(
                ResponseDefect.XINCLUDE,
                draft -> draft.assertion = replacing(
                        VALUE_END,
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"http://127.0.0.1:9/\"/>"
                                + VALUE_END));
    }

    private static void documentTypes(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.DOCTYPE, draft -> draft.responseSigned = xml -> ENTITIES + xml);
        recipes.put(ResponseDefect.DOCTYPE_INSIDE, draft -> draft.assertionSigned = xml -> ENTITIES + xml);
        recipes.put(
                ResponseDefect.ENTITY,
                draft -> draft.assertionSigned = xml ->
                        ENTITIES + replacing(VALUE_END, "&e;" + VALUE_END).apply(xml));
        recipes.put(
                ResponseDefect.EXTERNAL_ENTITY,
                draft -> draft.assertionSigned = xml -> "<!DOCTYPE r [<!ENTITY e SYSTEM \"http://127.0.0.1:9/\">]>"
                        + replacing(VALUE_END, "&e;" + VALUE_END).apply(xml));
        recipes.put(ResponseDefect.ENTITY_EXPANSION, draft -> draft.responseSigned = FormDefects::expanding);
    }

    private static void text(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.PROCESSING_INSTRUCTION_IN_TEXT,
                draft -> draft.assertionSigned = replacing(VALUE_END, "<?x y?>.evil" + VALUE_END));
        recipes.put(
                ResponseDefect.PROCESSING_INSTRUCTION_AROUND, draft -> draft.responseSigned = xml -> "<?x y?>" + xml);
        recipes.put(
                ResponseDefect.COMMENT_IN_TEXT,
                draft -> draft.assertionSigned = xml -> xml.replaceAll("([^>])(" + VALUE_END + ")", "<!-- c -->$1$2"));
        recipes.put(
                ResponseDefect.CDATA_IN_TEXT,
                draft -> draft.assertionSigned =
                        xml -> xml.replaceAll("([^>&;])(" + VALUE_END + ")", "<![CDATA[$1]]>$2"));
    }

    private static void bytes(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.UTF_16, decoded(xml -> ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + xml)
                .getBytes(StandardCharsets.UTF_16)));
        recipes.put(ResponseDefect.LATIN_1, decoded(xml -> ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + xml
                        + "<!-- \u00FC -->")
                .getBytes(StandardCharsets.ISO_8859_1)));
        recipes.put(ResponseDefect.DEFLATED, decoded(FormDefects::deflated));
        recipes.put(ResponseDefect.NOT_BASE64, posted(base64 -> base64 + "<>"));
        recipes.put(ResponseDefect.URL_SAFE_BASE64, posted(base64 -> "-_" + base64.substring(2)));
        recipes.put(ResponseDefect.TOO_LARGE, posted(base64 -> base64 + "A".repeat(300_000)));
        recipes.put(ResponseDefect.NOTHING, posted(base64 -> ""));
        recipes.put(ResponseDefect.NOT_XML, draft -> draft.responseSigned = xml -> xml.substring(0, xml.length() / 2));
        recipes.put(
                ResponseDefect.TOO_DEEP,
                draft -> draft.responseSigned =
                        replacing("</saml2p:Status>", "<a>".repeat(5000) + "</a>".repeat(5000) + "</saml2p:Status>"));
    }

    private static void otherMessages(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.BARE_ASSERTION,
                draft -> draft.responseSigned = xml -> Signing.sign(draft.assertionXml(), draft.key));
        recipes.put(
                ResponseDefect.ANOTHER_MESSAGE,
                draft -> draft.responseSigned =
                        xml -> "<saml2p:LogoutResponse xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>");
    }

    private static Consumer<Draft> attribute(String attribute) {
        return draft -> draft.response = replacing("<saml2p:Response ", "<saml2p:Response " + attribute + " ");
    }

    private static Consumer<Draft> beforeStatus(String xml) {
        return draft -> draft.response = replacing("<saml2p:Status>", xml + "<saml2p:Status>");
    }

    private static Consumer<Draft> posted(UnaryOperator<String> change) {
        return draft -> draft.posted = change;
    }

    private static Consumer<Draft> decoded(Function<String, byte[]> change) {
        return posted(base64 -> {
            String xml = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(change.apply(xml));
        });
    }

    private static String expanding(String xml) {
        StringBuilder entities = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"x\">");
        for (int i = 1; i <= 9; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities + "]>" + xml.replace("</saml2p:Status>", "&e9;</saml2p:Status>");
    }

    private static byte[] deflated(String xml) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
