// SPDX-License-Identifier: Apache-2.0
/**
 * Message classes of XDatenfelder 3.0.0, with public fields named and ordered as the elements of the standard.
 *
 * <pre>{@code
 * XDatenfelder.read(path).fold(
 *         v2 -> "version 2",
 *         v3 -> v3.message() instanceof StammdatenschemaNachricht n ? n.stammdatenschema.bezeichnung : "no schema");
 * }</pre>
 *
 * <p>Element order follows the transformation of the FIM Datenfelder team; where it is not confirmed, the field says so. Reading accepts
 * any order. Message classes are not thread-safe.
 */
@NullMarked
@XmlSchema(
        namespace = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0",
        elementFormDefault = XmlNsForm.QUALIFIED,
        xmlns = @XmlNs(prefix = "xdf", namespaceURI = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0"))
package de.ozgkit.xoevfim.xdatenfelder.v3;

import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
