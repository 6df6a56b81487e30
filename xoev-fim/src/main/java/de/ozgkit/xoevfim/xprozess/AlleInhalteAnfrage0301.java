// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Asks for process classes and their processes.
 *
 * <p>Source: XProzess 2.0, message alleInhalte.anfrage.0301.
 *
 * @since 0.1
 */
@XmlRootElement(name = "alleInhalte.anfrage.0301")
public final class AlleInhalteAnfrage0301 extends Nachricht {

    /** suchprofil 0..1 */
    public @Nullable SuchprofilAlleInhalte suchprofil;
}
