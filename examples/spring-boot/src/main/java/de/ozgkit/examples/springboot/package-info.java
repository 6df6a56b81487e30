// SPDX-License-Identifier: Apache-2.0
/** The log-in in a Spring Boot application: one bean for the registration, one for the filter. */
@NullMarked
package de.ozgkit.examples.springboot;

import org.jspecify.annotations.NullMarked;
