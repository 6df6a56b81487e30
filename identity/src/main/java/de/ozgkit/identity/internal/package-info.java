// SPDX-License-Identifier: Apache-2.0
/** The SAML protocol behind {@link de.ozgkit.identity.Nutzerkonto}; may change at any time. */
@NullMarked
package de.ozgkit.identity.internal;

import org.jspecify.annotations.NullMarked;
