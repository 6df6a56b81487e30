// SPDX-License-Identifier: Apache-2.0
/** Stand-ins for the real peers, in a process of their own. */
@NullMarked
package de.ozgkit.examples.serviceportal.demo;

import org.jspecify.annotations.NullMarked;
