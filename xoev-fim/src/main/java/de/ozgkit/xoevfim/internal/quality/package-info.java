// SPDX-License-Identifier: Apache-2.0
/** The quality rules of FIM for data field schemas, for both versions of XDatenfelder. Not for users. */
@NullMarked
package de.ozgkit.xoevfim.internal.quality;

import org.jspecify.annotations.NullMarked;
