// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/**
 * The choices of a field, inline.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Werte {

    /** wert 1..n */
    public List<Wert> wert = new ArrayList<>();

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
