// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import org.jspecify.annotations.Nullable;

/**
 * An area: exactly one of these.
 *
 * <p>Source: XProzess 2.0, type VerwaltungspolitischeKodierung.
 *
 * @since 0.1
 */
public class VerwaltungspolitischeKodierung extends XoevElement {

    /** kreis 0..1: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:kreis */
    public @Nullable Code kreis;

    /** bezirk 0..1: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:bezirk */
    public @Nullable Code bezirk;

    /** bundesland 0..1: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:bundesland */
    public @Nullable Code bundesland;

    /** gemeindeschluessel 0..1: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags */
    public @Nullable Code gemeindeschluessel;

    /** regionalschluessel 0..1: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs */
    public @Nullable Code regionalschluessel;

    /** nation 0..1: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat */
    public @Nullable Code nation;

    /** gemeindeverband 0..1: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:gemeindeverband */
    public @Nullable Code gemeindeverband;
}
