// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v2;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Message 0101: a document profile.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "xdatenfelder.dokumentsteckbrief.0101")
public final class DokumentsteckbriefNachricht extends Nachricht {

    /** dokumentensteckbrief 1; version 2 writes it with "en" */
    public @Nullable Dokumentsteckbrief dokumentensteckbrief;
}
