// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of the values of a column.
 *
 * <p>Source: genericode 1.0, types Data and DataRestrictions.
 *
 * @since 0.1
 */
public class Data extends XoevElement {

    /** Annotation 0..1 */
    @XmlElement(name = "Annotation")
    public @Nullable Annotation annotation;

    /** Parameter 0..n */
    @XmlElement(name = "Parameter")
    public List<DatatypeFacet> parameter = new ArrayList<>();

    /** Attribute Type 1 for a Column: such as string, token or date */
    @XmlAttribute(name = "Type")
    public @Nullable String type;

    /** Attribute DatatypeLibrary 0..1 */
    @XmlAttribute(name = "DatatypeLibrary")
    public @Nullable String datatypeLibrary;

    /** Attribute Lang 0..1 */
    @XmlAttribute(name = "Lang")
    public @Nullable String lang;
}
