// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the object (1.4).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Verrichtung extends XoevElement {

    /** verrichtungLeiKa 0..1 */
    public @Nullable Code verrichtungLeiKa;
}
