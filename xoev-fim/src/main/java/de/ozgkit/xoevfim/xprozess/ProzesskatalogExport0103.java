// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Process classes, exported unasked.
 *
 * <p>Source: XProzess 2.0, message prozesskatalog.export.0103.
 *
 * @since 0.1
 */
@XmlRootElement(name = "prozesskatalog.export.0103")
public final class ProzesskatalogExport0103 extends Nachricht {

    /** exportprofil 0..1 */
    public @Nullable SuchprofilProzessklasse exportprofil;

    /** prozesskatalog 0..1 */
    public @Nullable Prozesskatalog prozesskatalog;

    @Override
    @Nullable
    Prozesskatalog katalog() {
        return prozesskatalog;
    }
}
