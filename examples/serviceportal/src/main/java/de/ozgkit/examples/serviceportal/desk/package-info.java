// SPDX-License-Identifier: Apache-2.0
/** The office's side: what arrived, questions, decisions. */
@NullMarked
package de.ozgkit.examples.serviceportal.desk;

import org.jspecify.annotations.NullMarked;
