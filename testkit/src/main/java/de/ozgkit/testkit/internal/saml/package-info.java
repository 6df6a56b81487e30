// SPDX-License-Identifier: Apache-2.0
/** The SAML identity provider behind {@link de.ozgkit.testkit.MockNutzerkonto}, independent of HTTP; may change at any time. */
@NullMarked
package de.ozgkit.testkit.internal.saml;

import org.jspecify.annotations.NullMarked;
