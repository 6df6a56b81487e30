// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document (1.3). How its kind is written is not confirmed: it is kept as it came, ask {@link #art()}.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Dokument extends XoevElement {

    /** bezeichnung 0..n */
    public List<StringLocalized> bezeichnung = new ArrayList<>();

    /** beschreibung 0..n */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** referenzFormularID 0..n; only 2.2.0 */
    public List<Identifikator> referenzFormularID = new ArrayList<>();

    /** formularReferenz 0..n; only 2.3.1 */
    public List<Identifikator> formularReferenz = new ArrayList<>();

    /** angabeSignatur 0..1 */
    public @Nullable Code angabeSignatur;

    /** Which kind of document: the code of the FIM list, or words of the sender's own. */
    public Optional<String> art() {
        Fund found = new Fund(weitere);
        return found.text("typ").or(() -> found.text("art"));
    }
}
