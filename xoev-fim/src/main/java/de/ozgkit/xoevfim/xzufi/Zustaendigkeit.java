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
 * That an office or online service is competent for a Leistung somewhere (1.7).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Zustaendigkeit extends XoevElement {

    /** id 0..1 */
    public @Nullable Identifikator id;

    /** leistungID 1 */
    public @Nullable Identifikator leistungID;

    /** gebietID 0..n: usually an ARS or AGS */
    public List<Identifikator> gebietID = new ArrayList<>();

    /** rolle 0..n */
    public List<Code> rolle = new ArrayList<>();
}
