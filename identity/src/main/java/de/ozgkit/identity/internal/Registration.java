// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Tokens;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.SamlKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * One service provider at one account: everything that requests are made from and responses are judged by.
 *
 * @param keys the current key first, which signs; all of them decrypt
 * @param wishes how it asks
 * @param serviceId id of the online service at BundID; may be empty
 * @param displayName name of the service for the account's page; may be empty
 */
public record Registration(
        AccountProfile profile,
        String entityId,
        URI acs,
        IdpMetadata idp,
        List<SamlKey> keys,
        Wishes wishes,
        String serviceId,
        String displayName,
        String signatureAlgorithm,
        boolean responseSigned,
        boolean cbc,
        boolean testAccounts,
        Duration maxAge,
        Duration skew,
        LoginState state,
        Clock clock,
        Tokens tokens) {

    /** Where requests for a log-in go. */
    public URI sso() {
        URI address = idp.sso().get(wishes.binding());
        if (address == null) {
            throw new ConfigurationException(
                    "saml.setup",
                    "the account takes no requests by " + wishes.binding() + "; see bindRequests(..) and its metadata");
        }
        return address;
    }

    /** The same with newer metadata of the account. */
    public Registration with(IdpMetadata newer) {
        return new Registration(
                profile,
                entityId,
                acs,
                newer,
                keys,
                wishes,
                serviceId,
                displayName,
                signatureAlgorithm,
                responseSigned,
                cbc,
                testAccounts,
                maxAge,
                skew,
                state,
                clock,
                tokens);
    }

    @Override
    public String toString() {
        return profile.name() + " for " + entityId;
    }
}
