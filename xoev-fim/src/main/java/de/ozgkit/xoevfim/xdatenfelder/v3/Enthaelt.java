// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * Exactly one field or one group.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Enthaelt extends XoevElement {

    /** datenfeld, or else */
    public @Nullable Datenfeld datenfeld;

    /** datenfeldgruppe */
    public @Nullable Datenfeldgruppe datenfeldgruppe;
}
