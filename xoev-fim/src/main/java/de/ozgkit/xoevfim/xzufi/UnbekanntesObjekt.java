// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

/**
 * An object of a kind that is not known here, kept as it came.
 *
 * @param element the object
 * @since 0.1
 */
public record UnbekanntesObjekt(org.w3c.dom.Element element) implements TransferObjekt {}
