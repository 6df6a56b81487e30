// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;

/**
 * A rule between elements (letter R). The rule in words stands in definition; script is empty in practice.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Regel extends AllgemeineAngaben {

    /** script 1 */
    public String script = "";
}
