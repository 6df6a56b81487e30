// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.identity.SessionLimit;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads levels of trust, and what follows from them. Source: interface description of BundID 10.2, chapters 5.1 and 6.2. */
final class Levels {

    private Levels() {}

    /**
     * The level of the log-in. Stated twice: in the context and, if asked for, as an attribute, which may not claim more than the context.
     * Empty if unknown or contradictory.
     */
    static Optional<TrustLevel> of(Element assertion, Statements statements, AccountProfile profile) {
        if (profile.business()) {
            return ElsterReader.level(statements);
        }
        Element stated = Read.part(Read.part(assertion, "AuthnStatement"), "AuthnContext");
        Optional<TrustLevel> context = profile.level(
                Read.text(Read.part(stated, "AuthnContextClassRef")).strip());
        Optional<String> repeated = Optional.ofNullable(profile.attributeNames().get(PersonAttribute.LEVEL))
                .flatMap(statements::text);
        if (context.isEmpty() || repeated.isEmpty()) {
            return context;
        }
        return repeated.flatMap(profile::level).filter(context.get()::atLeast);
    }

    /** The level of one attribute, in either vocabulary of BundID; empty for an unknown word. */
    static Optional<TrustLevel> ofAttribute(@Nullable String word) {
        return word == null
                ? Optional.empty()
                : switch (word.strip().toUpperCase(Locale.ROOT)) {
                    case "UNTERGEORDNET", "BASISREGISTRIERUNG" -> Optional.of(TrustLevel.BASIC);
                    case "NORMAL", "NIEDRIG" -> Optional.of(TrustLevel.LOW);
                    case "SUBSTANTIELL", "SUBSTANZIELL" -> Optional.of(TrustLevel.SUBSTANTIAL);
                    case "HOCH" -> Optional.of(TrustLevel.HIGH);
                    default -> Optional.empty();
                };
    }

    /** When the session must end. */
    static SessionLimit session(TrustLevel level, Instant now, Optional<Instant> byAccount) {
        SessionLimit limit = SessionLimit.of(level, now);
        return byAccount.map(limit::until).orElse(limit);
    }
}
