// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Dokument {

    /** The kind: how it is written is not confirmed, so it is kept as it came. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();

    /** bezeichnung 0..n */
    public List<StringLocalized> bezeichnung = new ArrayList<>();

    /** beschreibung 0..n */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** referenzFormularID 0..n */
    public List<Identifikator> referenzFormularID = new ArrayList<>();

    /** angabeSignatur 0..1 */
    public @Nullable Code angabeSignatur;
}
