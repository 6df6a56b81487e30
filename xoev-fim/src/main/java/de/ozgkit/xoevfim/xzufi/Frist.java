// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One deadline, or a duration (1.3). How its kind and its choice (time or day) are written is not confirmed: they are kept as they came,
 * ask {@link #typ()} and {@link #angabe()}.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Frist extends XoevElement {

    /** beschreibung 0..n */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** positionDarstellung 0..1 */
    public @Nullable String positionDarstellung;

    /** gueltigkeit 0..n */
    public List<Zeitraum> gueltigkeit = new ArrayList<>();

    /** Which kind of deadline: the code, or words of the sender's own. */
    public Optional<String> typ() {
        return new Fund(weitere).text("typ");
    }

    /** How long, or when. */
    public Fristangabe angabe() {
        Fund found = new Fund(weitere);
        OptionalInt duration = found.zahl("dauer");
        if (duration.isPresent()) {
            return new Fristangabe.Dauer(
                    duration.getAsInt(),
                    found.text("einheit").flatMap(Fristangabe.Zeiteinheit::of),
                    found.zahl("dauerBis"),
                    found.text("einheitBis").flatMap(Fristangabe.Zeiteinheit::of));
        }
        Optional<String> from = found.text("von");
        Optional<String> to = found.text("bis");
        return from.isPresent() || to.isPresent() ? new Fristangabe.Stichtag(from, to) : new Fristangabe.Offen();
    }
}
