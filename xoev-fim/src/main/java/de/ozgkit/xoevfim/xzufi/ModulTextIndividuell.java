// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text of a kind that an editor invented (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class ModulTextIndividuell extends Modul {

    /** individuellesTextmodultyp 1 */
    public @Nullable Code individuellesTextmodultyp;

    /** inhalt 0..n */
    public List<StringLocalized> inhalt = new ArrayList<>();

    /** weiterfuehrenderLink 0..n */
    public List<HyperlinkErweitert> weiterfuehrenderLink = new ArrayList<>();
}
