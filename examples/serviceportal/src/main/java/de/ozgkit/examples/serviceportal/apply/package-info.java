// SPDX-License-Identifier: Apache-2.0
/** From the first question to "sent": process files, drafts, question pages, check page. */
@NullMarked
package de.ozgkit.examples.serviceportal.apply;

import org.jspecify.annotations.NullMarked;
