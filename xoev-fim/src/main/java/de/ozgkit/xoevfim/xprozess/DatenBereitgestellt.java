// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * Data that a step hands out.
 *
 * <p>Source: XProzess 2.0, type Daten.Bereitgestellt.
 *
 * @since 0.1
 */
public class DatenBereitgestellt extends XoevElement {

    /** formularverweis 1 */
    public @Nullable Daten formularverweis;

    /** uebermittlungsart 1: code list urn:de:xprozess:codeliste:uebermittlungsart */
    public @Nullable Code uebermittlungsart;

    /** empfaenger 1 */
    public @Nullable String empfaenger;
}
