// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * The notation of a model.
 *
 * <p>Source: XProzess 2.0, type Modellierungsmethode.
 *
 * @since 0.1
 */
public class Modellierungsmethode extends XoevElement {

    /** code 1: code list urn:de:xprozess:codeliste:modellierungsmethode */
    public @Nullable Code code;

    /** freitext 0..1 */
    public @Nullable String freitext;
}
