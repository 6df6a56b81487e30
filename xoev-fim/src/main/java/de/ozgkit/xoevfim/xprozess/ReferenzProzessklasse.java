// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * Names another process class.
 *
 * <p>Source: XProzess 2.0, type ReferenzProzessklasse.
 *
 * @since 0.1
 */
public class ReferenzProzessklasse extends XoevElement {

    /** referenzierteProzessklasseID 1 */
    public @Nullable String referenzierteProzessklasseID;

    /** erlaeuterung 0..1 */
    public @Nullable String erlaeuterung;
}
