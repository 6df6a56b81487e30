// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * The names of a code list in genericode.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class GenericodeIdentification extends XoevElement {

    /** canonicalIdentification 1 */
    public @Nullable String canonicalIdentification;

    /** version 1 */
    public @Nullable String version;

    /** canonicalVersionUri 1 */
    public @Nullable String canonicalVersionUri;
}
