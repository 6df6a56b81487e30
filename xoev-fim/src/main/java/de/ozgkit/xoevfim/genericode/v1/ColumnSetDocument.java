// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElements;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns and keys that several code lists share.
 *
 * <p>Source: genericode 1.0, element ColumnSet, type ColumnSetDocument.
 *
 * @since 0.1
 */
@XmlRootElement(name = "ColumnSet", namespace = GenericodeMessage.NAMESPACE)
public final class ColumnSetDocument extends GenericodeMessage {

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
}
