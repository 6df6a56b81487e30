// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature that an order defines.
 *
 * <p>Source: XProzess 2.0, type Merkmal.
 *
 * @since 0.1
 */
public class Merkmal extends XoevElement {

    /** ordnungsrahmenName 0..1 */
    public @Nullable String ordnungsrahmenName;

    /** ordnungsrahmenVersion 0..1 */
    public @Nullable String ordnungsrahmenVersion;

    /** merkmalID 0..1 */
    public @Nullable String merkmalID;

    /** merkmalName 1 */
    public @Nullable String merkmalName;

    /** merkmalDatentyp 0..1: code list urn:xoev-de:xdomea:codeliste:datentyp */
    public @Nullable Code merkmalDatentyp;

    /** merkmalWert 1..n */
    public List<String> merkmalWert = new ArrayList<>();
}
