// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

/** Who offers a service, seen from one place. */
public enum Level {
    STADT("Stadt"),
    KREIS("Kreis"),
    LAND("Land"),
    BUND("Bund");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
