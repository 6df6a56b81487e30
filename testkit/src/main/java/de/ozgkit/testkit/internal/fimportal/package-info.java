// SPDX-License-Identifier: Apache-2.0
/** What is behind the mock of the FIM portal. */
@NullMarked
package de.ozgkit.testkit.internal.fimportal;

import org.jspecify.annotations.NullMarked;
