// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To which system a category belongs (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Leistungskategorieklasse extends XoevElement {

    /** id 1 */
    public @Nullable Identifikator id;

    /** idSekundaer 0..n */
    public List<Identifikator> idSekundaer = new ArrayList<>();

    /** typ 0..1; only 2.3.1 */
    public @Nullable Code typ;

    /** bezeichnung 0..n */
    public List<StringLocalized> bezeichnung = new ArrayList<>();

    /** beschreibung 0..n */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** version 0..1 */
    public @Nullable String version;
}
