// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of an office in several languages (1.6).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class OrganisationseinheitName extends XoevElement {

    /** name 1..n */
    public List<StringLocalized> name = new ArrayList<>();
}
