// SPDX-License-Identifier: Apache-2.0
/** How the postbox works inside; not for use from outside. */
@NullMarked
package de.ozgkit.postbox.internal;

import org.jspecify.annotations.NullMarked;
