// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * An id. Only the text together with agency and scheme is unique (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Identifikator {

    /** The id itself. */
    @XmlValue
    public @Nullable String value;

    /** Attribute schemeAgencyID 0..1: who gave the id */
    @XmlAttribute
    public @Nullable String schemeAgencyID;

    /** Attribute schemeAgencyName 0..1 */
    @XmlAttribute
    public @Nullable String schemeAgencyName;

    /** Attribute schemeDataURI 0..1 */
    @XmlAttribute
    public @Nullable String schemeDataURI;

    /** Attribute schemeID 0..1: which kind of id */
    @XmlAttribute
    public @Nullable String schemeID;

    /** Attribute schemeName 0..1 */
    @XmlAttribute
    public @Nullable String schemeName;

    /** Attribute schemeURI 0..1 */
    @XmlAttribute
    public @Nullable String schemeURI;

    /** Attribute schemeVersionID 0..1 */
    @XmlAttribute
    public @Nullable String schemeVersionID;

    /** Attributes that the standard does not know. */
    @XmlAnyAttribute
    public Map<QName, String> weitereAttribute = new HashMap<>();

    /** An id of an agency. */
    public static Identifikator of(String schemeAgencyID, String schemeID, String value) {
        Identifikator made = new Identifikator();
        made.schemeAgencyID = schemeAgencyID;
        made.schemeID = schemeID;
        made.value = value;
        return made;
    }
}
