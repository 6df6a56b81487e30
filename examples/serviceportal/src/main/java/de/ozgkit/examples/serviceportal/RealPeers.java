// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import de.ozgkit.identity.AccountProfile;
import java.net.URI;
import java.nio.file.Path;

/**
 * How to reach the real log-in and the real payment platform. Secrets stay out of {@link #toString()}.
 *
 * @param profile which kind of account
 * @param idpMetadata the account's SAML metadata
 * @param entityId our name at the account; its host must never change
 * @param keys our key, PKCS#12
 * @param onlineServiceId our service's id at BundID
 * @param payment base address of pmPayment
 * @param procedure "Verfahren" at pmPayment
 */
record RealPeers(
        AccountProfile profile,
        Path idpMetadata,
        String entityId,
        Path keys,
        String keysPassword,
        String onlineServiceId,
        URI payment,
        String procedure,
        String salt) {

    static RealPeers from(Variables in) {
        return new RealPeers(
                profile(in.text("OZG_ACCOUNT").orElse("BUNDID")),
                Path.of(in.required("OZG_IDP_METADATA", "the file with the SAML metadata of the account")),
                in.required("OZG_SAML_ENTITY_ID", "our entity id as registered at the account"),
                Path.of(in.required("OZG_SAML_KEYS", "a PKCS#12 file with our key")),
                in.required("OZG_SAML_KEYS_PASSWORD", "the password of that file"),
                in.text("OZG_ONLINE_SERVICE_ID").orElse(""),
                Variables.origin(
                        "OZG_PMPAYMENT_URL", in.text("OZG_PMPAYMENT_URL").orElse("https://payment.govconnect.de")),
                in.required("OZG_PMPAYMENT_PROCEDURE", "the name of the Verfahren at pmPayment"),
                in.required("OZG_PMPAYMENT_SALT", "the secret of that Verfahren"));
    }

    private static AccountProfile profile(String name) {
        return switch (name) {
            case "BUNDID" -> AccountProfile.BUNDID;
            case "SERVICEKONTO_NRW" -> AccountProfile.SERVICEKONTO_NRW;
            default -> throw Variables.wrong("OZG_ACCOUNT", "BUNDID or SERVICEKONTO_NRW");
        };
    }

    @Override
    public String toString() {
        return "RealPeers[" + entityId + ", " + payment + "]";
    }
}
