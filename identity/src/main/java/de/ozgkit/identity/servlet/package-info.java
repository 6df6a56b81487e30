// SPDX-License-Identifier: Apache-2.0
/**
 * The log-in as a filter for Jakarta Servlet 6 containers: it begins log-ins, takes the accounts' answers, guards paths by level, and keeps
 * the session within its limits. The rest of this module needs no servlet API.
 *
 * <pre>{@code
 * NutzerkontoFilter filter = NutzerkontoFilter.with(bundId)     // answers at https://portal.example.de/saml/acs
 *     .protect("/antrag", TrustLevel.SUBSTANTIAL)
 *     .protect("/steuer", TrustLevel.HIGH)
 *     .build();
 * servletContext.addFilter("nutzerkonto", filter).addMappingForUrlPatterns(null, false, "/*");
 *
 * SignedIn citizen = SignedIn.of(request).orElseThrow();        // in a servlet below /antrag
 * }</pre>
 */
@NullMarked
package de.ozgkit.identity.servlet;

import org.jspecify.annotations.NullMarked;
