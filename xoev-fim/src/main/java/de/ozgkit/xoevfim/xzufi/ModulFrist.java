// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;

/**
 * Deadlines (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class ModulFrist extends Modul {

    /** frist 0..n */
    public List<Frist> frist = new ArrayList<>();

    /** beschreibung 0..n */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** weiterfuehrenderLink 0..n */
    public List<HyperlinkErweitert> weiterfuehrenderLink = new ArrayList<>();
}
