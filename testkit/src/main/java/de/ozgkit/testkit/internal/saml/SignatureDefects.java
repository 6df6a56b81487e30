// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Defects.replacing;
import static de.ozgkit.testkit.internal.saml.Defects.replacingMatch;

import de.ozgkit.testkit.ResponseDefect;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;

/** Signatures that are missing, wrong, by somebody else, of a forbidden kind, or at the wrong place. */
final class SignatureDefects {

    private static final String VALUE_END = "</saml2:AttributeValue>";
    private static final String SIGNATURE = "<ds:Signature .*?</ds:Signature>";

    private SignatureDefects() {}

    static void add(Map<ResponseDefect, Consumer<Draft>> recipes) {
        keys(recipes);
        references(recipes);
        algorithms(recipes);
        structure(recipes);
    }

    private static void keys(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.UNSIGNED_RESPONSE, draft -> draft.responseKey = null);
        recipes.put(ResponseDefect.UNSIGNED_ASSERTION, draft -> draft.assertionKey = null);
        recipes.put(
                ResponseDefect.RESPONSE_SIGNED_BY_STRANGER,
                draft -> draft.responseKey = SigningKey.usual(Defects.stranger()));
        recipes.put(
                ResponseDefect.ASSERTION_SIGNED_BY_STRANGER,
                draft -> draft.assertionKey = SigningKey.usual(Defects.stranger()));
        recipes.put(
                ResponseDefect.STRANGER_SHOWS_RIGHT_CERTIFICATE,
                draft -> draft.assertionKey =
                        SigningKey.usual(Defects.stranger()).showing(draft.key.shown()));
        recipes.put(
                ResponseDefect.RESPONSE_TAMPERED,
                draft -> draft.responseSigned = replacing(
                        "</saml2p:Status>", "<saml2p:StatusMessage>changed</saml2p:StatusMessage></saml2p:Status>"));
        recipes.put(ResponseDefect.ASSERTION_TAMPERED, inside(replacing(VALUE_END, "X" + VALUE_END)));
    }

    private static void references(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.EMPTY_SIGNATURE_VALUE,
                inside(replacingMatch(">[^<]*</ds:SignatureValue>", "></ds:SignatureValue>")));
        recipes.put(
                ResponseDefect.SIGNATURE_VALUE_NOT_BASE64,
                inside(replacing("</ds:SignatureValue>", "A</ds:SignatureValue>")));
        recipes.put(
                ResponseDefect.EMPTY_DIGEST, inside(replacingMatch(">[^<]*</ds:DigestValue>", "></ds:DigestValue>")));
        recipes.put(ResponseDefect.FORGED_DIGEST_IN_COMMENT, inside(SignatureDefects::forgeDigest));
        recipes.put(ResponseDefect.COMMENT_IN_DIGEST, inside(replacing("</ds:DigestValue>", "<!-- c --></ds:DigestValue>")));
        recipes.put(
                ResponseDefect.PROCESSING_INSTRUCTION_IN_DIGEST,
                inside(replacing("</ds:DigestValue>", "<?x y?></ds:DigestValue>")));
        recipes.put(ResponseDefect.REFERENCE_TO_DOCUMENT, referringTo(""));
        recipes.put(ResponseDefect.REFERENCE_TO_OTHER_ELEMENT, referringTo("#_other"));
        recipes.put(ResponseDefect.REFERENCE_TO_NETWORK, referringTo("http://127.0.0.1:9/"));
        recipes.put(
                ResponseDefect.REFERENCE_BY_XPOINTER,
                inside(xml -> xml.replaceFirst("URI=\"#([^\"]*)\"", "URI=\"#xpointer(id('$1'))\"")));
    }

    private static void algorithms(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(
                ResponseDefect.SHA1_SIGNATURE,
                draft -> draft.responseKey = draft.key.withAlgorithm(SigningKey.RSA_SHA1));
        recipes.put(
                ResponseDefect.SHA1_SIGNATURE_INSIDE,
                draft -> draft.assertionKey = draft.key.withAlgorithm(SigningKey.RSA_SHA1));
        recipes.put(
                ResponseDefect.SHA1_DIGEST, draft -> draft.assertionKey = draft.key.withDigest(Saml.DS + "sha1"));
        recipes.put(
                ResponseDefect.HMAC_SIGNATURE,
                draft -> draft.assertionKey = draft.key.withAlgorithm(SigningKey.HMAC_SHA256));
        recipes.put(
                ResponseDefect.ECDSA_BY_RSA_KEY,
                draft -> draft.assertionSigned = replacing(
                        draft.key.algorithm(), "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"));
        recipes.put(
                ResponseDefect.CANONICALISATION_WITH_COMMENTS,
                draft -> draft.assertionKey = draft.key.withCanonicalisation(Saml.EXCLUSIVE + "WithComments"));
        recipes.put(
                ResponseDefect.INCLUSIVE_CANONICALISATION,
                draft -> draft.assertionKey =
                        draft.key.withCanonicalisation("http://www.w3.org/TR/2001/REC-xml-c14n-20010315"));
        recipes.put(
                ResponseDefect.XSLT_TRANSFORM,
                inside(replacing(
                        Saml.DS + "enveloped-signature", "http://www.w3.org/TR/1999/REC-xslt-19991116")));
        recipes.put(
                ResponseDefect.BASE64_TRANSFORM,
                inside(replacing(Saml.DS + "enveloped-signature", Saml.DS + "base64")));
        recipes.put(
                ResponseDefect.XPATH_TRANSFORM,
                inside(replacing(
                        "<ds:Transform Algorithm=\"" + Saml.DS + "enveloped-signature\"/>",
                        "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">"
                                + "<ds:XPath>not(ancestor-or-self::ds:Signature)</ds:XPath></ds:Transform>")));
    }

    private static void structure(Map<ResponseDefect, Consumer<Draft>> recipes) {
        recipes.put(ResponseDefect.TWO_REFERENCES, inside(doubling("<ds:Reference .*?</ds:Reference>")));
        recipes.put(ResponseDefect.TWO_SIGNED_INFOS, inside(doubling("<ds:SignedInfo>.*?</ds:SignedInfo>")));
        recipes.put(ResponseDefect.TWO_DIGEST_VALUES, inside(doubling("<ds:DigestValue>.*?</ds:DigestValue>")));
        recipes.put(ResponseDefect.TWO_SIGNATURES, inside(doubling(SIGNATURE)));
        recipes.put(
                ResponseDefect.SIGNATURE_AT_END,
                inside(replacingMatch("(" + SIGNATURE + ")(.*)(</saml2:Assertion>)", "$2$1$3")));
        recipes.put(
                ResponseDefect.SIGNATURE_IN_ADVICE,
                inside(replacingMatch(
                        "(" + SIGNATURE + ")(.*</saml2:Conditions>)", "$2<saml2:Advice>$1</saml2:Advice>")));
        recipes.put(
                ResponseDefect.SIGNATURE_IN_EXTENSIONS,
                draft -> draft.responseSigned =
                        replacingMatch("(" + SIGNATURE + ")", "<saml2p:Extensions>$1</saml2p:Extensions>"));
        recipes.put(
                ResponseDefect.OBJECT_IN_SIGNATURE,
                inside(replacing("</ds:Signature>", "<ds:Object>x</ds:Object></ds:Signature>")));
        recipes.put(
                ResponseDefect.RETRIEVAL_METHOD_IN_SIGNATURE,
                inside(replacingMatch("<ds:X509Data>.*?</ds:X509Data>", "<ds:RetrievalMethod URI=\"http://127.0.0.1:9/\"/>")));
        recipes.put(
                ResponseDefect.KEY_INFO_REFERENCE,
                inside(replacingMatch(
                        "<ds:X509Data>.*?</ds:X509Data>",
                        "<dsig11:KeyInfoReference xmlns:dsig11=\"http://www.w3.org/2009/xmldsig11#\" URI=\"#_key\"/>")));
        recipes.put(
                ResponseDefect.LONG_PREFIX_LIST,
                inside(replacing("PrefixList=\"xsd\"", "PrefixList=\"" + "xsd ".repeat(100) + "\"")));
    }

    private static Consumer<Draft> inside(UnaryOperator<String> change) {
        return draft -> draft.assertionSigned = change;
    }

    private static Consumer<Draft> referringTo(String uri) {
        return inside(replacingMatch("URI=\"#[^\"]*\"", "URI=\"" + uri + "\""));
    }

    private static UnaryOperator<String> doubling(String pattern) {
        return replacingMatch("(" + pattern + ")", "$1$1");
    }

    /** Changes a value and shows a reader who stops at a comment the digest that fits. */
    private static String forgeDigest(String signed) {
        String forged = replacing(VALUE_END, "X" + VALUE_END).apply(signed);
        Element unsigned = Saml.parse(replacingMatch(SIGNATURE, "").apply(forged));
        try {
            var bytes = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Saml.EXCLUSIVE).canonicalizeSubtree(unsigned, "xsd", bytes);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return replacingMatch(
                            "<ds:DigestValue>",
                            "<ds:DigestValue>" + Base64.getEncoder().encodeToString(digest) + "<!---->")
                    .apply(forged);
        } catch (XMLSecurityException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the mock cannot compute a digest", e);
        }
    }
}
