// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A code list by an id of its own (letter C) and its URN.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class CodelisteReferenz extends XoevElement {

    /** identifikation 1 */
    public @Nullable Identifikation identifikation;

    /** genericodeIdentification 1 */
    public @Nullable GenericodeIdentification genericodeIdentification;
}
