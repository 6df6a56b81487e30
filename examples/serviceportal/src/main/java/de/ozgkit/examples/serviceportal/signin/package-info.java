// SPDX-License-Identifier: Apache-2.0
/** Who is there: log-in with a Nutzerkonto, and what the session keeps of it. */
@NullMarked
package de.ozgkit.examples.serviceportal.signin;

import org.jspecify.annotations.NullMarked;
