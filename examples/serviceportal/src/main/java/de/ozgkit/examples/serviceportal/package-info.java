// SPDX-License-Identifier: Apache-2.0
@NullMarked
package de.ozgkit.examples.serviceportal;

import org.jspecify.annotations.NullMarked;
