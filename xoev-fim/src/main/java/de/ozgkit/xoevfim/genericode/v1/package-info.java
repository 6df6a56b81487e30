// SPDX-License-Identifier: Apache-2.0
/**
 * Message classes of genericode 1.0, with public fields named and ordered as the elements of the standard.
 *
 * <pre>{@code
 * GenericodeDocument document = Genericode.document(Path.of("staat.xml"));
 * if (document.message() instanceof CodeListDocument list) {
 *     System.out.println(list.identification.agency.longName.get(0).value);
 * }
 * }</pre>
 *
 * <p>Most users want the value {@link de.ozgkit.xoevfim.genericode.CodeList}; these classes are for those who must keep or change
 * everything that a document says. Only the root element has a namespace. Message classes are not thread-safe.
 */
@NullMarked
@XmlSchema(xmlns = @XmlNs(prefix = "gc", namespaceURI = GenericodeMessage.NAMESPACE))
package de.ozgkit.xoevfim.genericode.v1;

import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
