// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values together name one row.
 *
 * <p>Source: genericode 1.0, type Key. {@code Annotation/AppInfo} carries the mark of the XÖV handbook for the key to use.
 *
 * @since 0.1
 */
public final class Key extends KeyChoice {

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

    /** ColumnRef 1..n */
    @XmlElement(name = "ColumnRef")
    public List<KeyColumnRef> columnRef = new ArrayList<>();
}
