// SPDX-License-Identifier: Apache-2.0
/** Regular expressions of strangers: matched without hanging, and said in the dialects of schemas. Not for users. */
@NullMarked
package de.ozgkit.xoevfim.internal.pattern;

import org.jspecify.annotations.NullMarked;
