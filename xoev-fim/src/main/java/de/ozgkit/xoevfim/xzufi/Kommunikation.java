// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach somebody (0.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Kommunikation extends XoevElement {

    /** kanal 0..1 */
    public @Nullable Code kanal;

    /** kennung 0..1 */
    public @Nullable String kennung;

    /** istDienstlich 0..1 */
    public @Nullable String istDienstlich;

    /** zusatz 0..1 */
    public @Nullable String zusatz;
}
