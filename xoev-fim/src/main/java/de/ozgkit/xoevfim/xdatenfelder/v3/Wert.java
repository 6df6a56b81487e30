// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * One choice.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Wert extends XoevElement {

    /** code 1 */
    public @Nullable String code;

    /** name 1 */
    public @Nullable String name;

    /** hilfe 0..1 */
    public @Nullable String hilfe;
}
