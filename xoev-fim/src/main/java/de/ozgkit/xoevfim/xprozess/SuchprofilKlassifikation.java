// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: a place in an order.
 *
 * <p>Source: XProzess 2.0, type Suchprofil.Klassifikation.
 *
 * @since 0.1
 */
public class SuchprofilKlassifikation extends XoevElement {

    /** ordnungsrahmenName 1 */
    public @Nullable String ordnungsrahmenName;

    /** ordnungsrahmenVersion 0..1 */
    public @Nullable String ordnungsrahmenVersion;

    /** klasseID 0..1 */
    public @Nullable String klasseID;
}
