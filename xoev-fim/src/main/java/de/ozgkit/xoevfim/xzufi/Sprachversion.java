// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A language in which an object exists (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Sprachversion {

    /** languageCode 1 */
    public @Nullable String languageCode;

    /** sprachbezeichnungDeutsch 0..1 */
    public @Nullable String sprachbezeichnungDeutsch;

    /** sprachbezeichnungNativ 0..1 */
    public @Nullable String sprachbezeichnungNativ;

    /** erstelltDatumZeit 0..1 */
    public @Nullable XMLGregorianCalendar erstelltDatumZeit;

    /** erstelltDurch 0..1 */
    public @Nullable String erstelltDurch;

    /** geaendertDatumZeit 0..1 */
    public @Nullable XMLGregorianCalendar geaendertDatumZeit;

    /** geaendertDurch 0..1 */
    public @Nullable String geaendertDurch;

    /** version 0..1 */
    public @Nullable String version;

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
