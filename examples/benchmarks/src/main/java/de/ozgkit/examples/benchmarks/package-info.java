// SPDX-License-Identifier: Apache-2.0
/**
 * How fast the readers of xoev-fim are, beside the parser below them and beside plain JAXB, and how fast identity judges a response, beside
 * its bare cryptography and beside java-saml: measured with JMH on generated data.
 */
@NullMarked
package de.ozgkit.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
