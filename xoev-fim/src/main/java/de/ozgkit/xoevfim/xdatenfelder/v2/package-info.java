// SPDX-License-Identifier: Apache-2.0
/**
 * Message classes of XDatenfelder 2.0, with public fields named and ordered as the elements of the standard.
 *
 * <pre>{@code
 * XDatenfelder.read(path).fold(
 *         v2 -> v2.message() instanceof StammdatenschemaNachricht n ? n.stammdatenschema.name : "no schema",
 *         v3 -> "version 3");
 * }</pre>
 *
 * <p>Element order is that of the official schema. Texts that the standard requires are written even when empty. Reading accepts
 * any order. Message classes are not thread-safe.
 */
@NullMarked
@XmlSchema(
        namespace = "urn:xoev-de:fim:standard:xdatenfelder_2",
        elementFormDefault = XmlNsForm.QUALIFIED,
        xmlns = @XmlNs(prefix = "xdf", namespaceURI = "urn:xoev-de:fim:standard:xdatenfelder_2"))
package de.ozgkit.xoevfim.xdatenfelder.v2;

import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
