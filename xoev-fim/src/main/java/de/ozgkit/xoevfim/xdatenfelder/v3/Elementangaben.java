// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

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
public abstract class Elementangaben extends AllgemeineAngaben {

    /** bezeichnungEingabe 1: the label in a form */
    public @Nullable String bezeichnungEingabe;

    /** bezeichnungAusgabe 0..1: the label in a document */
    public @Nullable String bezeichnungAusgabe;

    /** schemaelementart 1: ABS abstract, HAR harmonised, RNG bound to a law */
    public @Nullable Code schemaelementart;

    /** hilfetextEingabe 0..1 */
    public @Nullable String hilfetextEingabe;

    /** hilfetextAusgabe 0..1 */
    public @Nullable String hilfetextAusgabe;
}
