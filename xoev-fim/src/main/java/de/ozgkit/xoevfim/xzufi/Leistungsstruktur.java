// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the key of a Leistung says; the subclass (xsi:type) tells how far it goes (1.4).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlSeeAlso({
    LeistungsstrukturObjekt.class,
    LeistungsstrukturObjektMitVerrichtung.class,
    LeistungsstrukturObjektMitVerrichtungUndDetail.class
})
public class Leistungsstruktur {

    /** leistungsgruppierung 0..1, a code or a category, and unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();

    /** leistungsobjektID 0..1 */
    public @Nullable Identifikator leistungsobjektID;

    /** verrichtung 0..1 */
    public @Nullable Verrichtung verrichtung;

    /** verrichtungsdetail 0..n */
    public List<StringLocalized> verrichtungsdetail = new ArrayList<>();
}
