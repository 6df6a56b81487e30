// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

/** thin for now. */
final class XZuFiRules implements ContentRules {

    private final boolean openRoot;

    XZuFiRules(boolean openRoot) {
        this.openRoot = openRoot;
    }

    @Override
    public String name(Scan at) {
        return openRoot && at.depth() == 1 && !at.name().equals("leistungsverzeichnis.antwort.leistungsbericht.030108")
                ? Standard.XZUFI_ROOT
                : at.name();
    }
}
