// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Processes, exported unasked.
 *
 * <p>Source: XProzess 2.0, message prozessbibliothek.export.0203.
 *
 * @since 0.1
 */
@XmlRootElement(name = "prozessbibliothek.export.0203")
public final class ProzessbibliothekExport0203 extends Nachricht {

    /** exportprofil 0..1 */
    public @Nullable SuchprofilProzess exportprofil;

    /** prozessbibliothek 0..1 */
    public @Nullable Prozessbibliothek prozessbibliothek;

    @Override
    @Nullable
    Prozessbibliothek bibliothek() {
        return prozessbibliothek;
    }
}
