// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the list.
 *
 * <p>Source: genericode 1.0, type Column.
 *
 * @since 0.1
 */
public final class Column extends ColumnChoice {

    /** ShortName 1 */
    @XmlElement(name = "ShortName")
    public @Nullable Name shortName;

    /** LongName 0..n */
    @XmlElement(name = "LongName")
    public List<Name> longName = new ArrayList<>();

    /** CanonicalUri 0..1 */
    @XmlElement(name = "CanonicalUri")
    public @Nullable String canonicalUri;

    /** CanonicalVersionUri 0..1 */
    @XmlElement(name = "CanonicalVersionUri")
    public @Nullable String canonicalVersionUri;

    /** Data 1 */
    @XmlElement(name = "Data")
    public @Nullable Data data;
}
