// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.PersonAttribute;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalConfigTest {

    @Test
    void runs_as_a_demonstration_when_nothing_is_set() {
        PortalConfig config = PortalConfig.from(Map.of());

        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.publicUrl()).hasToString("http://localhost:8080");
        assertThat(config.dataDir()).isEqualTo(Path.of("data"));
        assertThat(config.database().url()).startsWith("jdbc:h2:file:").contains("portal");
        assertThat(config.demo()).isTrue();
        assertThat(config.transfers().ibans()).containsOnlyKeys("waltrop");
        assertThat(config.https()).isFalse();
        assertThat(config.sessions().idle()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void takes_what_is_set() {
        Map<String, String> settings = realPeers();
        settings.putAll(Map.of(
                "OZG_PORT", "18080",
                "OZG_PUBLIC_URL", "https://portal.example.de/",
                "OZG_DESK_PASSWORD", "ein langes Kennwort",
                "OZG_FORM_TARGETS", "https://id.example.de, https://pay.example.de",
                "OZG_SESSION_IDLE_MINUTES", "10"));
        assertThat(PortalConfig.from(settings).transfers().ibans()).isEmpty();
        settings.put("OZG_TRANSFER_IBANS", "waltrop = DE53 9999 9999 0000 0000 42,marl=DE53999999990000000042");
        PortalConfig config = PortalConfig.from(settings);

        assertThat(config.transfers().ibans()).containsOnlyKeys("waltrop", "marl");

        assertThat(config.publicUrl()).hasToString("https://portal.example.de");
        assertThat(config.https()).isTrue();
        assertThat(config.demo()).isFalse();
        assertThat(config.formTargets()).containsExactly("https://id.example.de", "https://pay.example.de");
    }

    @Test
    void picks_a_free_port_for_zero_and_knows_its_own_address() {
        PortalConfig config = PortalConfig.from(Map.of("OZG_PORT", "0"));

        assertThat(config.port()).isPositive();
        assertThat(config.publicUrl().getPort()).isEqualTo(config.port());
    }

    @ParameterizedTest
    @CsvSource({
        "OZG_PORT, 70000",
        "OZG_PORT, acht",
        "OZG_PUBLIC_URL, portal.example.de",
        "OZG_PUBLIC_URL, https://example.de/pfad",
        "OZG_PUBLIC_URL, ftp://example.de",
        "OZG_DEMO, ja",
        "OZG_JDBC_URL, jdbc:mysql://db/portal",
        "OZG_SESSION_IDLE_MINUTES, 1",
        "OZG_FORM_TARGETS, javascript:alert(1)",
        "OZG_TRANSFER_IBANS, DE53999999990000000042",
        "OZG_TRANSFER_IBANS, atlantis=DE53999999990000000042",
        "OZG_TRANSFER_IBANS, waltrop=DE54999999990000000042",
    })
    void names_the_variable_that_is_wrong(String name, String value) {
        assertThatThrownBy(() -> PortalConfig.from(Map.of(name, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("expects");
    }

    @Test
    void asks_for_a_real_desk_password_in_production() {
        assertThatThrownBy(() -> PortalConfig.from(realPeers())).hasMessageContaining("OZG_DESK_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OZG_IDP_METADATA",
                "OZG_SAML_ENTITY_ID",
                "OZG_SAML_KEYS",
                "OZG_SAML_KEYS_PASSWORD",
                "OZG_PMPAYMENT_PROCEDURE",
                "OZG_PMPAYMENT_SALT"
            })
    void asks_for_real_peers_in_production(String missing) {
        Map<String, String> settings = realPeers();
        settings.remove(missing);

        assertThatThrownBy(() -> PortalConfig.from(settings)).hasMessageContaining(missing);
    }

    @Test
    void knows_accounts_by_their_name_and_any_other_by_its_habits() {
        Map<String, String> settings = realPeers();
        settings.put("OZG_DESK_PASSWORD", "ein langes Kennwort");
        assertThat(account(settings).profile()).isEqualTo(AccountProfile.BUNDID);
        assertThat(account(settings).name()).isEqualTo("BundID");

        settings.put("OZG_ACCOUNT", "UNTERNEHMENSKONTO");
        assertThat(account(settings).profile()).isEqualTo(AccountProfile.UNTERNEHMENSKONTO);

        settings.putAll(Map.of(
                "OZG_ACCOUNT", "SAML",
                "OZG_ACCOUNT_NAME", "Stadtkonto",
                "OZG_IDP_ATTRIBUTES", "KEY=uid, given_name=firstName",
                "OZG_IDP_LEVELS", "HIGH=http://eidas.europa.eu/LoA/high",
                "OZG_IDP_UNSIGNED_ASSERTION", "true",
                "OZG_IDP_PERSISTENT_NAME", "true",
                "OZG_IDP_CBC", "true"));
        AccountSettings other = account(settings);
        assertThat(other.name()).isEqualTo("Stadtkonto");
        assertThat(other.profile().akdbExtension()).isFalse();
        assertThat(other.profile().assertionSigned()).isFalse();
        assertThat(other.profile().persistentName()).isTrue();
        assertThat(other.profile().attribute("uid")).hasValue(PersonAttribute.KEY);
        assertThat(other.profile().attribute("firstName")).hasValue(PersonAttribute.GIVEN_NAME);
        assertThat(other.profile().level("http://eidas.europa.eu/LoA/high")).hasValue(TrustLevel.HIGH);
        assertThat(other.habits()).isEqualTo(new AccountSettings.Habits(false, false, true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "OZG_ACCOUNT, DEUTSCHLANDID",
        "OZG_IDP_ATTRIBUTES, uid",
        "OZG_IDP_ATTRIBUTES, NICKNAME=uid",
        "OZG_IDP_ATTRIBUTES, KEY=uid MAIL=uid",
        "OZG_IDP_LEVELS, hoch=x",
        "OZG_IDP_CBC, ja",
        "OZG_IDP_METADATA_URL, account.xml"
    })
    void names_the_variable_of_the_account_that_is_wrong(String name, String value) {
        Map<String, String> settings = realPeers();
        settings.put(name, value);

        assertThatThrownBy(() -> PortalConfig.from(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name);
    }

    @Test
    void fetches_no_metadata_without_a_fingerprint() {
        Map<String, String> settings = realPeers();
        settings.put("OZG_IDP_METADATA_URL", "https://id.example.de/idp");

        assertThatThrownBy(() -> PortalConfig.from(settings)).hasMessageContaining("OZG_IDP_FINGERPRINTS");
    }

    private static AccountSettings account(Map<String, String> settings) {
        return PortalConfig.from(settings).peers().orElseThrow().account();
    }

    @Test
    void keeps_secrets_out_of_its_text() {
        PortalConfig config =
                PortalConfig.from(Map.of("OZG_DESK_PASSWORD", "sehr-geheim-1", "OZG_JDBC_PASSWORD", "auch-geheim"));

        assertThat(config.toString() + config.database()).doesNotContain("geheim");

        Map<String, String> settings = realPeers();
        settings.put("OZG_DESK_PASSWORD", "sehr-geheim-12");
        assertThat(PortalConfig.from(settings).peers().toString()).doesNotContain("geheim");
    }

    private static Map<String, String> realPeers() {
        return new HashMap<>(Map.of(
                "OZG_DEMO", "false",
                "OZG_IDP_METADATA", "account.xml",
                "OZG_SAML_ENTITY_ID", "https://portal.example.de/saml",
                "OZG_SAML_KEYS", "portal.p12",
                "OZG_SAML_KEYS_PASSWORD", "geheim",
                "OZG_PMPAYMENT_PROCEDURE", "portal",
                "OZG_PMPAYMENT_SALT", "geheim"));
    }
}
