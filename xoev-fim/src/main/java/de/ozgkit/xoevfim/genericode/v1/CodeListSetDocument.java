// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElements;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of code lists that belong together, given by reference.
 *
 * <p>Source: genericode 1.0, element CodeListSet, type CodeListSetDocument.
 *
 * @since 0.1
 */
@XmlRootElement(name = "CodeListSet", namespace = GenericodeMessage.NAMESPACE)
public final class CodeListSetDocument extends GenericodeMessage {

    /** CodeListRef, CodeListSet and CodeListSetRef, each 0..n and in any order */
    @XmlElements({
        @XmlElement(name = "CodeListRef", type = CodeListRef.class),
        @XmlElement(name = "CodeListSet", type = CodeListSetDocument.class),
        @XmlElement(name = "CodeListSetRef", type = CodeListSetRef.class)
    })
    public List<Object> members = new ArrayList<>();
}
