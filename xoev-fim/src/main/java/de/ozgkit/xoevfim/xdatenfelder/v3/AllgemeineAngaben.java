// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What every element of a schema has.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public abstract class AllgemeineAngaben extends XoevElement {

    private static final Set<String> PLACE_NOT_CONFIRMED =
            Set.of("relation", "stichwort", "art", "codeKey", "nameKey", "helpKey", "maxSize", "mediaType");

    /** identifikation 1 */
    public @Nullable Identifikation identifikation;

    /** name 1 */
    public @Nullable String name;

    /** beschreibung 0..1 */
    public @Nullable String beschreibung;

    /** definition 0..1 */
    public @Nullable String definition;

    /** bezug 0..n */
    public List<Rechtsbezug> bezug = new ArrayList<>();

    /** freigabestatus 1: 1 planned … 6 released (gold), 7 inactive, 8 to be deleted */
    public @Nullable Code freigabestatus;

    /** statusGesetztAm 0..1 */
    public @Nullable XMLGregorianCalendar statusGesetztAm;

    /** statusGesetztDurch 0..1 */
    public @Nullable String statusGesetztDurch;

    /** gueltigAb 0..1 */
    public @Nullable XMLGregorianCalendar gueltigAb;

    /** gueltigBis 0..1 */
    public @Nullable XMLGregorianCalendar gueltigBis;

    /** versionshinweis 0..1 */
    public @Nullable String versionshinweis;

    /** veroeffentlichungsdatum 0..1 */
    public @Nullable XMLGregorianCalendar veroeffentlichungsdatum;

    /** letzteAenderung 1 */
    public @Nullable XMLGregorianCalendar letzteAenderung;

    /** relation 0..n, position not confirmed */
    public List<Relation> relation = new ArrayList<>();

    /** stichwort 0..n, position not confirmed */
    public List<Stichwort> stichwort = new ArrayList<>();

    /** Keeps the order also where elements stand whose place is not confirmed. */
    @Override
    public boolean merktReihenfolge(List<String> localNames) {
        return super.merktReihenfolge(localNames) || !Collections.disjoint(PLACE_NOT_CONFIRMED, localNames);
    }
}
