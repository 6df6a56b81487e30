// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.stream.Stream;

/** Whether a registration is whole and safe before anybody logs in with it. */
public final class RegistrationCheck {

    private static final Duration MAX_SKEW = Duration.ofMinutes(3);
    private static final int MAX_ENTITY_ID = 1024;

    private RegistrationCheck() {}

    /** @throws ConfigurationException with code {@code saml.setup}, or one of {@link KeyCheck}, if it is not */
    public static void require(Registration registration) {
        addresses(registration);
        names(registration);
        keys(registration);
        Duration skew = registration.skew();
        require(!skew.isNegative() && skew.compareTo(MAX_SKEW) <= 0, "clockSkew must be 0 to 3 minutes");
        Duration maxAge = registration.maxAge();
        require(!maxAge.isNegative() && !maxAge.isZero(), "maxAge must be more than nothing");
        require(
                registration.responseSigned() || registration.profile().assertionSigned(),
                "acceptUnsignedResponse() needs a profile with a signed assertion: one of them must be signed");
    }

    private static void addresses(Registration registration) {
        require(
                Addresses.secure(registration.acs()),
                "the address for responses must be https (http only on this machine)");
        require(
                registration.wishes().backUrl().stream()
                        .allMatch(url -> "https".equals(url.getScheme()) && url.getHost() != null),
                "backUrl must be https");
        require(
                registration.wishes().logout().stream().allMatch(Addresses::secure),
                "singleLogout must be https (http only on this machine)");
        registration.sso();
    }

    private static void names(Registration registration) {
        String entityId = registration.entityId();
        require(
                !entityId.isBlank() && entityId.length() <= MAX_ENTITY_ID,
                "the entity id must have 1 to 1024 characters");
        require(
                !registration.profile().akdbExtension()
                        || (!registration.serviceId().isBlank()
                                && !registration.displayName().isBlank()),
                "onlineService(..) is missing; the account refuses requests without it");
        require(
                Stream.of(entityId, registration.serviceId(), registration.displayName())
                        .noneMatch(text -> text.codePoints().anyMatch(Character::isISOControl)),
                "entity id, online service and its name must have no control characters");
    }

    private static void keys(Registration registration) {
        require(!registration.keys().isEmpty(), "keys(..) is missing");
        require(
                registration.keys().stream().allMatch(key -> key.certificate().getPublicKey() instanceof RSAPublicKey),
                "the keys must be RSA keys, since they also open what is encrypted for us");
        KeyCheck.requireValid(
                registration.keys().get(0).certificate(), registration.clock().instant());
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new ConfigurationException("saml.setup", what);
        }
    }
}
