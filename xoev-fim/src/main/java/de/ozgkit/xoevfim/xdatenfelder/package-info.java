// SPDX-License-Identifier: Apache-2.0
/**
 * FIM data field schemas, XDatenfelder 2.0 and 3.0.0.
 *
 * <pre>{@code
 * XDatenfelderMessage schema = XDatenfelder.read(Path.of("S00000094V1.0_xdf2.xml"));
 * FormModel form = FormModel.of(schema);
 * }</pre>
 */
@NullMarked
package de.ozgkit.xoevfim.xdatenfelder;

import org.jspecify.annotations.NullMarked;
