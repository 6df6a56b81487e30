// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names, version and places of a document.
 *
 * <p>Source: genericode 1.0, type Identification.
 *
 * @since 0.1
 */
public class Identification extends XoevElement {

    /** ShortName 1 */
    @XmlElement(name = "ShortName")
    public @Nullable Name shortName;

    /** LongName 0..n */
    @XmlElement(name = "LongName")
    public List<Name> longName = new ArrayList<>();

    /** Version 1 */
    @XmlElement(name = "Version")
    public @Nullable String version;

    /** CanonicalUri 1: all versions together */
    @XmlElement(name = "CanonicalUri")
    public @Nullable String canonicalUri;

    /** CanonicalVersionUri 1: this version */
    @XmlElement(name = "CanonicalVersionUri")
    public @Nullable String canonicalVersionUri;

    /** LocationUri 0..n */
    @XmlElement(name = "LocationUri")
    public List<String> locationUri = new ArrayList<>();

    /** AlternateFormatLocationUri 0..n */
    @XmlElement(name = "AlternateFormatLocationUri")
    public List<MimeTypedUri> alternateFormatLocationUri = new ArrayList<>();

    /** Agency 0..1 */
    @XmlElement(name = "Agency")
    public @Nullable Agency agency;
}
