// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * Official keys of a place (0.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class VerwaltungspolitischeKodierung extends XoevElement {

    /** kreis 0..1 */
    public @Nullable Code kreis;

    /** bezirk 0..1 */
    public @Nullable Code bezirk;

    /** bundesland 0..1 */
    public @Nullable Code bundesland;

    /** gemeindeschluessel 0..1 */
    public @Nullable Code gemeindeschluessel;

    /** regionalschluessel 0..1 */
    public @Nullable Code regionalschluessel;

    /** nation 0..1 */
    public @Nullable Code nation;

    /** gemeindeverband 0..1 */
    public @Nullable Code gemeindeverband;
}
