// SPDX-License-Identifier: Apache-2.0
/** What the citizen sees afterwards: applications, timeline, messages, answers with files. */
@NullMarked
package de.ozgkit.examples.serviceportal.mailbox;

import org.jspecify.annotations.NullMarked;
