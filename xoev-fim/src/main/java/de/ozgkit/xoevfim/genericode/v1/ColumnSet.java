// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElements;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;

/**
 * The columns and keys of one code list.
 *
 * <p>Source: genericode 1.0, type ColumnSet.
 *
 * @since 0.1
 */
public class ColumnSet extends XoevElement {

    /** Column and ColumnRef, each 0..n and in any order */
    @XmlElements({
        @XmlElement(name = "Column", type = Column.class),
        @XmlElement(name = "ColumnRef", type = ColumnRef.class)
    })
    public List<ColumnChoice> columns = new ArrayList<>();

    /** Key and KeyRef, each 0..n and in any order */
    @XmlElements({@XmlElement(name = "Key", type = Key.class), @XmlElement(name = "KeyRef", type = KeyRef.class)})
    public List<KeyChoice> keys = new ArrayList<>();

    /** Attribute DatatypeLibrary 0..1: XML Schema if absent */
    @XmlAttribute(name = "DatatypeLibrary")
    public @Nullable String datatypeLibrary;

    /** Attribute xml:base 0..1: what relative locations start from */
    @XmlAttribute(name = "base", namespace = XMLConstants.XML_NS_URI)
    public @Nullable String base;
}
