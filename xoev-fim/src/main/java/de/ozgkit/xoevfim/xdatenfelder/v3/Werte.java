// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;

/**
 * The choices of a field, inline.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Werte extends XoevElement {

    /** wert 1..n */
    public List<Wert> wert = new ArrayList<>();
}
