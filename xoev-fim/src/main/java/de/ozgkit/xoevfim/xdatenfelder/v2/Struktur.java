// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A place in a schema or group: what stands there, and how often.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Struktur extends XoevElement {

    /** anzahl 1: min:max, max a number or a star */
    public @Nullable String anzahl;

    /** bezug 1 */
    public String bezug = "";

    /** enthaelt 1 */
    public @Nullable Enthaelt enthaelt;
}
