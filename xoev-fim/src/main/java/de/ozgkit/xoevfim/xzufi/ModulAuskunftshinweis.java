// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;

/**
 * What to tell on the telephone (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class ModulAuskunftshinweis extends Modul {

    /** inhalt 0..n */
    public List<StringLocalized> inhalt = new ArrayList<>();

    /** weiterfuehrenderLink 0..n */
    public List<HyperlinkErweitert> weiterfuehrenderLink = new ArrayList<>();
}
