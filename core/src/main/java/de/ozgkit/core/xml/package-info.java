// SPDX-License-Identifier: Apache-2.0
/**
 * XML from strangers, read without harm: no document type, no entity, nothing fetched from elsewhere, and limits on size, depth and
 * attributes. Every reader of ozgkit goes through {@link de.ozgkit.core.xml.SafeXml}.
 *
 * <pre>{@code
 * Document response = SafeXml.parse(bytes);             // RejectedException xml.doctype, xml.malformed, ..
 * try (InputStream in = Files.newInputStream(catalogue)) {
 *     XMLStreamReader reader = SafeXml.reader(in, XmlLimits.defaults().maxBytes(2L << 30));
 *     ...
 * }
 * }</pre>
 */
@NullMarked
package de.ozgkit.core.xml;

import org.jspecify.annotations.NullMarked;
