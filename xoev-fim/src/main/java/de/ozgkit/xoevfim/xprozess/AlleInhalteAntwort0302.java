// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * The process classes and processes that were asked for.
 *
 * <p>Source: XProzess 2.0, message alleInhalte.antwort.0302.
 *
 * @since 0.1
 */
@XmlRootElement(name = "alleInhalte.antwort.0302")
public final class AlleInhalteAntwort0302 extends Nachricht {

    /** anfrageUUID 1: the message that is answered */
    public @Nullable String anfrageUUID;

    /** suchprofilZitat 0..1 */
    public @Nullable SuchprofilProzessklasse suchprofilZitat;

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
