// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach the real log-in and the real payment platform. Secrets stay out of {@link #toString()}.
 *
 * @param account which account, and how it speaks
 * @param entityId our name at the account; its host must never change
 * @param keys our key, PKCS#12
 * @param secondKeys the former or the next key, which opens responses too and stands in our metadata
 * @param onlineServiceId our service's id at BundID
 * @param payment base address of pmPayment
 * @param procedure "Verfahren" at pmPayment
 */
record RealPeers(
        AccountSettings account,
        String entityId,
        Path keys,
        String keysPassword,
        Optional<Path> secondKeys,
        String onlineServiceId,
        URI payment,
        String procedure,
        String salt) {

    static RealPeers from(Variables in) {
        return new RealPeers(
                AccountSettings.from(in),
                in.required("OZG_SAML_ENTITY_ID", "our entity id as registered at the account"),
                Path.of(in.required("OZG_SAML_KEYS", "a PKCS#12 file with our key")),
                in.required("OZG_SAML_KEYS_PASSWORD", "the password of that file"),
                in.text("OZG_SAML_SECOND_KEYS").map(Path::of),
                in.text("OZG_ONLINE_SERVICE_ID").orElse(""),
                Variables.origin(
                        "OZG_PMPAYMENT_URL", in.text("OZG_PMPAYMENT_URL").orElse("https://payment.govconnect.de")),
                in.required("OZG_PMPAYMENT_PROCEDURE", "the name of the Verfahren at pmPayment"),
                in.required("OZG_PMPAYMENT_SALT", "the secret of that Verfahren"));
    }

    @Override
    public String toString() {
        return "RealPeers[" + entityId + ", " + payment + "]";
    }
}
