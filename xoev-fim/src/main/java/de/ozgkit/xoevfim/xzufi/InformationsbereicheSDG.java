// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;

/**
 * The areas of the single digital gateway in version 2.3.1, by the two lists (1.5).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class InformationsbereicheSDG extends XoevElement {

    /** informationsbereichSDG1 0..n */
    public List<Code> informationsbereichSDG1 = new ArrayList<>();

    /** informationsbereichSDG2 0..n */
    public List<Code> informationsbereichSDG2 = new ArrayList<>();
}
