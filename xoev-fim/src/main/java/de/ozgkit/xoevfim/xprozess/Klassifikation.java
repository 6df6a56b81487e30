// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * The place of a process or process class in an order, such as the FIM catalogue.
 *
 * <p>Source: XProzess 2.0, type Klassifikation.
 *
 * @since 0.1
 */
public class Klassifikation extends XoevElement {

    /** ordnungsrahmenName 1 */
    public @Nullable String ordnungsrahmenName;

    /** ordnungsrahmenVersion 0..1 */
    public @Nullable String ordnungsrahmenVersion;

    /** klasseID 1 */
    public @Nullable String klasseID;

    /** klasseName 0..1 */
    public @Nullable String klasseName;
}
