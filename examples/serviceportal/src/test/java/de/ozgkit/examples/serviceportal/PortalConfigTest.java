// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
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
        PortalConfig config = PortalConfig.from(settings);

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
