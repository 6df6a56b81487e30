// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what when (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Versionsinformation extends XoevElement {

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
