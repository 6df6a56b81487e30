// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A rule between elements (letter R). Keywords, parameters, targets, script and error texts have no confirmed names or
 * places; they are kept among the unknown elements.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Regel extends XoevElement {

    /** identifikation 1 */
    public @Nullable Identifikation identifikation;

    /** name 1 */
    public @Nullable String name;

    /** beschreibung 0..1 */
    public @Nullable String beschreibung;

    /** freitextRegel 0..1: the rule in words */
    public @Nullable String freitextRegel;

    /** bezug 0..n */
    public List<Rechtsbezug> bezug = new ArrayList<>();

    /** fachlicherErsteller 0..1 */
    public @Nullable String fachlicherErsteller;

    /** letzteAenderung 1 */
    public @Nullable XMLGregorianCalendar letzteAenderung;

    /** typ 1: K complex, M multiplicity, V validation, B calculation */
    public @Nullable Code typ;
}
