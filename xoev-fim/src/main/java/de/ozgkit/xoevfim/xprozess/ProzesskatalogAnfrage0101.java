// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Asks for process classes.
 *
 * <p>Source: XProzess 2.0, message prozesskatalog.anfrage.0101.
 *
 * @since 0.1
 */
@XmlRootElement(name = "prozesskatalog.anfrage.0101")
public final class ProzesskatalogAnfrage0101 extends Nachricht {

    /** suchprofil 0..1 */
    public @Nullable SuchprofilProzessklasse suchprofil;
}
