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
 * What every module of a Leistung begins with (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public abstract class Modul extends XoevElement {

    /** zugangskanal 0..1; only 2.3.1 */
    public @Nullable Code zugangskanal;

    /** positionDarstellung 0..1 */
    public @Nullable String positionDarstellung;

    /** id 0..1 */
    public @Nullable Identifikator id;

    /** idSekundaer 0..n */
    public List<Identifikator> idSekundaer = new ArrayList<>();

    /** gueltigkeit 0..n */
    public List<Zeitraum> gueltigkeit = new ArrayList<>();
}
