// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a process.
 *
 * <p>Source: XProzess 2.0, type Strukturbeschreibung.
 *
 * @since 0.1
 */
public class Strukturbeschreibung extends XoevElement {

    /** modellierungsmethode 1 */
    public @Nullable Modellierungsmethode modellierungsmethode;

    /** strukturbeschreibungFIM 0..1; this or strukturbeschreibungSonstige */
    public @Nullable StrukturbeschreibungFIM strukturbeschreibungFIM;

    /** strukturbeschreibungSonstige 0..1 */
    public @Nullable StrukturbeschreibungSonstige strukturbeschreibungSonstige;
}
