// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text of a Leistung (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class ModulText extends Modul {

    /** leikaTextmodul 1: which text, such as 02 name, 05 short text, 06 full text */
    public @Nullable Code leikaTextmodul;

    /** leikaTextmodulAbweichendeBezeichnung 0..n, name not confirmed */
    public List<StringLocalized> leikaTextmodulAbweichendeBezeichnung = new ArrayList<>();

    /** inhalt 0..n */
    public List<StringLocalized> inhalt = new ArrayList<>();

    /** weiterfuehrenderLink 0..n */
    public List<HyperlinkErweitert> weiterfuehrenderLink = new ArrayList<>();
}
