// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.ALGORITHM_FORBIDDEN;
import static de.ozgkit.identity.LoginFailure.SIGNATURE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.Fixture;
import de.ozgkit.identity.LoginFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * Signatures by the account's own key whose values are right, and whose form is not. Responses are looked at more closely before;
 * log-outs and metadata have nothing but this.
 */
class EnvelopedSignatureTest {

    private static final String BODY = "<a:NameID>erika</a:NameID>";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String INFO =
            """
            <ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>\
            <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>\
            <ds:Reference URI="#_1"><ds:Transforms>\
            <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>\
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>\
            <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
            <ds:DigestValue>DIGEST</ds:DigestValue></ds:Reference></ds:SignedInfo>""";

    static {
        Init.init();
    }

    @Test
    void a_signature_of_the_whole_element_tells_whose_it_is() throws Exception {
        assertThat(EnvelopedSignature.verify(signed(BODY, info -> info, ""), List.of(Fixture.KEY.certificate())))
                .isEqualTo(Fixture.KEY.certificate());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            URI="#_1"                               | URI=""
            URI="#_1"                               | URI="#_2"
            <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/> | ''
            xmldsig#enveloped-signature             | xmldsig#base64
            </ds:Transforms>                        | <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>
            </ds:Transforms>                        | <x:Transform xmlns:x="urn:x" Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>
            <ds:Transforms>                         | <ds:Transforms xmlns:x="urn:x"><x:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
            </ds:Reference>                         | <x:More xmlns:x="urn:x"/></ds:Reference>
            </ds:SignedInfo>                        | <ds:Reference URI="#_1"/></ds:SignedInfo>
            </ds:SignedInfo>                        | <x:More xmlns:x="urn:x"/></ds:SignedInfo>
            """)
    void a_signature_of_anything_else_is_none(String right, String wrong) throws Exception {
        Element message = signed(BODY, info -> replaced(info, right, wrong), "");

        refused(message);
    }

    @Test
    void the_transform_must_be_one_of_xml_signature() throws Exception {
        String right = "<ds:Transform Algorithm=\"" + EXCLUSIVE + "\"/>";
        String wrong = "<x:Transform xmlns:x=\"urn:x\" Algorithm=\"" + EXCLUSIVE + "\"/>";

        refused(signed(BODY, info -> replaced(info, right, wrong), ""));
    }

    @Test
    void nothing_else_stands_in_a_signature() throws Exception {
        refused(signed(BODY, info -> info, "<ds:Object>more</ds:Object>"));
    }

    @Test
    void there_is_one_signature_only() throws Exception {
        refused(signed(BODY + "<ds:Signature xmlns:ds=\"" + Names.DS + "\">second</ds:Signature>", info -> info, ""));
    }

    @Test
    void an_element_without_an_id_cannot_be_signed() throws Exception {
        refused(signed("", BODY, info -> replaced(info, "#_1", "#"), ""));
    }

    @Test
    void only_strong_digests_count() throws Exception {
        String sha1 = digest("SHA-1", canonical(parsed("_1", BODY, "")));
        Element message = signed(
                BODY,
                info -> replaced(info, "http://www.w3.org/2001/04/xmlenc#sha256", Names.DS + "sha1")
                        .replace("DIGEST", sha1),
                "");

        assertThatThrownBy(() -> EnvelopedSignature.verify(message, List.of(Fixture.KEY.certificate())))
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(LoginFailure.of(e))
                        .contains(ALGORITHM_FORBIDDEN));
    }

    private static void refused(Element message) {
        assertThatThrownBy(() -> EnvelopedSignature.verify(message, List.of(Fixture.KEY.certificate())))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(LoginFailure.of(e).orElseThrow()).isIn(SIGNATURE_INVALID, ALGORITHM_FORBIDDEN));
    }

    /** Digest and signature value are those of what is there, whatever {@code change} made of the form. */
    private static Element signed(String body, UnaryOperator<String> change, String more) throws Exception {
        return signed("_1", body, change, more);
    }

    private static Element signed(String id, String body, UnaryOperator<String> change, String more) throws Exception {
        String info = change.apply(INFO).replace("DIGEST", digest("SHA-256", canonical(parsed(id, body, ""))));
        String form = "<ds:Signature xmlns:ds=\"" + Names.DS + "\">" + info
                + "<ds:SignatureValue>VALUE</ds:SignatureValue>" + more + "</ds:Signature>";
        Element draft = parsed(id, body, form);
        Element drafted = SafeDom.child(draft, Names.DS, "Signature").orElseThrow();
        Signature engine = Signature.getInstance("SHA256withRSA");
        engine.initSign(Fixture.KEY.privateKey());
        engine.update(canonical(SafeDom.child(drafted, Names.DS, "SignedInfo").orElseThrow()));
        return parsed(id, body, form.replace("VALUE", Base64.getEncoder().encodeToString(engine.sign())));
    }

    private static Element parsed(String id, String body, String signature) {
        String xml = "<p:LogoutRequest xmlns:p=\"" + Names.SAMLP + "\" xmlns:a=\"" + Names.SAML + "\" ID=\"" + id
                + "\"><a:Issuer>account</a:Issuer>" + signature + body + "</p:LogoutRequest>";
        return SafeDom.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }

    private static String replaced(String info, String right, String wrong) {
        assertThat(info).contains(right);
        return info.replace(right, wrong);
    }

    private static String digest(String algorithm, byte[] content) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance(algorithm).digest(content));
    }

    private static byte[] canonical(Element element) throws Exception {
        var out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(EXCLUSIVE).canonicalizeSubtree(element, out);
        return out.toByteArray();
    }
}
