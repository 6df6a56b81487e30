// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * A language in which an object exists (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Sprachversion extends XoevElement {

    /** languageCode 1 */
    public @Nullable String languageCode;

    /** sprachbezeichnungDeutsch 0..1 */
    public @Nullable String sprachbezeichnungDeutsch;

    /** sprachbezeichnungNativ 0..1 */
    public @Nullable String sprachbezeichnungNativ;

    /** kennzeichenMaschinelleUebersetzung 0..1; only 2.3.1 */
    public @Nullable String kennzeichenMaschinelleUebersetzung;

    /** maschinelleUebersetzung 0..1; only 2.3.1 */
    public @Nullable MaschinelleUebersetzung maschinelleUebersetzung;

    /** erstelltDatumZeit 0..1 */
    public @Nullable String erstelltDatumZeit;

    /** erstelltDurch 0..1 */
    public @Nullable String erstelltDurch;

    /** geaendertDatumZeit 0..1 */
    public @Nullable String geaendertDatumZeit;

    /** geaendertDurch 0..1 */
    public @Nullable String geaendertDurch;

    /** version 0..1 */
    public @Nullable String version;
}
