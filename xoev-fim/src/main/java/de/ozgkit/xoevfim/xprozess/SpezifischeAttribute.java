// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * What only one kind of step has: exactly one of the eight.
 *
 * <p>Source: XProzess 2.0, type SpezifischeAttribute.
 *
 * @since 0.1
 */
public class SpezifischeAttribute extends XoevElement {

    /** spezifischeAttribute1 0..1 */
    public @Nullable SpezifischeAngaben spezifischeAttribute1;

    /** spezifischeAttribute2 0..1 */
    public @Nullable SpezifischeAngaben spezifischeAttribute2;

    /** spezifischeAttribute3 0..1 */
    public @Nullable SpezifischeAngaben spezifischeAttribute3;

    /** spezifischeAttribute4 0..1 */
    public @Nullable SpezifischeAngaben spezifischeAttribute4;

    /** spezifischeAttribute5 0..1 */
    public @Nullable SpezifischeAngaben spezifischeAttribute5;

    /** spezifischeAttribute6 0..1 */
    public @Nullable SpezifischeAngaben spezifischeAttribute6;

    /** spezifischeAttribute7 0..1 */
    public @Nullable SpezifischeAngaben spezifischeAttribute7;

    /** spezifischeAttribute8 0..1 */
    public @Nullable SpezifischeAngaben spezifischeAttribute8;
}
