// SPDX-License-Identifier: Apache-2.0
@NullMarked
package de.ozgkit.payment;

import org.jspecify.annotations.NullMarked;
