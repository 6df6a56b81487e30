// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/**
 * What every message has.
 *
 * <p>Source: XProzess 2.0, type Basisnachricht.
 *
 * @since 0.1
 */
public abstract class Nachricht extends XoevElement {

    /** nachrichtenkopf 1 */
    public @Nullable Nachrichtenkopf nachrichtenkopf;

    /** Attribute produkt 1 */
    @XmlAttribute
    public @Nullable String produkt;

    /** Attribute produkthersteller 1 */
    @XmlAttribute
    public @Nullable String produkthersteller;

    /** Attribute produktversion 0..1 */
    @XmlAttribute
    public @Nullable String produktversion;

    /** Attribute xprozessVersion 1: always 2.0 */
    @XmlAttribute
    public @Nullable String xprozessVersion;

    @Nullable
    Prozesskatalog katalog() {
        return null;
    }

    @Nullable
    Prozessbibliothek bibliothek() {
        return null;
    }
}
