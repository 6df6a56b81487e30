// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach somebody (0.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Kommunikation {

    /** kanal 0..1 */
    public @Nullable Code kanal;

    /** kennung 0..1 */
    public @Nullable String kennung;

    /** istDienstlich 0..1 */
    public @Nullable Boolean istDienstlich;

    /** zusatz 0..1 */
    public @Nullable String zusatz;

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
