// SPDX-License-Identifier: Apache-2.0
/**
 * What every page needs: the server, security headers, sessions with a token in every form, error pages, and the frame around the
 * content.
 *
 * <pre>{@code
 * views.show(ctx, "pages/help.jte", Page.of(ctx, "Hilfe").crumb("Hilfe", "/hilfe"), Map.of("topics", topics));
 * }</pre>
 */
@NullMarked
package de.ozgkit.examples.serviceportal.web;

import org.jspecify.annotations.NullMarked;
