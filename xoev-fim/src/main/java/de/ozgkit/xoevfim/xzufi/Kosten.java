// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fee (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Kosten {

    /** Kind and choice (fixed, free, variable): their names are not confirmed, so they are kept as they came. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();

    /** beschreibung 0..n */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** vorkasse 0..1 */
    public @Nullable Boolean vorkasse;

    /** linkKostenbildung 0..1 */
    public @Nullable String linkKostenbildung;

    /** positionDarstellung 0..1 */
    public @Nullable Integer positionDarstellung;

    /** gueltigkeit 0..n */
    public List<Zeitraum> gueltigkeit = new ArrayList<>();
}
