// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * A level of the catalogue.
 *
 * <p>Source: XProzess 2.0, element gliederungsebene of type Prozessklasse.
 *
 * @since 0.1
 */
public class Gliederungsebene extends XoevElement {

    /** gliederungsebeneNummer 1 */
    public @Nullable Integer gliederungsebeneNummer;

    /** gliederungsebeneName 0..1 */
    public @Nullable String gliederungsebeneName;
}
