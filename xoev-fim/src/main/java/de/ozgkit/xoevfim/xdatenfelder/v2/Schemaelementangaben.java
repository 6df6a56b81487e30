// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * What groups and fields have in common.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public abstract class Schemaelementangaben extends AllgemeineAngaben {

    /** schemaelementart 1: ABS abstract, HAR harmonised, RNG bound to a law */
    public @Nullable Code schemaelementart;

    /** hilfetextEingabe 1 */
    public String hilfetextEingabe = "";

    /** hilfetextAusgabe 1 */
    public String hilfetextAusgabe = "";
}
