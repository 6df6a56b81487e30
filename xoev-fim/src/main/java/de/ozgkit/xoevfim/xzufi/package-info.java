// SPDX-License-Identifier: Apache-2.0
/**
 * XZuFi 2.2.0: what editorial systems and the Portalverbund say about public services, as a stream of writes and deletes.
 *
 * <pre>{@code
 * try (Stream<Transfer> changes = XZuFi.stream(Path.of("XZUFI20240101.xml"))) {
 *     changes.forEach(change -> change.fold(
 *             write -> index(write.objekt()),
 *             delete -> forget(delete.klasse(), delete.id())));
 * }
 * }</pre>
 *
 * <p>Message classes have public fields, named and ordered as the elements of the standard; reading accepts any order and keeps unknown
 * elements. They are not thread-safe. The official schema is not public; names that are not confirmed say so.
 */
@NullMarked
@XmlSchema(
        namespace = "http://xoev.de/schemata/xzufi/2_2_0",
        elementFormDefault = XmlNsForm.QUALIFIED,
        xmlns = @XmlNs(prefix = "xzufi", namespaceURI = "http://xoev.de/schemata/xzufi/2_2_0"))
package de.ozgkit.xoevfim.xzufi;

import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
