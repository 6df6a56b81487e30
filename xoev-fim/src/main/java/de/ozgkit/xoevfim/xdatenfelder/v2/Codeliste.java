// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A code list (letter C).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Codeliste extends AllgemeineAngaben {

    /** genericodeIdentification 1 */
    public @Nullable GenericodeIdentification genericodeIdentification;

    /** langname 1 */
    public String langname = "";

    /** genericode 1 */
    public @Nullable Genericode genericode;
}
