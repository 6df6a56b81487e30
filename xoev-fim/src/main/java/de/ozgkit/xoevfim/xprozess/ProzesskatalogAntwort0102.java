// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * The process classes that were asked for.
 *
 * <p>Source: XProzess 2.0, message prozesskatalog.antwort.0102.
 *
 * @since 0.1
 */
@XmlRootElement(name = "prozesskatalog.antwort.0102")
public final class ProzesskatalogAntwort0102 extends Nachricht {

    /** anfrageUUID 1: the message that is answered */
    public @Nullable String anfrageUUID;

    /** suchprofilZitat 0..1 */
    public @Nullable SuchprofilProzessklasse suchprofilZitat;

    /** prozesskatalog 0..1 */
    public @Nullable Prozesskatalog prozesskatalog;

    @Override
    @Nullable
    Prozesskatalog katalog() {
        return prozesskatalog;
    }
}
