// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.springboot;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The registration at the account, properties {@code ozg.…}. The password stays out of {@link #toString()}.
 *
 * @param publicUrl how citizens reach the application, without a path
 * @param entityId our name at the account; its host must never change
 * @param idpMetadata file with the account's metadata
 * @param keys our RSA key, PKCS#12
 * @param onlineServiceId our service's id at BundID
 * @param displayName what the account shows
 * @param singleLogout whether a log-out is told to the account, for accounts that have it; BundID has not
 */
@ConfigurationProperties("ozg")
record AccountSettings(
        URI publicUrl,
        String entityId,
        Path idpMetadata,
        Path keys,
        String keysPassword,
        String onlineServiceId,
        String displayName,
        boolean singleLogout) {

    @Override
    public String toString() {
        return "AccountSettings[" + entityId + "]";
    }
}
