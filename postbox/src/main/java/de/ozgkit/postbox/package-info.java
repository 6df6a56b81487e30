// SPDX-License-Identifier: Apache-2.0
@NullMarked
package de.ozgkit.postbox;

import org.jspecify.annotations.NullMarked;
