// SPDX-License-Identifier: Apache-2.0
@NullMarked
package de.ozgkit.testkit;

import org.jspecify.annotations.NullMarked;
