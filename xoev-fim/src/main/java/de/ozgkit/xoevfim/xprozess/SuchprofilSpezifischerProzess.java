// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: one process.
 *
 * <p>Source: XProzess 2.0, type Suchprofil.SpezifischerProzess.
 *
 * @since 0.1
 */
public class SuchprofilSpezifischerProzess extends XoevElement {

    /** prozessID 1 */
    public @Nullable String prozessID;

    /** spezifischeVersion 0..1 */
    public @Nullable String spezifischeVersion;
}
