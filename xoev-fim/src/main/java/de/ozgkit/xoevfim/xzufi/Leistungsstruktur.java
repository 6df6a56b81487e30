// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
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
public class Leistungsstruktur extends XoevElement {

    /** leistungsgruppierungLeiKa 0..1; only 2.3.1 */
    public @Nullable Code leistungsgruppierungLeiKa;

    /** leistungsobjektID 0..1 */
    public @Nullable Identifikator leistungsobjektID;

    /** verrichtung 0..1; only 2.2.0 */
    public @Nullable Verrichtung verrichtung;

    /** verrichtungLeiKa 0..1; only 2.3.1 */
    public @Nullable Code verrichtungLeiKa;

    /** verrichtungsdetail 0..n */
    public List<StringLocalized> verrichtungsdetail = new ArrayList<>();
}
