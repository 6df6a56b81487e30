// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

/**
 * How surely a person is known, the Vertrauensniveau, from the weakest to the strongest. Levels are ordered: compare with
 * {@link #atLeast}, never by name.
 *
 * <p>Source: BSI TR-03107-1 and the levels of BundID. {@link #BASIC} (Basisregistrierung) is no level in the sense of that guideline,
 * but an account may have just that.
 *
 * @since 0.1
 */
public enum TrustLevel {
    BASIC("Basisregistrierung"),
    LOW("niedrig"),
    SUBSTANTIAL("substanziell"),
    HIGH("hoch");

    private final String germanName;

    TrustLevel(String germanName) {
        this.germanName = germanName;
    }

    /** Whether this level is enough where the other one is asked for. */
    public boolean atLeast(TrustLevel required) {
        return compareTo(required) >= 0;
    }

    /** The word for citizens, such as "substanziell". */
    public String germanName() {
        return germanName;
    }
}
