// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.springboot;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.MetadataSource;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.servlet.NutzerkontoFilter;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** All that the log-in needs. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Nutzerkonto bundId(AccountSettings settings, DataSource dataSource, Clock clock) {
        Nutzerkonto.Builder account = Nutzerkonto.bundId()
                .serviceProvider(settings.entityId(), settings.publicUrl().resolve("/saml/acs"))
                .identityProvider(MetadataSource.file(settings.idpMetadata()))
                .keys(KeyMaterial.pkcs12(
                        settings.keys(), settings.keysPassword().toCharArray()))
                .onlineService(settings.onlineServiceId(), settings.displayName())
                .state(LoginState.jdbc(dataSource))
                .clock(clock);
        if (settings.singleLogout()) {
            account.singleLogout(settings.publicUrl().resolve("/saml/slo"));
        }
        return account.build();
    }

    // tag::filter
    @Bean
    FilterRegistrationBean<NutzerkontoFilter> loginFilter(Nutzerkonto bundId, Clock clock) {
        NutzerkontoFilter filter = NutzerkontoFilter.with(bundId)
                .protect("/hund", TrustLevel.SUBSTANTIAL)
                .protect("/ausweis", TrustLevel.HIGH)
                .clock(clock)
                .build();
        FilterRegistrationBean<NutzerkontoFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10); // after the character encoding, before all that answers
        return registration;
    }
    // end::filter
}
