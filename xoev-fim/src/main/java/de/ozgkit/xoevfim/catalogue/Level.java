// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

/**
 * For how large an area a service is described, from the nearest to the farthest.
 *
 * @since 0.1
 */
public enum Level {
    /** This city or municipality. A city that is its own Kreis belongs here. */
    KOMMUNE("Stadt oder Gemeinde"),
    /** The Kreis. */
    KREIS("Kreis"),
    /** The Land, or one of its Regierungsbezirke. */
    LAND("Land"),
    /** The whole country. */
    BUND("Bund");

    private final String germanName;

    Level(String germanName) {
        this.germanName = germanName;
    }

    /** The word for citizens. */
    public String germanName() {
        return germanName;
    }
}
