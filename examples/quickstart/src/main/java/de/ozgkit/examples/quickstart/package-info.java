// SPDX-License-Identifier: Apache-2.0
@NullMarked
package de.ozgkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
