// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.MetadataSource;
import java.time.Instant;
import java.util.Optional;

/** Follows the account's metadata while the portal runs. Thread-safe. */
public final class Engines {

    private final MetadataSource source;
    private volatile Engine latest;

    public Engines(MetadataSource source, Registration registration) {
        this.source = source;
        this.latest = Engine.of(registration);
    }

    /** What was in use last, without a look at the source. */
    public Engine latest() {
        return latest;
    }

    /**
     * What works with the newest metadata.
     *
     * @throws ConfigurationException with code {@code saml.metadata_expired} or one of {@link KeyCheck} if metadata or key are out of date
     */
    public Engine current() {
        Engine known = latest;
        IdpMetadata idp = source.current();
        if (!known.registration().idp().equals(idp)) {
            known = Engine.of(known.registration().with(idp));
            latest = known;
        }
        Instant now = known.registration().clock().instant();
        KeyCheck.requireValid(known.registration().keys().get(0).certificate(), now);
        Optional<Instant> until = idp.validUntil();
        if (until.isPresent() && !now.isBefore(until.get())) {
            throw new ConfigurationException(
                    "saml.metadata_expired",
                    "The metadata of the account were valid until " + until.get() + "; fetch them again");
        }
        return known;
    }
}
