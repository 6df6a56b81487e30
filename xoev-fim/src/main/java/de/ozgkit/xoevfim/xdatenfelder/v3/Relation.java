// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder.v3;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.Nullable;

/**
 * How the element is related to another one.
 *
 * @since 0.1
 */
@XmlAccessorType(XmlAccessType.FIELD)
public class Relation extends XoevElement {

    /** praedikat 1: ABL derived, ERS replaces, EQU equivalent, VKN linked */
    public @Nullable Code praedikat;

    /** objekt 1 */
    public @Nullable Identifikation objekt;
}
