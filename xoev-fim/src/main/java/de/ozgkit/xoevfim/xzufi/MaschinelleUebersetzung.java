// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * From what and by whom a machine translated, in version 2.3.1 (1.2).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class MaschinelleUebersetzung extends XoevElement {

    /** originalSprache 0..1 */
    public @Nullable String originalSprache;

    /** originalId 0..1, case of the name not confirmed */
    public @Nullable Identifikator originalId;

    /** uebersetztDurch 0..1 */
    public @Nullable String uebersetztDurch;
}
