// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category; state data tells the OZG topic with it (1.3).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Leistungskategorie extends XoevElement {

    /** id 1 */
    public @Nullable Identifikator id;

    /** idSekundaer 0..n */
    public List<Identifikator> idSekundaer = new ArrayList<>();

    /** uebergeordneteKategorieID 0..1 */
    public @Nullable Identifikator uebergeordneteKategorieID;

    /** untergeordneteKategorieID 0..n */
    public List<Identifikator> untergeordneteKategorieID = new ArrayList<>();

    /** bezeichnung 0..n */
    public List<StringLocalized> bezeichnung = new ArrayList<>();

    /** beschreibung 0..n */
    public List<StringLocalized> beschreibung = new ArrayList<>();

    /** klasse 1 */
    public @Nullable Leistungskategorieklasse klasse;
}
