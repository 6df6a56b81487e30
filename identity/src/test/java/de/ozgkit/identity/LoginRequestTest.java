// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.TrustLevel;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.spec.OAEPParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import org.apache.xml.security.signature.XMLSignature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LoginRequestTest {

    private static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String AKDB = "https://www.akdb.de/request/2018/09";
    private static final String CLASSIC_UI = "https://www.akdb.de/request/2018/09/classic-ui/v1";

    private final Nutzerkonto konto = Fixture.portal().build();
    private final BrowserKey browser = BrowserKey.fresh(Tokens.secure());

    @Test
    void the_request_says_what_bundid_asks_for() throws Exception {
        LoginRequest request = konto.begin(
                Login.atLeast(TrustLevel.SUBSTANTIAL)
                        .asking(PersonAttribute.FAMILY_NAME)
                        .by(LoginMethod.EID),
                browser);

        Element root = xml(request).getDocumentElement();
        assertThat(root.getLocalName()).isEqualTo("AuthnRequest");
        assertThat(root.getAttribute("ID")).matches("_[0-9a-f-]{36}");
        assertThat(root.getAttribute("Destination")).isEqualTo("https://account.example.test/sso");
        assertThat(root.getAttribute("AssertionConsumerServiceURL")).isEqualTo(Fixture.ACS.toString());
        assertThat(root.getAttribute("ProtocolBinding")).isEqualTo("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");
        assertThat(root.getAttribute("ForceAuthn")).isEqualTo("true");
        assertThat(root.getAttribute("IsPassive")).isEqualTo("false");
        Element extension = only(root, AKDB, "AuthenticationRequest");
        assertThat(extension.getAttribute("Version")).isEqualTo("2");
        assertThat(extension.getAttribute("EnableStatusDetail")).isEqualTo("true");
        assertThat(attributes(root))
                .containsOnly(
                        Map.entry("urn:oid:2.5.4.4", "false"), Map.entry("urn:oid:1.3.6.1.4.1.25484.494450.3", "true"));
        assertThat(only(root, AKDB, "eID").getTextContent()).isEqualTo("true");
        assertThat(only(root, AKDB, "Benutzername").getTextContent()).isEqualTo("false");
        assertThat(only(root, CLASSIC_UI, "OrganizationDisplayName").getTextContent())
                .isEqualTo("Stadt <Recklinghausen> & Umland");
        assertThat(only(root, CLASSIC_UI, "OnlineServiceId").getTextContent()).isEqualTo("BMI-B0000001");
        assertThat(only(root, CLASSIC_UI, "Lang").getTextContent()).isEqualTo("de");
        Element context = only(root, SAMLP, "RequestedAuthnContext");
        assertThat(context.getAttribute("Comparison")).isEqualTo("minimum");
        assertThat(context.getTextContent().strip()).isEqualTo("STORK-QAA-Level-3");
    }

    @Test
    void the_request_is_valid_under_the_saml_schema_and_signed() throws Exception {
        Document request = xml(konto.begin(Login.atLeast(TrustLevel.BASIC), browser));

        new SAMLSchemaBuilder(SAMLSchemaBuilder.SAML1Version.SAML_11)
                .getSAMLSchema()
                .newValidator()
                .validate(new DOMSource(request));
        assertThat(algorithm(request)).isEqualTo("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        assertThat(request.getElementsByTagNameNS(AKDB, "AuthnMethods").getLength())
                .as("no choice of methods, no element")
                .isZero();
    }

    @Test
    void signs_with_pss_on_demand() throws Exception {
        Nutzerkonto pss = Fixture.portal().signWithPss().build();

        assertThat(algorithm(xml(pss.begin(Login.atLeast(TrustLevel.BASIC), browser))))
                .isEqualTo("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1");
    }

    @Test
    void guests_are_asked_for_a_key_that_they_need_not_have() throws Exception {
        LoginRequest request = konto.begin(Login.atLeast(TrustLevel.BASIC).allowingGuests(), browser);

        assertThat(attributes(xml(request).getDocumentElement()))
                .containsEntry("urn:oid:1.3.6.1.4.1.25484.494450.3", "false");
    }

    @Test
    void asks_in_the_citizens_language_for_what_is_required_and_offers_a_way_back() throws Exception {
        Nutzerkonto konto = Fixture.portal()
                .backUrl(URI.create("https://portal.example.test/back?a=1&b=2"))
                .requestTransientName()
                .build();
        LoginRequest request = konto.begin(
                Login.atLeast(TrustLevel.BASIC)
                        .asking(PersonAttribute.MAIL)
                        .requiring(PersonAttribute.FAMILY_NAME)
                        .inLanguage(Locale.UK),
                browser);

        Element root = xml(request).getDocumentElement();
        assertThat(only(root, CLASSIC_UI, "Lang").getTextContent()).isEqualTo("en");
        assertThat(only(root, CLASSIC_UI, "BackURL").getTextContent())
                .isEqualTo("https://portal.example.test/back?a=1&b=2");
        assertThat(only(root, SAMLP, "NameIDPolicy").getAttribute("Format")).endsWith(":transient");
        assertThat(attributes(root))
                .containsEntry("urn:oid:2.5.4.4", "true")
                .containsEntry("urn:oid:0.9.2342.19200300.100.1.3", "false");
        assertThat(Login.atLeast(TrustLevel.BASIC).inLanguage(Locale.FRENCH).language())
                .isEqualTo("de");
        new SAMLSchemaBuilder(SAMLSchemaBuilder.SAML1Version.SAML_11)
                .getSAMLSchema()
                .newValidator()
                .validate(new DOMSource(xml(request)));
    }

    @Test
    void asks_mein_unternehmenskonto_for_a_persistent_name_and_nothing_else() throws Exception {
        Nutzerkonto konto = Fixture.unternehmenskonto().build();

        Element root =
                xml(konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL), browser)).getDocumentElement();

        assertThat(root.getAttribute("ForceAuthn")).isEqualTo("true");
        Element policy = only(root, SAMLP, "NameIDPolicy");
        assertThat(policy.getAttribute("Format")).isEqualTo("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
        assertThat(policy.getAttribute("AllowCreate")).isEqualTo("true");
        assertThat(root.getElementsByTagNameNS(SAMLP, "Extensions").getLength()).isZero();
        assertThat(root.getElementsByTagNameNS(SAMLP, "RequestedAuthnContext").getLength())
                .isZero();
    }

    @Test
    void signs_with_a_key_that_it_never_sees() throws Exception {
        List<String> used = new ArrayList<>();
        SamlKey module = new SamlKey() {
            @Override
            public X509Certificate certificate() {
                return Fixture.KEY.certificate();
            }

            @Override
            public byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
                used.add(algorithm);
                return SamlKey.of(Fixture.KEY).sign(algorithm, data);
            }

            @Override
            public byte[] decryptKey(byte[] encrypted, OAEPParameterSpec parameters) {
                throw new UnsupportedOperationException();
            }
        };
        LoginRequest request = Fixture.portal().keys(module).build().begin(Login.atLeast(TrustLevel.BASIC), browser);

        Document document = xml(request);
        document.getDocumentElement().setIdAttribute("ID", true);
        Element signature = only(document.getDocumentElement(), "http://www.w3.org/2000/09/xmldsig#", "Signature");
        assertThat(used).containsExactly("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        assertThat(new XMLSignature(signature, "", true).checkSignatureValue(Fixture.KEY.certificate()))
                .isTrue();
    }

    @Test
    @DisplayName("chapter 7, line 24: no more log-ins are begun than the table may hold")
    void begins_no_more_log_ins_than_the_table_may_hold() {
        Clock now = Clock.systemUTC();
        Nutzerkonto small = Fixture.portal().maxOutstanding(2).clock(now).build();
        small.begin(Login.atLeast(TrustLevel.BASIC), browser);
        small.begin(Login.atLeast(TrustLevel.BASIC), browser);

        assertThatThrownBy(() -> small.begin(Login.atLeast(TrustLevel.BASIC), browser))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.code()).isEqualTo("saml.busy"));
    }

    @Test
    void a_step_up_is_for_one_person_and_keeps_no_key() {
        Person erika = new Person(Map.of(PersonAttribute.KEY, "secret-key"), Map.of(), Map.of());
        Person guest = new Person(Map.of(), Map.of(), Map.of());
        Login login = Login.stepUp(TrustLevel.HIGH, erika).returningTo("/hund");

        assertThat(login.samePerson())
                .hasValueSatisfying(hash -> assertThat(hash).hasSize(64));
        assertThat(login.toString()).doesNotContain("secret-key");
        assertThatThrownBy(() -> Login.stepUp(TrustLevel.HIGH, guest)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(login::allowingGuests).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_headers_of_the_page_name_the_account_and_nobody_else() {
        LoginRequest request = konto.begin(Login.atLeast(TrustLevel.BASIC), browser);

        assertThat(request.redirect()).isEmpty();
        assertThat(request.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Referrer-Policy", "no-referrer");
        assertThat(request.headers().get("Content-Security-Policy"))
                .contains("form-action https://account.example.test")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void refuses_settings_that_lead_elsewhere() {
        assertThatThrownBy(() -> Fixture.portal()
                        .backUrl(URI.create("http://portal.example.test"))
                        .build())
                .hasMessageContaining("backUrl");
        assertThatThrownBy(() -> Fixture.portal()
                        .singleLogout(URI.create("http://portal.example.test"))
                        .build())
                .hasMessageContaining("singleLogout");
        assertThatThrownBy(() -> Fixture.portal().bindRequests(Binding.REDIRECT).build())
                .hasMessageContaining("REDIRECT");
        assertThatThrownBy(() -> Fixture.portal()
                        .onlineService("BMI-B0000001", "a\u0000b")
                        .build())
                .hasMessageContaining("control characters");
    }

    @Test
    void every_request_is_another_one_and_can_be_repeated_with_the_same_tokens() {
        Login login = Login.atLeast(TrustLevel.BASIC);
        LoginRequest first =
                Fixture.portal().tokens(Tokens.from(new Random(1))).build().begin(login, browser);
        LoginRequest again =
                Fixture.portal().tokens(Tokens.from(new Random(1))).build().begin(login, browser);

        assertThat(again).isEqualTo(first);
        assertThat(konto.begin(login, browser).fields())
                .isNotEqualTo(konto.begin(login, browser).fields());
    }

    @Test
    void the_page_posts_itself_and_escapes_every_value() {
        LoginRequest request = new LoginRequest(
                URI.create("https://account.example.test/sso?a=1&b=2"),
                Map.of("RelayState", "\"><script>alert(1)</script>"));

        String page = request.page("/assets/login.js?\"");

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"de\">")
                .contains("<title>Weiter zu Ihrem Nutzerkonto</title>")
                .contains("action=\"https://account.example.test/sso?a=1&amp;b=2\"")
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
                .contains("<script src=\"/assets/login.js?&quot;\"></script>")
                .contains("<button type=\"submit\">")
                .doesNotContain("<script>")
                .doesNotContain("onload")
                .doesNotContain("style=");
        assertThat(LoginRequest.SCRIPT).contains("ozg-login").contains("back_forward");
        assertThat(request.toString()).doesNotContain("RelayState");
    }

    @Test
    void the_relay_state_fits_into_eighty_bytes_and_the_fields_are_in_order() {
        LoginRequest request = konto.begin(Login.atLeast(TrustLevel.HIGH), browser);

        assertThat(request.fields().keySet()).containsExactly("SAMLRequest", "RelayState");
        assertThat(request.fields().get("RelayState"))
                .hasSizeLessThanOrEqualTo(80)
                .hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void nobody_is_sent_to_an_account_whose_metadata_have_run_out() {
        IdpMetadata old = new IdpMetadata(
                Fixture.IDP.entityId(),
                Fixture.IDP.ssoLocation(),
                List.of(Fixture.KEY.certificate()),
                Optional.of(Fixture.NOW.instant()));
        Nutzerkonto outdated = Fixture.portal().identityProvider(old).build();

        assertThatThrownBy(() -> outdated.begin(Login.atLeast(TrustLevel.BASIC), browser))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("saml.metadata_expired"));
    }

    @Test
    void an_expired_key_is_noticed_at_the_start() {
        Clock later = Clock.offset(Fixture.NOW, Duration.ofDays(366));

        assertThatThrownBy(() -> Fixture.portal().clock(later).build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("key.expired"));
    }

    private static Document xml(LoginRequest request) throws Exception {
        byte[] xml = Base64.getDecoder().decode(request.fields().get("SAMLRequest"));
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
    }

    private static String algorithm(Document request) {
        return only(request.getDocumentElement(), "http://www.w3.org/2000/09/xmldsig#", "SignatureMethod")
                .getAttribute("Algorithm");
    }

    private static Map<String, String> attributes(Element root) {
        NodeList requested = root.getElementsByTagNameNS(AKDB, "RequestedAttribute");
        return IntStream.range(0, requested.getLength())
                .mapToObj(i -> (Element) requested.item(i))
                .collect(java.util.stream.Collectors.toMap(
                        e -> e.getAttribute("Name"), e -> e.getAttribute("RequiredAttribute")));
    }

    private static Element only(Element root, String namespace, String name) {
        NodeList found = root.getElementsByTagNameNS(namespace, name);
        assertThat(found.getLength()).as(name).isEqualTo(1);
        return (Element) found.item(0);
    }
}
