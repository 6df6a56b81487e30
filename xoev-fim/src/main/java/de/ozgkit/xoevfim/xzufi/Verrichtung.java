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
 * What is done with the object (1.4).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Verrichtung {

    /** verrichtungLeiKa 0..1 */
    public @Nullable Code verrichtungLeiKa;

    /** A category of its own instead, and unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
