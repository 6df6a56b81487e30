// SPDX-License-Identifier: Apache-2.0
/**
 * Building blocks that return in every XÖV standard.
 *
 * <pre>{@code
 * Code rolle = Code.of("urn:de:example:codeliste:rolle", "01");
 * rolle.value();
 * }</pre>
 *
 * <p>Message classes are plain carriers: public fields named and ordered as the elements of the standard, absent ones are null or an
 * empty list. They are not thread-safe; do not change them once others read them.
 */
@NullMarked
package de.ozgkit.xoevfim.xoev;

import org.jspecify.annotations.NullMarked;
