// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code list by an id of its own (letter C) and its URN.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class CodelisteReferenz {

    /** identifikation 1 */
    public @Nullable Identifikation identifikation;

    /** genericodeIdentification 1 */
    public @Nullable GenericodeIdentification genericodeIdentification;

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
