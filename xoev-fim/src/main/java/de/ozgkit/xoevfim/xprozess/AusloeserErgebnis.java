// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * What starts a process, or what comes out of it: a form, another process, or a text.
 *
 * <p>Source: XProzess 2.0, type AusloeserErgebnis.
 *
 * @since 0.1
 */
public class AusloeserErgebnis extends XoevElement {

    /** formularID 0..1: the FIM id of a document profile, such as D00000094 */
    public @Nullable String formularID;

    /** prozessID 0..1 */
    public @Nullable String prozessID;

    /** textuelleBeschreibung 0..1 */
    public @Nullable String textuelleBeschreibung;
}
