// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A time span.
 *
 * <p>Source: XProzess 2.0, type Zeitraum.
 *
 * @since 0.1
 */
public class Zeitraum extends XoevElement {

    /** beginn 0..1 */
    public @Nullable XMLGregorianCalendar beginn;

    /** ende 0..1 */
    public @Nullable XMLGregorianCalendar ende;
}
