// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fee (1.3). How its kind and its choice (fixed, free, variable) are written is not confirmed: they are kept as they came, ask
 * {@link #typ()} and {@link #angabe()}.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Kosten extends XoevElement {

    /** beschreibung 0..n */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** vorkasse 0..1 */
    public @Nullable String vorkasse;

    /** positionDarstellung 0..1 */
    public @Nullable String positionDarstellung;

    /** gueltigkeit 0..n */
    public List<Zeitraum> gueltigkeit = new ArrayList<>();

    /** Which kind of fee: the code, or words of the sender's own. */
    public Optional<String> typ() {
        return new Fund(weitere).text("typ");
    }

    /** How much. */
    public Kostenangabe angabe() {
        Fund found = new Fund(weitere);
        Optional<Betrag> from = found.betrag("betragUntergrenze");
        Optional<Betrag> to = found.betrag("betragObergrenze");
        List<StringLocalized> why = found.texts("beschreibungVariabilitaet");
        if (from.isPresent() || to.isPresent() || !why.isEmpty()) {
            return new Kostenangabe.Variabel(from, to, why);
        }
        List<StringLocalized> free = found.texts("beschreibungKostenfreiheit");
        if (!free.isEmpty()
                || found.has(name -> name.equalsIgnoreCase("frei") || name.equalsIgnoreCase("kostenFrei"))) {
            return new Kostenangabe.Frei(free);
        }
        return found.betrag("betrag").<Kostenangabe>map(Kostenangabe.Fix::new).orElseGet(Kostenangabe.Offen::new);
    }
}
