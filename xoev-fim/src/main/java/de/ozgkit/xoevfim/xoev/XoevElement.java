// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xoev;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlTransient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.xml.namespace.QName;

/**
 * An element of a message that keeps what its sender wrote beyond the model, so that reading and writing loses nothing. Not thread-safe.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public abstract class XoevElement {

    /**
     * A child of this element.
     *
     * @param name its local name
     * @param nummer how many children of this name that the model knows stand before it
     */
    public record Kind(String name, int nummer) {}

    /** Elements that the model does not know, as DOM. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();

    /** Attributes that the model does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();

    @XmlTransient
    private List<String> reihenfolge = List.of();

    @XmlTransient
    private final Map<Kind, Map<QName, String>> attributeDerKinder = new HashMap<>();

    @XmlTransient
    private int zeile;

    /**
     * The local names of the children in the order in which they came, if that order counts; otherwise empty. Writers keep to it.
     */
    public List<String> reihenfolge() {
        return reihenfolge;
    }

    /**
     * Whether the order in which these children came counts. It does if some of them are unknown, since only the sender knows where such
     * an element belongs.
     */
    public boolean merktReihenfolge(List<String> localNames) {
        return !weitere.isEmpty();
    }

    /** Sets the order of the children for writing; empty for the order of the standard with unknown elements at the end. */
    public void reihenfolge(List<String> localNames) {
        reihenfolge = List.copyOf(localNames);
    }

    /** Attributes that the model does not know, at children that it holds as mere values. Writers put them where they were. */
    public Map<Kind, Map<QName, String>> attributeDerKinder() {
        return attributeDerKinder;
    }

    /** The line of the file at which the element begins, if it came from a file. */
    public OptionalInt zeile() {
        return zeile > 0 ? OptionalInt.of(zeile) : OptionalInt.empty();
    }

    /** Sets the line at which the element begins; 0 if it came from no file. */
    public void zeile(int line) {
        zeile = line;
    }
}
