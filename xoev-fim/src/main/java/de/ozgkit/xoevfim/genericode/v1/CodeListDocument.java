// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * A code list with its columns and rows; without {@code SimpleCodeList} only the description of one.
 *
 * <p>Source: genericode 1.0, element CodeList, type CodeListDocument.
 *
 * @since 0.1
 */
@XmlRootElement(name = "CodeList", namespace = GenericodeMessage.NAMESPACE)
public final class CodeListDocument extends GenericodeMessage {

    /** ColumnSet 0..1; this or columnSetRef */
    @XmlElement(name = "ColumnSet")
    public @Nullable ColumnSet columnSet;

    /** ColumnSetRef 0..1 */
    @XmlElement(name = "ColumnSetRef")
    public @Nullable ColumnSetRef columnSetRef;

    /** SimpleCodeList 0..1 */
    @XmlElement(name = "SimpleCodeList")
    public @Nullable SimpleCodeList simpleCodeList;
}
