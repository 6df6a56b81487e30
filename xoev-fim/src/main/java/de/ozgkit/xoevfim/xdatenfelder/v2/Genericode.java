// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A container for a code list in genericode.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Genericode {

    /** The root element of the code list. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
