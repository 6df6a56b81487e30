// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An online service (1.8).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlSeeAlso(OnlinedienstErweitert.class)
public non-sealed class Onlinedienst extends XoevElement implements TransferObjekt {

    /** id 1 */
    public @Nullable Identifikator id;

    /** bezeichnung 0..n */
    public List<StringLocalized> bezeichnung = new ArrayList<>();

    /** link 0..n */
    public List<OnlinedienstLink> link = new ArrayList<>();

    /** vertrauensniveau 0..1 */
    public @Nullable Code vertrauensniveau;

    /** sprachversion 0..n */
    public List<Sprachversion> sprachversion = new ArrayList<>();
}
