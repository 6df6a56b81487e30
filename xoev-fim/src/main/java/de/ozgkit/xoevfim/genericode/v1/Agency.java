// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes the document.
 *
 * <p>Source: genericode 1.0, type Agency.
 *
 * @since 0.1
 */
public class Agency extends XoevElement {

    /** ShortName 0..1 */
    @XmlElement(name = "ShortName")
    public @Nullable Name shortName;

    /** LongName 0..n */
    @XmlElement(name = "LongName")
    public List<Name> longName = new ArrayList<>();

    /** Identifier 0..n */
    @XmlElement(name = "Identifier")
    public List<Name> identifier = new ArrayList<>();
}
