// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exactly one field or one group.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Enthaelt {

    /** datenfeld, or else */
    public @Nullable Datenfeld datenfeld;

    /** datenfeldgruppe */
    public @Nullable Datenfeldgruppe datenfeldgruppe;

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
