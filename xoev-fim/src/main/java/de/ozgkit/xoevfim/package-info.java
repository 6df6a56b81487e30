// SPDX-License-Identifier: Apache-2.0
@NullMarked
package de.ozgkit.xoevfim;

import org.jspecify.annotations.NullMarked;
