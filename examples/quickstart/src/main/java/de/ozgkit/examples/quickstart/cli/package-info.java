// SPDX-License-Identifier: Apache-2.0
/**
 * {@code ozgkit validate|convert|form|stats FILE…}: the standards of xoev-fim on the command line. {@code ozgkit saml check FILE}: whether a
 * registration at a citizens' account will do.
 *
 * <pre>{@code
 * ozgkit validate --lang en S00000094V1.0_xdf2.xml
 * }</pre>
 */
@NullMarked
package de.ozgkit.examples.quickstart.cli;

import org.jspecify.annotations.NullMarked;
