// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;

/**
 * For which nationalities a Leistung is (1.3, 1.5): itself a code in version 2.2.0, a record of codes in version 2.3.1.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Staatsangabe extends Code {

    /** staatsangehoerigkeit 0..n; only 2.3.1 */
    public List<Code> staatsangehoerigkeit = new ArrayList<>();

    /** staatengruppe 0..n; only 2.3.1 */
    public List<Code> staatengruppe = new ArrayList<>();
}
