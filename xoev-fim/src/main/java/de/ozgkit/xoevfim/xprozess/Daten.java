// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * Data of a step: fields of a form, or a text.
 *
 * <p>Source: XProzess 2.0, type Daten.
 *
 * @since 0.1
 */
public class Daten extends XoevElement {

    /** formularverweis 0..1; this or textuelleBeschreibung */
    public @Nullable Formularverweis formularverweis;

    /** textuelleBeschreibung 0..1 */
    public @Nullable String textuelleBeschreibung;
}
