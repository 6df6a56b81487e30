// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names a form and its elements.
 *
 * <p>Source: XProzess 2.0, type Formularverweis.
 *
 * @since 0.1
 */
public class Formularverweis extends XoevElement {

    /** formularsteckbriefID 1: the FIM id of a document profile */
    public @Nullable String formularsteckbriefID;

    /** stammformularID 0..1: the FIM id of a schema */
    public @Nullable String stammformularID;

    /** stammformularVersion 0..1 */
    public @Nullable String stammformularVersion;

    /** elementId 0..n: the FIM ids of its fields and groups */
    public List<String> elementId = new ArrayList<>();
}
