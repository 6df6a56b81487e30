// SPDX-License-Identifier: Apache-2.0
/**
 * XZuFi: what editorial systems and the Portalverbund say about public services, as a stream of writes and deletes. Versions 2.1.0 to 2.3.1
 * are read into the same classes, 2.2.0 and 2.3.1 are written.
 *
 * <pre>{@code
 * XZuFiReader reader = XZuFi.reader().findings(log::finding).progress(bar).from(Position.parse(stored));
 * try (Stream<Placed> changes = reader.placed(Path.of("dump"))) { // a folder with index.txt, or one file
 *     changes.forEach(placed -> {
 *         placed.change().fold(write -> index(write.objekt()), delete -> forget(delete.klasse(), delete.id()));
 *         store(placed.next().toString());
 *     });
 * }
 * }</pre>
 *
 * <p>Message classes have public fields, named as the elements of the standard; numbers in their Javadoc are sections of our notes on the
 * standard. Reading accepts any order and keeps unknown elements, attributes and types, and values of a wrong form. They are not
 * thread-safe. The official schema is not public; names that are not confirmed say so.
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
