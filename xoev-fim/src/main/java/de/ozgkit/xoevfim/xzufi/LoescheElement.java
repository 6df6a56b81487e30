// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** One delete, as it stands in the file. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "loesche")
final class LoescheElement extends XoevElement {

    @XmlAttribute
    @Nullable
    String klasse;

    @Nullable
    Identifikator id;
}
