// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import java.util.Optional;

/**
 * For whom a service is. The codes 001 to 003 are confirmed, what they stand for is not.
 *
 * @since 0.1
 */
public enum Audience {
    BUERGER("001", "Bürgerinnen und Bürger"),
    UNTERNEHMEN("002", "Unternehmen"),
    VERWALTUNG("003", "Verwaltung");

    private final String code;
    private final String germanName;

    Audience(String code, String germanName) {
        this.code = code;
        this.germanName = germanName;
    }

    /** The word for citizens. */
    public String germanName() {
        return germanName;
    }

    /** The audience of a code of {@code leistungsadressat}. */
    static Optional<Audience> of(String code) {
        for (Audience audience : values()) {
            if (audience.code.equals(code)) {
                return Optional.of(audience);
            }
        }
        return Optional.empty();
    }
}
