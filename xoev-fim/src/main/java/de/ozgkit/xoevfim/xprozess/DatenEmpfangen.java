// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * Data that a step receives.
 *
 * <p>Source: XProzess 2.0, type Daten.Empfangen.
 *
 * @since 0.1
 */
public class DatenEmpfangen extends XoevElement {

    /** formularverweis 1 */
    public @Nullable Daten formularverweis;

    /** uebermittlungsart 1: code list urn:de:xprozess:codeliste:uebermittlungsart */
    public @Nullable Code uebermittlungsart;

    /** sender 1 */
    public @Nullable String sender;
}
