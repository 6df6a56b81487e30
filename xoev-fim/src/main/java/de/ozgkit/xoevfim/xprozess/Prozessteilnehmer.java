// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a process.
 *
 * <p>Source: XProzess 2.0, type Prozessteilnehmer.
 *
 * @since 0.1
 */
public class Prozessteilnehmer extends XoevElement {

    /** name 1 */
    public @Nullable String name;

    /** rolle 1..n: code list urn:de:xprozess:codeliste:prozessrolle */
    public List<Code> rolle = new ArrayList<>();
}
