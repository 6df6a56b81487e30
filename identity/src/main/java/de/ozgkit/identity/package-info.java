// SPDX-License-Identifier: Apache-2.0
@NullMarked
package de.ozgkit.identity;

import org.jspecify.annotations.NullMarked;
