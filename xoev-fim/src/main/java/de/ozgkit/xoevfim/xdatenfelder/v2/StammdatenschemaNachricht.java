// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Message 0102: a schema with all it contains.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "xdatenfelder.stammdatenschema.0102")
public final class StammdatenschemaNachricht extends Nachricht {

    /** stammdatenschema 1 */
    public @Nullable Stammdatenschema stammdatenschema;
}
