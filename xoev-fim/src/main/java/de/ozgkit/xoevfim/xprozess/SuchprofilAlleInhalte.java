// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: process classes and their processes.
 *
 * <p>Source: XProzess 2.0, type Suchprofil.AlleInhalte.
 *
 * @since 0.1
 */
public class SuchprofilAlleInhalte extends XoevElement {

    /** einschraenkungProzessklasse 0..1 */
    public @Nullable SuchprofilProzessklasse einschraenkungProzessklasse;

    /** einschraenkungProzesseVersionen 1: code list urn:de:xprozess:codeliste:versionen */
    public @Nullable Code einschraenkungProzesseVersionen;
}
