// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Zeitraum extends XoevElement {

    /** beginn 0..1 */
    public @Nullable String beginn;

    /** ende 0..1 */
    public @Nullable String ende;

    /** zusatz 0..n */
    public List<StringLocalized> zusatz = new ArrayList<>();

    /** Whether a day lies in it. An end that is missing or not a date is open. */
    public boolean umfasst(LocalDate day) {
        return Wert.tag(beginn).filter(day::isBefore).isEmpty()
                && Wert.tag(ende).filter(day::isAfter).isEmpty();
    }
}
