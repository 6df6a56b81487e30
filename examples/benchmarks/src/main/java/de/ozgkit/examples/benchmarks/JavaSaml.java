// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import com.onelogin.saml2.authn.SamlResponse;
import com.onelogin.saml2.settings.Saml2Settings;
import com.onelogin.saml2.settings.SettingsBuilder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The same response with the toolkit that most Java portals without a framework take, with all of its checks on. It keeps no state. */
final class JavaSaml {

    private final Saml2Settings settings;
    private final String requestId;
    private final String response;

    JavaSaml(LoginFixture fixture) {
        Map<String, Object> values = new HashMap<>();
        values.put(SettingsBuilder.STRICT_PROPERTY_KEY, true);
        values.put(SettingsBuilder.SP_ENTITYID_PROPERTY_KEY, LoginFixture.ENTITY_ID);
        values.put(SettingsBuilder.SP_ASSERTION_CONSUMER_SERVICE_URL_PROPERTY_KEY, LoginFixture.ACS.toString());
        values.put(SettingsBuilder.SP_X509CERT_PROPERTY_KEY, fixture.portalKey.certificate());
        String key = Base64.getMimeEncoder()
                .encodeToString(fixture.portalKey.privateKey().getEncoded());
        values.put(SettingsBuilder.SP_PRIVATEKEY_PROPERTY_KEY, pem(key));
        values.put(
                SettingsBuilder.IDP_ENTITYID_PROPERTY_KEY,
                fixture.account.metadata().entityId());
        values.put(
                SettingsBuilder.IDP_SINGLE_SIGN_ON_SERVICE_URL_PROPERTY_KEY,
                fixture.account.metadata().ssoLocation().toString());
        values.put(SettingsBuilder.IDP_X509CERT_PROPERTY_KEY, fixture.accountKey.certificate());
        values.put(SettingsBuilder.SECURITY_WANT_ASSERTIONS_ENCRYPTED, true);
        values.put(SettingsBuilder.SECURITY_WANT_ASSERTIONS_SIGNED, true);
        values.put(SettingsBuilder.SECURITY_WANT_MESSAGES_SIGNED, true);
        values.put(SettingsBuilder.SECURITY_WANT_XML_VALIDATION, true);
        values.put(SettingsBuilder.SECURITY_REJECT_UNSOLICITED_RESPONSES_WITH_INRESPONSETO, true);
        settings = new SettingsBuilder().fromValues(values).build();
        requestId = fixture.login.requestId();
        response = fixture.response;
    }

    /** Who logged in. */
    Map<String, java.util.List<String>> complete() throws Exception {
        SamlResponse read = new SamlResponse(settings, LoginFixture.ACS.toString(), response);
        if (!read.isValid(requestId)) {
            throw new IllegalStateException("java-saml refuses the response: " + read.getError());
        }
        return read.getAttributes();
    }

    private static String pem(String key) {
        String kind = "PRIVATE KEY-----\n";
        return "-----BEGIN " + kind + key + "\n-----END " + kind;
    }
}
