// SPDX-License-Identifier: Apache-2.0
/** Reading XML and JSON without falling for it. Not for users. */
@NullMarked
package de.ozgkit.xoevfim.internal;

import org.jspecify.annotations.NullMarked;
