// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElements;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** One write, as it stands in the file. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "schreibe")
final class SchreibeElement extends XoevElement {

    @XmlElements({
        @XmlElement(name = "leistung", type = Leistung.class),
        @XmlElement(name = "spezialisierung", type = Spezialisierung.class),
        @XmlElement(name = "organisationseinheit", type = Organisationseinheit.class),
        @XmlElement(name = "onlinedienst", type = Onlinedienst.class),
        @XmlElement(name = "formular", type = Formular.class),
        @XmlElement(name = "zustaendigkeitTransferObjekt", type = ZustaendigkeitTransferObjekt.class)
    })
    List<TransferObjekt> objekte = new ArrayList<>();
}
