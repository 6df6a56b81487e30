// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of an office in several languages (1.6).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class OrganisationseinheitName {

    /** name 1..n */
    public List<StringLocalized> name = new ArrayList<>();

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
