// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * The processes that were asked for.
 *
 * <p>Source: XProzess 2.0, message prozessbibliothek.antwort.0202.
 *
 * @since 0.1
 */
@XmlRootElement(name = "prozessbibliothek.antwort.0202")
public final class ProzessbibliothekAntwort0202 extends Nachricht {

    /** anfrageUUID 1: the message that is answered */
    public @Nullable String anfrageUUID;

    /** suchprofilZitat 0..1 */
    public @Nullable SuchprofilProzess suchprofilZitat;

    /** prozessbibliothek 0..1 */
    public @Nullable Prozessbibliothek prozessbibliothek;

    @Override
    @Nullable
    Prozessbibliothek bibliothek() {
        return prozessbibliothek;
    }
}
