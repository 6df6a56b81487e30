// SPDX-License-Identifier: Apache-2.0
/**
 * FIM process catalogues and libraries, XProzess 2.0: message classes, reading and writing, and the models inside.
 *
 * <pre>{@code
 * XProzessMessage export = XProzess.read(Path.of("export.xml"));
 * for (Prozess process : export.prozesse(Leistungsschluessel.of("99006028261000"))) {
 *     System.out.println(process.name + " starts with the forms " + process.formularIDs());
 * }
 * }</pre>
 *
 * <p>Message classes have public fields named and ordered as the elements of the standard. Code lists are named as the schema fixes
 * them ({@code urn:de:...}); real exporters write {@code urn:xoev-de:...}, so compare codes by their value. Message classes are not
 * thread-safe.
 *
 * <p>Source: XProzess 2.0. The official schema was not at hand; element names and order come from classes generated from it and from a
 * real export.
 */
@NullMarked
@XmlSchema(
        namespace = "http://www.regierung-mv.de/xprozess/2",
        elementFormDefault = XmlNsForm.QUALIFIED,
        xmlns = @XmlNs(prefix = "xprozess", namespaceURI = "http://www.regierung-mv.de/xprozess/2"))
package de.ozgkit.xoevfim.xprozess;

import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
