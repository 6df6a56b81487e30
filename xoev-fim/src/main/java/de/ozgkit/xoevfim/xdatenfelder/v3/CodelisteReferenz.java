// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A code list by its URN.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class CodelisteReferenz extends XoevElement {

    /** canonicalIdentification 1 */
    public @Nullable String canonicalIdentification;

    /** version 0..1 */
    public @Nullable String version;

    /** canonicalVersionUri 0..1 */
    public @Nullable String canonicalVersionUri;
}
