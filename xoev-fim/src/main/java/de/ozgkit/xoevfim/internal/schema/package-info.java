// SPDX-License-Identifier: Apache-2.0
/** Schemas by the namespace of a standard: ours, and those that a user brings. Not for users. */
@NullMarked
package de.ozgkit.xoevfim.internal.schema;

import org.jspecify.annotations.NullMarked;
