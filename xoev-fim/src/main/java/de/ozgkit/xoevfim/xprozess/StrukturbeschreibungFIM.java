// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps by the FIM method.
 *
 * <p>Source: XProzess 2.0, element strukturbeschreibungFIM of type Strukturbeschreibung.
 *
 * @since 0.1
 */
public class StrukturbeschreibungFIM extends XoevElement {

    /** aktivitaetengruppe 1..n */
    public List<Aktivitaetengruppe> aktivitaetengruppe = new ArrayList<>();
}
