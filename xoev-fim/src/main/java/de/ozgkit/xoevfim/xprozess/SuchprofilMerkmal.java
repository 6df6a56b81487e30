// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: a feature.
 *
 * <p>Source: XProzess 2.0, type Suchprofil.Merkmal.
 *
 * @since 0.1
 */
public class SuchprofilMerkmal extends XoevElement {

    /** ordnungsrahmenName 1 */
    public @Nullable String ordnungsrahmenName;

    /** ordnungsrahmenVersion 0..1 */
    public @Nullable String ordnungsrahmenVersion;

    /** merkmalName 1 */
    public @Nullable String merkmalName;

    /** merkmalWert 0..n */
    public List<String> merkmalWert = new ArrayList<>();
}
