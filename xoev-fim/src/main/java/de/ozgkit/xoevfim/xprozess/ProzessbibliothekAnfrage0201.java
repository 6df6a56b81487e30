// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Asks for processes.
 *
 * <p>Source: XProzess 2.0, message prozessbibliothek.anfrage.0201.
 *
 * @since 0.1
 */
@XmlRootElement(name = "prozessbibliothek.anfrage.0201")
public final class ProzessbibliothekAnfrage0201 extends Nachricht {

    /** suchprofil 0..1 */
    public @Nullable SuchprofilProzess suchprofil;
}
