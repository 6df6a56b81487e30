// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * The head of a message (1.1).
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "nachrichtenkopf")
public class Nachrichtenkopf extends XoevElement {

    /** nachrichtUUID 1 */
    public @Nullable String nachrichtUUID;

    /** erstelltDatumZeit 1 */
    public @Nullable String erstelltDatumZeit;

    /** empfaenger 1 */
    public @Nullable String empfaenger;

    /** sender 1 */
    public @Nullable String sender;
}
