// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.Code;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Official keys of a place (0.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class VerwaltungspolitischeKodierung {

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

    /** Unknown elements. */
    @XmlAnyElement(lax = true)
    public List<Object> weitere = new ArrayList<>();
}
