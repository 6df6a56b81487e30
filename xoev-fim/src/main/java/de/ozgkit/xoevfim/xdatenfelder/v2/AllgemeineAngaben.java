// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What every element of a schema has.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public abstract class AllgemeineAngaben extends XoevElement {

    /** identifikation 1 */
    public @Nullable Identifikation identifikation;

    /** name 1 */
    public String name = "";

    /** bezeichnungEingabe 1: the label in a form */
    public String bezeichnungEingabe = "";

    /** bezeichnungAusgabe 0..1: the label in a document */
    public @Nullable String bezeichnungAusgabe;

    /** beschreibung 1 */
    public String beschreibung = "";

    /** definition 1 */
    public String definition = "";

    /** bezug 1: legal bases, separated by semicolons */
    public String bezug = "";

    /** status 1: inVorbereitung, aktiv, inaktiv */
    public @Nullable Code status;

    /** gueltigAb 0..1 */
    public @Nullable XMLGregorianCalendar gueltigAb;

    /** gueltigBis 0..1 */
    public @Nullable XMLGregorianCalendar gueltigBis;

    /** fachlicherErsteller 0..1 */
    public @Nullable String fachlicherErsteller;

    /** versionshinweis 0..1 */
    public @Nullable String versionshinweis;

    /** freigabedatum 0..1 */
    public @Nullable XMLGregorianCalendar freigabedatum;

    /** veroeffentlichungsdatum 0..1 */
    public @Nullable XMLGregorianCalendar veroeffentlichungsdatum;
}
