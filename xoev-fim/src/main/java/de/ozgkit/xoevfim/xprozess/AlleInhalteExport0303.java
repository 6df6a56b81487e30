// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Process classes and their processes, exported unasked. What FIM process editors export.
 *
 * <p>Source: XProzess 2.0, message alleInhalte.export.0303.
 *
 * @since 0.1
 */
@XmlRootElement(name = "alleInhalte.export.0303")
public final class AlleInhalteExport0303 extends Nachricht {

    /** exportprofil 0..1 */
    public @Nullable SuchprofilAlleInhalte exportprofil;

    /** prozesskatalog 0..1 */
    public @Nullable Prozesskatalog prozesskatalog;

    /** prozessbibliothek 0..1 */
    public @Nullable Prozessbibliothek prozessbibliothek;

    @Override
    @Nullable
    Prozesskatalog katalog() {
        return prozesskatalog;
    }

    @Override
    @Nullable
    Prozessbibliothek bibliothek() {
        return prozessbibliothek;
    }
}
